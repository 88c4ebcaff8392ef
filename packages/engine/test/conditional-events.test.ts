import { describe, expect, it } from 'vitest'
import { activate, engineWith, path, startInstance, stateOf, variablesOf, work } from './support/engine.ts'
import {
  boundary,
  catchEvent,
  element,
  end,
  eventSubProcess,
  flow,
  flows,
  ioMapping,
  process,
  serviceTask,
  start,
  subProcess,
  xmlText,
} from './support/models.ts'

const when = (condition: string, filter = ''): string => {
  const extensions = filter && `<bpmn:extensionElements><zeebe:conditionalFilter ${filter} /></bpmn:extensionElements>`
  return `<bpmn:conditionalEventDefinition>${extensions}<bpmn:condition xsi:type="bpmn:tFormalExpression">${xmlText(condition)}</bpmn:condition></bpmn:conditionalEventDefinition>`
}

const model = (...content: readonly string[]): string => process([start(), ...content].join('\n'))

const withBoundary = (definition: string, isInterrupting = true, task = serviceTask('task', 'work')): string =>
  model(
    task,
    boundary('alarm', 'task', definition, isInterrupting),
    end(),
    end('alarmed'),
    flows('start', 'task', 'end'),
    flow('alarm', 'alarmed'),
  )

describe('an intermediate conditional event', () => {
  const waits = model(catchEvent('wait', when('= x > 10')), end(), flows('start', 'wait', 'end'))

  it('waits until its condition is true', async () => {
    const engine = await engineWith(waits)
    const instance = startInstance(engine)
    engine.setVariables(instance, { variables: { x: 10 } })
    expect(path(engine, instance)).toEqual(['start', 'wait ACTIVE'])
    engine.setVariables(instance, { variables: { x: 11 } })
    expect(path(engine, instance)).toEqual(['start', 'wait', 'end'])
  })

  it('continues immediately if its condition is already true', async () => {
    const engine = await engineWith(waits)
    expect(path(engine, startInstance(engine, { x: 11 }))).toEqual(['start', 'wait', 'end'])
  })
})

describe('a conditional boundary event', () => {
  it('interrupts its activity', async () => {
    const engine = await engineWith(withBoundary(when('= x > 10')))
    const instance = startInstance(engine, { x: 1 })
    expect(activate(engine, 'work')).toHaveLength(1)
    engine.setVariables(instance, { variables: { x: 11 } })
    expect(path(engine, instance)).toEqual(['start', 'task TERMINATED', 'alarm', 'alarmed'])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('cancels the job of an activity whose condition is true when it starts', async () => {
    const task = serviceTask('task', 'work', ioMapping({ inputs: { x: '= 11' } }))
    const engine = await engineWith(withBoundary(when('= x > 10'), true, task))
    const instance = startInstance(engine)
    expect(path(engine, instance)).toEqual(['start', 'task TERMINATED', 'alarm', 'alarmed'])
    expect([...engine.jobs].map(({ state }) => state)).toEqual(['CANCELED'])
  })

  it('is triggered by each change, if it does not interrupt', async () => {
    const engine = await engineWith(withBoundary(when('= x > 10'), false))
    const instance = startInstance(engine, { x: 1 })
    for (const x of [11, 11, 12, 5, 13]) engine.setVariables(instance, { variables: { x } })
    engine.setVariables(instance, { variables: { other: 1 } })
    expect(path(engine, instance).filter((id) => id === 'alarm')).toHaveLength(3)
    work(engine, 'work')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('is triggered once by one command, however many variables change', async () => {
    const engine = await engineWith(withBoundary(when('= x > 10 or y > 5'), false))
    const instance = startInstance(engine, { x: 1, y: 1 })
    engine.setVariables(instance, { variables: { x: 11, y: 11 } })
    expect(path(engine, instance).filter((id) => id === 'alarm')).toHaveLength(1)
  })

  it('does not see what its activity returns', async () => {
    const engine = await engineWith(withBoundary(when('= x > 10')))
    const instance = startInstance(engine, { x: 1 })
    work(engine, 'work', { x: 11 })
    expect(path(engine, instance)).toEqual(['start', 'task', 'end'])
  })

  it('sees only what is in its scope', async () => {
    const engine = await engineWith(
      model(
        '<bpmn:parallelGateway id="fork" />',
        subProcess(
          'sub',
          [
            start('in'),
            serviceTask('a', 'a'),
            boundary('a-alarm', 'a', when('= x = 1')),
            end('out'),
            flows('in', 'a', 'out'),
          ].join(''),
        ),
        serviceTask('b', 'b'),
        boundary('b-alarm', 'b', when('= x = 1')),
        end(),
        flows('start', 'fork', 'sub', 'end'),
        flows('fork', 'b', 'end'),
      ),
    )
    const instance = startInstance(engine)
    const sub = [...engine.elementInstances.of(instance)].find(({ elementId }) => elementId === 'sub')
    engine.setVariables(sub?.elementInstanceKey ?? '', { variables: { x: 1 }, local: true })
    expect(path(engine, instance)).toContain('a-alarm')
    expect(path(engine, instance)).toContain('b ACTIVE')
  })

  it('in an outer scope is triggered before one in an inner scope', async () => {
    const inner = [
      start('in'),
      serviceTask('a', 'a'),
      boundary('inner', 'a', when('= x = 1'), false),
      end('out'),
      flows('in', 'a', 'out'),
    ]
    const engine = await engineWith(
      model(
        subProcess('task', inner.join('')),
        boundary('outer', 'task', when('= x = 1')),
        end(),
        end('alarmed'),
        flows('start', 'task', 'end'),
        flow('outer', 'alarmed'),
      ),
    )
    const instance = startInstance(engine)
    engine.setVariables(instance, { variables: { x: 1 } })
    expect(path(engine, instance)).toEqual(['start', 'task TERMINATED', 'in', 'a TERMINATED', 'outer', 'alarmed'])
  })
})

describe('the filter of a conditional event', () => {
  it.each([
    ['variableNames="trigger"', ['trigger']],
    ['variableEvents="update"', ['x']],
    ['variableEvents="create"', ['y']],
    ['variableNames="x, y" variableEvents="create, update"', ['x', 'y']],
  ])('%s', async (filter, expected) => {
    const engine = await engineWith(withBoundary(when('= x > 0 or y > 0', filter), false))
    const triggered: string[] = []
    for (const name of ['x', 'y', 'trigger']) {
      const instance = startInstance(engine, { x: -1 })
      // The condition holds for `x` in each case, so that only the filter decides.
      if (name === 'trigger') engine.setVariables(instance, { variables: { x: 1 } })
      const before = path(engine, instance).filter((id) => id === 'alarm').length
      engine.setVariables(instance, { variables: { [name]: 1 + (name === 'x' ? 1 : 0) } })
      if (path(engine, instance).filter((id) => id === 'alarm').length > before) triggered.push(name)
    }
    expect(triggered).toEqual(expected)
  })
})

describe('a conditional event sub-process', () => {
  const inside = `${end('handled')}${flow('event-start', 'handled')}`

  it('interrupts its scope', async () => {
    const engine = await engineWith(
      model(
        serviceTask('task', 'work'),
        end(),
        eventSubProcess('event', when('= x > 10'), inside),
        flows('start', 'task', 'end'),
      ),
    )
    const instance = startInstance(engine)
    engine.setVariables(instance, { variables: { x: 11 } })
    expect(path(engine, instance)).toEqual(['start', 'task TERMINATED', 'event', 'event-start', 'handled'])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('runs beside its scope, and sees what an activity returns', async () => {
    const engine = await engineWith(
      model(
        serviceTask('a', 'a'),
        serviceTask('b', 'b'),
        end(),
        eventSubProcess('event', when('= x > 10'), inside, false),
        flows('start', 'a', 'b', 'end'),
      ),
    )
    const instance = startInstance(engine)
    work(engine, 'a', { x: 11 })
    expect(path(engine, instance)).toEqual(
      expect.arrayContaining(['start', 'a', 'b ACTIVE', 'event', 'event-start', 'handled']),
    )
    work(engine, 'b')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })
})

describe('a conditional start event', () => {
  const starts = (condition: string, filter = '', id = 'process'): string =>
    process(
      [
        element('startEvent', 'start', '', when(condition, filter)),
        serviceTask('task', 'work'),
        end(),
        flows('start', 'task', 'end'),
      ].join(''),
      id,
    )

  it('starts its process by a command, with the variables of that command', async () => {
    const engine = await engineWith(starts('= x > 10'))
    expect(engine.evaluateConditionals({ variables: { x: 1 } }).processInstances).toEqual([])
    const { processInstances } = engine.evaluateConditionals({ variables: { x: 11, y: 'z' } })
    const [{ processInstanceKey = '', processDefinitionKey = '' } = {}] = processInstances
    expect(processInstances).toHaveLength(1)
    expect(variablesOf(engine, processInstanceKey)).toEqual({ x: 11, y: 'z' })
    expect(path(engine, processInstanceKey)).toEqual(['start', 'task ACTIVE'])
    expect(engine.evaluateConditionals({ variables: { x: 11 }, processDefinitionKey }).processInstances).toHaveLength(1)
    expect(() => engine.evaluateConditionals({ variables: {}, processDefinitionKey: '2251799813689999' })).toThrow(
      /2251799813689999/,
    )
  })

  it('only applies to the latest version, and needs a variable of its filter', async () => {
    const engine = await engineWith(starts('= x > 10'))
    await engine.deploy([{ name: 'new.bpmn', content: starts('= x > 10', 'variableNames="y"') }])
    const [old] = [...engine.processDefinitions]
    expect(engine.evaluateConditionals({ variables: { x: 11 } }).processInstances).toEqual([])
    expect(engine.evaluateConditionals({ variables: { x: 11, y: 1 } }).processInstances).toHaveLength(1)
    const { processDefinitionKey = '' } = old ?? {}
    expect(engine.evaluateConditionals({ variables: { x: 11, y: 1 }, processDefinitionKey }).processInstances).toEqual(
      [],
    )
  })
})

it.each([
  ['no condition', '<bpmn:conditionalEventDefinition />', /wait: .*needs a condition/],
  ['a condition without "="', when('x > 1'), /begins with '='/],
  ['an unknown change', when('= x', 'variableEvents="delete"'), /'delete'/],
])('is rejected with %s', async (_, definition, expected) => {
  await expect(engineWith(model(catchEvent('wait', definition), flows('start', 'wait')))).rejects.toThrow(expected)
})
