import { expect, it } from 'vitest'
import type { Engine } from '../src/index.ts'
import { activate, activeIncidentKey, engineWith, startInstance, stateOf, work } from './support/engine.ts'
import { catchEvent, element, end, flows, message, on, process, serviceTask, start } from './support/models.ts'

const model = process(
  [
    start(),
    serviceTask('task', 'work'),
    element('userTask', 'ask', '<zeebe:userTask />'),
    catchEvent('wait', on.message('paid')),
    element('callActivity', 'call', '<zeebe:calledElement processId="child" />'),
    end(),
    flows('start', 'task', 'ask', 'wait', 'call', 'end'),
  ].join('\n'),
  'process',
  message('paid', '=id'),
)
const child = process([start(), end(), flows('start', 'end')].join('\n'), 'child')

/** An instance with some of everything, to its end. */
function runInstance(engine: Engine, id: string): string {
  const key = startInstance(engine, { id })
  for (const { jobKey } of activate(engine, 'work')) engine.failJob(jobKey, { errorMessage: 'no' })
  const incidentKey = activeIncidentKey(engine)
  engine.updateJob([...engine.jobs.of(key)][0]?.jobKey ?? '', { retries: 1 })
  engine.resolveIncident(incidentKey)
  work(engine, 'work')
  engine.completeUserTask([...engine.userTasks.of(key)][0]?.userTaskKey ?? '')
  engine.publishMessage({ name: 'paid', correlationKey: id })
  return key
}

const snapshot = (engine: Engine) => ({
  instances: [...engine.processInstances],
  elements: [...engine.elementInstances],
  variables: [...engine.variables],
  jobs: [...engine.jobs],
  incidents: [...engine.incidents],
  userTasks: [...engine.userTasks],
  subscriptions: [...engine.messageSubscriptions],
  correlated: [...engine.correlatedMessages],
  flows: [...engine.sequenceFlows],
})

it('removes an ended instance with its history, and nothing else', async () => {
  const engine = await engineWith(model)
  await engine.deploy([{ name: 'child.bpmn', content: child }])
  runInstance(engine, 'a')
  const key = runInstance(engine, 'b')
  runInstance(engine, 'c')
  const before = snapshot(engine)
  engine.deleteInstances([key])
  const after = snapshot(engine)
  for (const [name, records] of Object.entries(before) as [keyof typeof before, { processInstanceKey: string }[]][]) {
    expect(records.some(({ processInstanceKey }) => processInstanceKey === key)).toBe(true)
    expect(after[name]).toEqual(records.filter(({ processInstanceKey }) => processInstanceKey !== key))
  }
  const called = [...engine.processInstances].filter(({ parentProcessInstanceKey }) => parentProcessInstanceKey === key)
  expect(called).toHaveLength(1)
  expect(engine.processInstances.get(key)).toBeUndefined()
  expect([...engine.elementInstances.of(key)]).toEqual([])
  for (const { elementInstanceKey } of before.elements.filter(({ processInstanceKey }) => processInstanceKey === key)) {
    expect(engine.elementInstances.get(elementInstanceKey)).toBeUndefined()
  }
  runInstance(engine, 'd')
})

it('does not remove a running or missing instance', async () => {
  const engine = await engineWith(model)
  const key = startInstance(engine, { id: 'a' })
  expect(() => engine.deleteInstances([key])).toThrow(expect.objectContaining({ code: 'INVALID_STATE' }))
  expect(stateOf(engine, key)).toBe('ACTIVE')
  const [task] = engine.elementInstances.of(key)
  for (const other of ['7', task?.elementInstanceKey ?? '']) {
    expect(() => engine.deleteInstances([other])).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  }
})
