import { describe, expect, it } from 'vitest'
import type { Engine } from '../src/index.ts'
import { codeOf, engineWith, startInstance, stateOf } from './support/engine.ts'
import { element, taskListeners, userTask } from './support/models.ts'
import { assignment, FORM, form, model, onlyTask } from './support/user-tasks.ts'

/** Migrates an instance to this process, whose user task has the same id. */
async function migrate(engine: Engine, processInstanceKey: string, content: string): Promise<void> {
  const { deployments } = await engine.deploy([{ name: 'target.bpmn', content }])
  engine.migrateInstance(processInstanceKey, {
    targetProcessDefinitionKey: deployments[0]?.processDefinition?.processDefinitionKey ?? '',
    mappingInstructions: [{ sourceElementId: 'task', targetElementId: 'task' }],
  })
}

const forWorkers = (extensions = ''): string => model(element('userTask', 'task', extensions))

describe('a user task that is migrated', () => {
  it('stays unchanged, and gets the listeners of its new process', async () => {
    const engine = await engineWith(model(userTask('task', assignment({ assignee: 'jane' }))))
    const instance = startInstance(engine)
    const before = onlyTask(engine)
    const target = userTask('task', assignment({ assignee: 'joe' }) + taskListeners(['completing', 'check']))
    await migrate(engine, instance, model(target))
    const processDefinitionKey = [...engine.processDefinitions][1]?.processDefinitionKey
    expect(onlyTask(engine)).toEqual({ ...before, processDefinitionKey, processDefinitionVersion: 2 })
    engine.completeUserTask(before.userTaskKey)
    expect(onlyTask(engine).state).toBe('COMPLETING')
  })

  it('becomes a Camunda user task if it was a job before', async () => {
    const extensions = [
      assignment({ assignee: 'jane', candidateGroups: 'a, b', candidateUsers: 'x' }),
      '<zeebe:taskSchedule dueDate="2026-02-01T10:00:00+01:00" followUpDate="2026-01-31T09:00:00Z" />',
      form({ formKey: 'app:review' }),
      '<zeebe:taskHeaders><zeebe:header key="area" value="north" /></zeebe:taskHeaders>',
    ]
    const engine = await engineWith(forWorkers(extensions.join('')))
    const instance = startInstance(engine, { who: 'boss' })
    const target = `${assignment({ assignee: '= who' })}<zeebe:priorityDefinition priority="80" />`
    await migrate(engine, instance, model(userTask('task', target + taskListeners(['creating', 'never']))))
    expect([...engine.jobs].map(({ type, state }) => [type, state])).toEqual([
      ['io.camunda.zeebe:userTask', 'CANCELED'],
    ])
    expect(onlyTask(engine)).toMatchObject({
      state: 'CREATED',
      assignee: 'boss',
      candidateGroups: ['a', 'b'],
      candidateUsers: ['x'],
      dueDate: '2026-02-01T09:00:00.000Z',
      followUpDate: '2026-01-31T09:00:00.000Z',
      priority: 80,
      externalFormReference: 'app:review',
      customHeaders: { area: 'north' },
    })
    engine.completeUserTask(onlyTask(engine).userTaskKey)
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('has no assignee and the default priority if these cannot be evaluated', async () => {
    const engine = await engineWith(forWorkers(assignment({ assignee: 'jane' })))
    const instance = startInstance(engine)
    const target = `${assignment({ assignee: '= none' })}<zeebe:priorityDefinition priority="= 200" />`
    await migrate(engine, instance, model(userTask('task', target)))
    expect(onlyTask(engine)).toMatchObject({ assignee: null, priority: 50, externalFormReference: null, formKey: null })
  })

  it.each([
    [
      'the external one of the target',
      form({ externalReference: '= "app:" + "1"' }),
      { externalFormReference: 'app:1' },
    ],
    ['none if the target has none', '', { externalFormReference: null, formKey: null }],
  ])('replaces an embedded form by %s', async (_, target, expected) => {
    const engine = await engineWith(forWorkers(form({ formKey: 'camunda-forms:bpmn:userTaskForm_1' })))
    const instance = startInstance(engine)
    await migrate(engine, instance, model(userTask('task', target)))
    expect(onlyTask(engine)).toMatchObject(expected)
  })

  it("keeps a deployed form, and gets the target's form instead of an embedded one", async () => {
    const engine = await engineWith(forWorkers())
    await engine.deploy([FORM, { name: 'process.bpmn', content: forWorkers(form({ formId: 'review' })) }])
    const linked = startInstance(engine)
    const formKey = [...engine.forms][0]?.formKey
    await migrate(engine, linked, model(userTask('task', form({ externalReference: 'x' }))))
    expect([...engine.userTasks.of(linked)]).toMatchObject([{ formKey, externalFormReference: null }])
    const embedded = forWorkers(form({ formKey: 'camunda-forms:bpmn:UserTaskForm_1' }))
    await engine.deploy([{ name: 'process.bpmn', content: embedded }])
    const other = startInstance(engine)
    await migrate(engine, other, model(userTask('task', form({ formId: 'review' }))))
    expect([...engine.userTasks.of(other)]).toMatchObject([{ formKey }])
  })

  it('is not migrated if its form is missing, or to a job', async () => {
    const engine = await engineWith(forWorkers(form({ formKey: 'camunda-forms:bpmn:userTaskForm_1' })))
    const instance = startInstance(engine)
    const missing = migrate(engine, instance, model(userTask('task', form({ formId: 'none' }))))
    await expect(missing).rejects.toThrow(/The form of 'task'.*'none'/)
    expect([...engine.userTasks]).toEqual([])
    expect([...engine.jobs].map(({ state }) => state)).toEqual(['CREATED'])

    const own = await engineWith(model(userTask('task')))
    const backwards = migrate(own, startInstance(own), forWorkers())
    await expect(backwards).rejects.toThrow(/done by a job worker/)
    expect(codeOf(() => own.completeUserTask(onlyTask(own).userTaskKey))).toBe('accepted')
  })
})
