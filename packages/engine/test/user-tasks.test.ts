import { describe, expect, it } from 'vitest'
import {
  activeIncidentKey,
  activeIncidents,
  engineWith,
  path,
  startInstance,
  stateOf,
  variablesOf,
} from './support/engine.ts'
import { boundary, element, end, flows, ioMapping, multiInstance, on, userTask } from './support/models.ts'
import { assignment, FORM, form, model, onlyTask } from './support/user-tasks.ts'

describe('a user task', () => {
  it('waits until it is completed', async () => {
    const engine = await engineWith(model(userTask('task')))
    const instance = startInstance(engine)
    const task = onlyTask(engine)
    expect(task).toEqual({
      userTaskKey: task.userTaskKey,
      name: null,
      state: 'CREATED',
      assignee: null,
      candidateGroups: [],
      candidateUsers: [],
      priority: 50,
      creationDate: '2026-01-01T00:00:00.000Z',
      completionDate: null,
      dueDate: null,
      followUpDate: null,
      formKey: null,
      externalFormReference: null,
      customHeaders: {},
      elementId: 'task',
      elementInstanceKey: [...engine.elementInstances.of(instance)][1]?.elementInstanceKey,
      processInstanceKey: instance,
      rootProcessInstanceKey: instance,
      processDefinitionId: 'process',
      processDefinitionKey: [...engine.processDefinitions][0]?.processDefinitionKey,
      processDefinitionVersion: 1,
      processName: null,
      tags: [],
      businessId: null,
      tenantId: '<default>',
    })
    expect([...engine.jobs]).toEqual([])
    engine.advance(1000)
    expect(engine.completeUserTask(task.userTaskKey, { variables: { approved: true } }).outcome).toBe('DONE')
    expect(onlyTask(engine)).toEqual({ ...task, state: 'COMPLETED', completionDate: '2026-01-01T00:00:01.000Z' })
    expect(engine.userTasks.get(task.userTaskKey)?.state).toBe('COMPLETED')
    expect(variablesOf(engine, instance)).toEqual({ approved: true })
    expect(path(engine, instance)).toEqual(['start', 'task', 'end'])
  })

  it('has the attributes from the file', async () => {
    const extensions = [
      assignment({ assignee: '123', candidateGroups: 'a, b c', candidateUsers: 'x' }),
      '<zeebe:taskSchedule dueDate="2026-02-01T10:00:00+01:00" followUpDate="2026-01-31T09:00:00Z" />',
      '<zeebe:priorityDefinition priority="80" />',
      form({ externalReference: 'app:review' }),
      '<zeebe:taskHeaders><zeebe:header key="area" value="north" /></zeebe:taskHeaders>',
    ]
    const engine = await engineWith(model(userTask('task', extensions.join(''))))
    startInstance(engine)
    expect(onlyTask(engine)).toMatchObject({
      state: 'CREATED',
      assignee: '123',
      candidateGroups: ['a', 'b c'],
      candidateUsers: ['x'],
      dueDate: '2026-02-01T09:00:00.000Z',
      followUpDate: '2026-01-31T09:00:00.000Z',
      priority: 80,
      externalFormReference: 'app:review',
      customHeaders: { area: 'north' },
    })
  })

  it('evaluates expressions with the variables that it sees', async () => {
    const extensions = [
      ioMapping({ inputs: { boss: '= who' } }),
      assignment({ assignee: '= boss', candidateGroups: '= groups', candidateUsers: '=["a", boss]' }),
      '<zeebe:taskSchedule dueDate="= now() + duration(&quot;P1D&quot;)" followUpDate="= null" />',
      '<zeebe:priorityDefinition priority="= 2 * 20" />',
    ]
    const engine = await engineWith(model(userTask('task', extensions.join(''))))
    startInstance(engine, { who: 'jane', groups: ['g'] })
    expect(onlyTask(engine)).toMatchObject({
      assignee: 'jane',
      candidateGroups: ['g'],
      candidateUsers: ['a', 'jane'],
      dueDate: '2026-01-02T00:00:00.000Z',
      followUpDate: null,
      priority: 40,
    })
  })

  it('treats an empty name as no assignee, and a local time as UTC', async () => {
    const extensions = [
      assignment({ assignee: '= ""' }),
      '<zeebe:taskSchedule dueDate="= date and time(&quot;2026-03-01T10:00:00&quot;)" followUpDate="= &quot;&quot;" />',
    ]
    const engine = await engineWith(model(userTask('task', extensions.join(''))))
    startInstance(engine)
    expect(onlyTask(engine)).toMatchObject({ assignee: null, dueDate: '2026-03-01T10:00:00.000Z', followUpDate: null })
  })

  it.each([
    [
      'an assignee that is no text',
      assignment({ assignee: '= 1' }),
      'EXTRACT_VALUE_ERROR',
      /'STRING', but was 'NUMBER'/,
    ],
    ['candidates that are no list', assignment({ candidateUsers: '= "a"' }), 'EXTRACT_VALUE_ERROR', /'ARRAY'/],
    ['candidates that are no names', assignment({ candidateGroups: '= [1]' }), 'EXTRACT_VALUE_ERROR', /'STRING' items/],
    ['a date that is none', '<zeebe:taskSchedule dueDate="= 1" />', 'EXTRACT_VALUE_ERROR', /DATE_TIME/],
    ['a date of another form', '<zeebe:taskSchedule dueDate="= &quot;soon&quot;" />', 'EXTRACT_VALUE_ERROR', /'soon'/],
    ['a priority out of range', '<zeebe:priorityDefinition priority="= 101" />', 'EXTRACT_VALUE_ERROR', /\[0,100]/],
    ['a form that is not deployed', form({ formId: 'none' }), 'FORM_NOT_FOUND', /'none'/],
  ])('raises an incident for %s, and is not created until then', async (_, extension, type, text) => {
    const engine = await engineWith(model(userTask('task', extension)))
    const instance = startInstance(engine)
    expect(activeIncidents(engine)).toEqual([`task ${type}`])
    expect([...engine.incidents][0]?.errorMessage).toMatch(text)
    expect([...engine.userTasks]).toEqual([])
    engine.cancelInstance(instance)
    expect(stateOf(engine, instance)).toBe('TERMINATED')
    expect(activeIncidents(engine)).toEqual([])
  })

  it('is created once the incident is resolved', async () => {
    const engine = await engineWith(model(userTask('task', assignment({ assignee: '= who' }))))
    const instance = startInstance(engine)
    engine.setVariables(instance, { variables: { who: 'jane' } })
    engine.resolveIncident(activeIncidentKey(engine))
    expect(onlyTask(engine)).toMatchObject({ state: 'CREATED', assignee: 'jane' })
  })

  it('applies output mappings to its result', async () => {
    const mapping = ioMapping({ outputs: { result: '= answer + 1' } })
    const engine = await engineWith(model(userTask('task', mapping)))
    const instance = startInstance(engine)
    engine.completeUserTask(onlyTask(engine).userTaskKey, { variables: { answer: 41 } })
    expect(variablesOf(engine, instance)).toEqual({ result: 42 })
  })

  it('is completed even if an output mapping fails, whose incident can be resolved', async () => {
    const mapping = ioMapping({ outputs: { result: '= assert(answer, answer != null)' } })
    const engine = await engineWith(model(userTask('task', mapping)))
    const instance = startInstance(engine)
    const { userTaskKey, elementInstanceKey } = onlyTask(engine)
    engine.completeUserTask(userTaskKey)
    expect(activeIncidents(engine)).toEqual(['task IO_MAPPING_ERROR'])
    expect(onlyTask(engine).state).toBe('COMPLETED')
    engine.setVariables(elementInstanceKey, { variables: { answer: 1 }, local: true })
    engine.resolveIncident(activeIncidentKey(engine))
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('is canceled with its instance, or by an event', async () => {
    const stop = [boundary('stopped', 'task', on.message('stop')), end('other'), flows('stopped', 'other')].join('\n')
    const engine = await engineWith(model(userTask('task'), stop))
    const [canceled, stopped] = [startInstance(engine), startInstance(engine)]
    engine.cancelInstance(canceled)
    engine.advance(5000)
    engine.publishMessage({ name: 'stop', correlationKey: 'A' })
    expect([...engine.userTasks].map(({ state, completionDate }) => [state, completionDate])).toEqual([
      ['CANCELED', '2026-01-01T00:00:00.000Z'],
      ['CANCELED', '2026-01-01T00:00:05.000Z'],
    ])
    expect(path(engine, stopped)).toEqual(['start', 'task TERMINATED', 'stopped', 'other'])
  })

  it('is created once for each item of a multi-instance activity', async () => {
    const loop = multiInstance({
      inputCollection: '= people',
      inputElement: 'person',
      outputCollection: 'votes',
      outputElement: '= vote',
    })
    const engine = await engineWith(model(userTask('task', assignment({ assignee: '= person' }), loop)))
    const instance = startInstance(engine, { people: ['a', 'b'] })
    const tasks = [...engine.userTasks.of(instance)]
    expect(tasks.map(({ assignee }) => assignee)).toEqual(['a', 'b'])
    for (const { userTaskKey, assignee } of tasks.toReversed()) {
      engine.completeUserTask(userTaskKey, { variables: { vote: assignee === 'a' } })
    }
    expect(variablesOf(engine, instance)).toMatchObject({ votes: [true, false] })
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it.each([
    [{ formId: 'review' }, 1],
    [{ formId: '= "review"', bindingType: 'latest' }, 1],
    [{ formId: 'review', bindingType: 'deployment' }, 0],
    [{ formId: 'review', bindingType: 'versionTag', versionTag: 'v1' }, 0],
  ])('refers to a form by %j', async (attributes, index) => {
    const engine = await engineWith(model(userTask('other')).replaceAll('other', 'task'))
    await engine.deploy([{ name: 'process.bpmn', content: model(userTask('task', form(attributes))) }, FORM])
    await engine.deploy([{ name: FORM.name, content: FORM.content.replace('v1', 'v2') }])
    startInstance(engine)
    expect(onlyTask(engine).formKey).toBe([...engine.forms][index]?.formKey)
  })
})

describe('a deployment is rejected for', () => {
  it.each([
    ['a date without an offset', userTask('task', '<zeebe:taskSchedule dueDate="2026-01-01T00:00:00" />'), /due date/],
    ['a date that is none', userTask('task', '<zeebe:taskSchedule followUpDate="soon" />'), /follow-up date/],
    ['a priority out of range', userTask('task', '<zeebe:priorityDefinition priority="101" />'), /priority/],
    ['a priority that is none', userTask('task', '<zeebe:priorityDefinition priority="high" />'), /priority/],
    ['candidates with a gap', userTask('task', assignment({ candidateGroups: 'a,,b' })), /candidate groups/],
    ['a broken expression', userTask('task', assignment({ assignee: '= 1 +' })), /task/],
    ['a form without a reference', userTask('task', form({})), /formId or an externalReference/],
    [
      'two references',
      userTask('task', form({ formId: 'a', externalReference: 'b' })),
      /formId or an externalReference/,
    ],
    ['a form key', userTask('task', form({ formKey: 'a' })), /formId or an externalReference/],
    [
      'an external reference for workers',
      element('userTask', 'task', form({ externalReference: 'a' })),
      /or a formKey/,
    ],
    [
      'a form key with a binding',
      element('userTask', 'task', form({ formKey: 'a', bindingType: 'deployment' })),
      /binding/,
    ],
    ['a form that is not in it', userTask('task', form({ formId: 'a', bindingType: 'deployment' })), /no form/],
  ])('%s', async (_, task, expected) => {
    await expect(engineWith(model(task))).rejects.toThrow(expected)
  })
})
