import { expect, it } from 'vitest'
import { engineWith, startInstance, work } from './support/engine.ts'
import {
  boundary,
  catchEvent,
  element,
  end,
  flow,
  flows,
  message,
  on,
  process,
  serviceTask,
  start,
} from './support/models.ts'

it('lists what each active element waits for', async () => {
  const condition = (text: string): string =>
    `<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">${text}</bpmn:condition></bpmn:conditionalEventDefinition>`
  const branches = ['task', 'ask', 'timer', 'message', 'signal', 'condition', 'first']
  const engine = await engineWith(
    process(
      start() +
        element('parallelGateway', 'fork') +
        serviceTask('task', 'work') +
        boundary('late', 'task', on.timer('duration', 'PT1H')) +
        element('userTask', 'ask', '<zeebe:userTask />') +
        catchEvent('timer', on.timer('duration', 'PT1M')) +
        catchEvent('message', on.message('m')) +
        catchEvent('signal', on.signal('s')) +
        catchEvent('condition', condition('= x &gt; 1')) +
        element('eventBasedGateway', 'first') +
        catchEvent('one', on.message('m')) +
        catchEvent('two', on.timer('duration', 'PT2M')) +
        end() +
        flows('start', 'fork') +
        branches.map((id) => flow('fork', id)).join('') +
        branches
          .slice(0, -1)
          .map((id) => flow(id, 'end'))
          .join('') +
        flows('first', 'one', 'end') +
        flows('first', 'two', 'end') +
        flow('late', 'end'),
      'process',
      `${message('m', '= "A"')}<bpmn:signal id="s" name="go" />`,
    ),
  )
  const instance = startInstance(engine, { x: 1 })
  const now = engine.now()
  const [job] = engine.jobs
  const [task] = engine.userTasks
  const waits = [...engine.waitStates.of(instance)]
  expect(waits.map(({ elementId, details }) => [elementId, details])).toEqual([
    [
      'task',
      {
        waitStateType: 'JOB',
        jobKey: job?.jobKey,
        jobType: 'work',
        jobKind: 'BPMN_ELEMENT',
        listenerEventType: 'UNSPECIFIED',
        retries: 3,
      },
    ],
    ['ask', { waitStateType: 'USER_TASK', taskKey: task?.userTaskKey, dueDate: null }],
    ['timer', { waitStateType: 'TIMER', dueDate: now + 60_000, repetitions: 0 }],
    ['message', { waitStateType: 'MESSAGE', messageName: 'm', correlationKey: 'A' }],
    ['signal', { waitStateType: 'SIGNAL', signalName: 'go' }],
    ['condition', { waitStateType: 'CONDITION', expression: '= x > 1', events: [] }],
    ['first', { waitStateType: 'MESSAGE', messageName: 'm', correlationKey: 'A' }],
    ['first', { waitStateType: 'TIMER', dueDate: now + 120_000, repetitions: 0 }],
  ])
  expect(waits[0]).toMatchObject({
    elementInstanceKey: job?.elementInstanceKey,
    elementType: 'SERVICE_TASK',
    processInstanceKey: instance,
    rootProcessInstanceKey: instance,
    processDefinitionId: 'process',
    tenantId: '<default>',
  })
  work(engine, 'work')
  expect([...engine.waitStates].map(({ elementId }) => elementId)).not.toContain('task')
  engine.cancelInstance(instance)
  expect([...engine.waitStates]).toEqual([])
})
