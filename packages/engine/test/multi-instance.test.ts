import { describe, expect, it } from 'vitest'
import type { Engine } from '../src/index.ts'
import {
  activate,
  activeIncidentKey,
  activeIncidents,
  engineWith,
  path,
  startInstance,
  stateOf,
  variablesOf,
  work,
} from './support/engine.ts'
import {
  boundary,
  element,
  end,
  error,
  flows,
  ioMapping,
  multiInstance,
  on,
  process,
  serviceTask,
  start,
  subProcess,
} from './support/models.ts'

const task = (loop: string, extensions = ''): string =>
  element('serviceTask', 'task', `<zeebe:taskDefinition type="work" />${extensions}`, loop)

const model = (content: string, rest = ''): string =>
  process([start(), content, end(), flows('start', 'task', 'end')].join('\n'), 'process', rest)

const collect = {
  inputCollection: '= items',
  inputElement: 'item',
  outputCollection: 'results',
  outputElement: '= result',
}

/** Completes the jobs of all instances that wait, each with a result made of its item. */
function workOnItems(engine: Engine, count = 100): void {
  for (const { jobKey, variables } of activate(engine, 'work', count)) {
    engine.completeJob(jobKey, { variables: { result: Number(variables.item) * 10 } })
  }
}

describe('a parallel multi-instance activity', () => {
  it('runs once for each item, and collects the results in the order of the items', async () => {
    const engine = await engineWith(model(task(multiInstance(collect))))
    const instance = startInstance(engine, { items: [1, 2, 3] })
    const jobs = activate(engine, 'work')
    expect(jobs.map(({ variables }) => [variables.item, variables.loopCounter])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
    for (const { jobKey, variables } of jobs.reverse()) {
      engine.completeJob(jobKey, { variables: { result: Number(variables.item) * 10 } })
    }
    expect(stateOf(engine, instance)).toBe('COMPLETED')
    expect(variablesOf(engine, instance)).toEqual({ items: [1, 2, 3], results: [10, 20, 30] })
  })

  it('has a body in the history that contains the instances', async () => {
    const engine = await engineWith(model(task(multiInstance(collect))))
    const instance = startInstance(engine, { items: [1, 2] })
    const [, body, first] = [...engine.elementInstances.of(instance)]
    expect(body).toMatchObject({ elementId: 'task', type: 'MULTI_INSTANCE_BODY', state: 'ACTIVE' })
    expect(first).toMatchObject({
      elementId: 'task',
      type: 'SERVICE_TASK',
      elementInstanceScopeKey: body?.elementInstanceKey,
    })
    expect(variablesOf(engine, instance, body?.elementInstanceKey)).toEqual({ results: [null, null] })
    expect(variablesOf(engine, instance, first?.elementInstanceKey)).toEqual({ item: 1, result: null, loopCounter: 1 })
  })

  it('completes immediately without items', async () => {
    const engine = await engineWith(model(task(multiInstance(collect))))
    const instance = startInstance(engine, { items: [] })
    expect(path(engine, instance)).toEqual(['start', 'task', 'end'])
    expect(variablesOf(engine, instance)).toEqual({ items: [], results: [] })
  })

  it('ends the other instances when the completion condition is true', async () => {
    const loop = multiInstance({ ...collect, completionCondition: '= numberOfCompletedInstances >= 2 and result = 20' })
    const engine = await engineWith(model(task(loop)))
    const instance = startInstance(engine, { items: [1, 2, 3, 4] })
    workOnItems(engine, 2)
    expect(path(engine, instance)).toEqual([
      'start',
      'task',
      'task',
      'task',
      'task TERMINATED',
      'task TERMINATED',
      'end',
    ])
    expect(variablesOf(engine, instance)).toMatchObject({ results: [10, 20, null, null] })
    expect(activate(engine, 'work')).toEqual([])
  })

  it('counts instances for the completion condition', async () => {
    const counts =
      '= assert(seen, numberOfInstances = 3 and numberOfActiveInstances + numberOfCompletedInstances = 3 and numberOfTerminatedInstances = 0) = 1'
    const engine = await engineWith(model(task(multiInstance({ ...collect, completionCondition: counts }))))
    const instance = startInstance(engine, { items: [1, 2, 3], seen: 0 })
    workOnItems(engine)
    expect(activeIncidents(engine)).toEqual([])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('applies mappings and listeners to each instance', async () => {
    const listeners =
      '<zeebe:executionListeners><zeebe:executionListener eventType="start" type="listen" /></zeebe:executionListeners>'
    const mapping = ioMapping({ inputs: { label: '= "item " + string(item)' }, outputs: { result: '= label' } })
    const engine = await engineWith(model(task(multiInstance(collect), listeners + mapping)))
    const instance = startInstance(engine, { items: [1, 2] })
    expect(activate(engine, 'work')).toEqual([])
    expect(work(engine, 'listen')).toBe(2)
    expect(work(engine, 'work')).toBe(2)
    expect(variablesOf(engine, instance)).toMatchObject({ results: [null, null], result: 'item 2' })
  })

  it('is interrupted as a whole by a boundary event', async () => {
    const engine = await engineWith(
      process(
        [
          start(),
          task(multiInstance(collect)),
          boundary('failed', 'task', on.error('broken')),
          end(),
          end('sorry'),
          flows('start', 'task', 'end'),
          flows('failed', 'sorry'),
        ].join('\n'),
        'process',
        error('broken'),
      ),
    )
    const instance = startInstance(engine, { items: [1, 2] })
    engine.throwError(activate(engine, 'work', 1)[0]?.jobKey ?? '', { errorCode: 'broken' })
    expect(path(engine, instance)).toEqual([
      'start',
      'task TERMINATED',
      'task TERMINATED',
      'task TERMINATED',
      'failed',
      'sorry',
    ])
  })

  it('repeats a sub-process, each time with separate variables', async () => {
    const inner = [start('in'), serviceTask('work', 'work'), end('out'), flows('in', 'work', 'out')].join('\n')
    const engine = await engineWith(model(subProcess('task', multiInstance(collect) + inner)))
    const instance = startInstance(engine, { items: [1, 2] })
    workOnItems(engine)
    expect(stateOf(engine, instance)).toBe('COMPLETED')
    expect(variablesOf(engine, instance)).toMatchObject({ results: [10, 20] })
    expect(path(engine, instance).filter((id) => id === 'work')).toHaveLength(2)
  })
})

describe('a sequential multi-instance activity', () => {
  const sequential = multiInstance({ ...collect, isSequential: true })

  it('runs one instance after the other', async () => {
    const engine = await engineWith(model(task(sequential)))
    const instance = startInstance(engine, { items: [1, 2, 3] })
    for (const item of [1, 2, 3]) {
      expect(
        activate(engine, 'work').map(({ jobKey, variables }) => {
          engine.completeJob(jobKey, { variables: { result: variables.item } })
          return variables.item
        }),
      ).toEqual([item])
    }
    expect(path(engine, instance)).toEqual(['start', 'task', 'task', 'task', 'task', 'end'])
    expect(variablesOf(engine, instance)).toMatchObject({ results: [1, 2, 3] })
  })

  it('stops when the completion condition is true', async () => {
    const loop = multiInstance({ ...collect, isSequential: true, completionCondition: '= result = 20' })
    const engine = await engineWith(model(task(loop)))
    const instance = startInstance(engine, { items: [1, 2, 3] })
    workOnItems(engine)
    workOnItems(engine)
    expect(path(engine, instance)).toEqual(['start', 'task', 'task', 'task', 'end'])
    expect(variablesOf(engine, instance)).toMatchObject({ results: [10, 20, null] })
  })

  it('runs a script for many items', async () => {
    const script = '<zeebe:script expression="= item + loopCounter" resultVariable="result" />'
    const engine = await engineWith(model(element('scriptTask', 'task', script, sequential)))
    const items = Array.from({ length: 500 }, (_, index) => index)
    const instance = startInstance(engine, { items })
    expect(variablesOf(engine, instance)).toMatchObject({ results: items.map((item) => item * 2 + 1) })
  })
})

describe('an incident of a multi-instance activity', () => {
  it('is raised on the body if there is no list', async () => {
    const engine = await engineWith(model(task(multiInstance(collect))))
    const instance = startInstance(engine)
    expect(activeIncidents(engine)).toEqual(['task EXTRACT_VALUE_ERROR'])
    engine.setVariables(instance, { variables: { items: [1] } })
    engine.resolveIncident(activeIncidentKey(engine))
    workOnItems(engine)
    expect(variablesOf(engine, instance)).toMatchObject({ results: [10] })
  })

  it('is raised on the instance if its result or the condition fails', async () => {
    const loop = multiInstance({ ...collect, completionCondition: '= stop' })
    const engine = await engineWith(model(task(loop)))
    const instance = startInstance(engine, { items: [1, 2] })
    workOnItems(engine)
    expect(activeIncidents(engine)).toEqual(['task EXTRACT_VALUE_ERROR', 'task EXTRACT_VALUE_ERROR'])
    engine.setVariables(instance, { variables: { stop: false } })
    engine.resolveIncident(activeIncidentKey(engine))
    engine.resolveIncident(activeIncidentKey(engine))
    expect(stateOf(engine, instance)).toBe('COMPLETED')
    expect(variablesOf(engine, instance)).toMatchObject({ results: [10, 20] })
  })

  it('is raised for an item that no longer exists', async () => {
    const engine = await engineWith(model(task(multiInstance({ ...collect, isSequential: true }))))
    const instance = startInstance(engine, { items: [1, 2] })
    workOnItems(engine)
    engine.setVariables(instance, { variables: { items: [1] } })
    workOnItems(engine)
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })
})

it.each([
  ['no input collection', '<bpmn:multiInstanceLoopCharacteristics />', /input collection/],
  [
    'an output collection alone',
    multiInstance({ inputCollection: '= items', outputCollection: 'results' }),
    /need each other/,
  ],
])('is rejected with %s', async (_, loop, message) => {
  await expect(engineWith(model(task(loop)))).rejects.toThrow(message)
})
