import { describe, expect, it } from 'vitest'
import { activeIncidentKey, activeIncidents, engineWith, path, startInstance, stateOf, work } from './support/engine.ts'
import { catchEvent, end, flow, flows, on, process, serviceTask, start } from './support/models.ts'

describe('an exclusive gateway', () => {
  const model = (attributes: string, condition?: string): string =>
    process(
      [
        start(),
        `<bpmn:exclusiveGateway id="split" ${attributes} />`,
        end('large'),
        end('medium'),
        end('small'),
        flow('start', 'split'),
        flow('split', 'small', condition, 'to-small'),
        flow('split', 'large', '= amount > 100'),
        flow('split', 'medium', '= amount > 10'),
      ].join('\n'),
    )
  const withDefault = model('default="to-small"')
  const withoutDefault = model('', '= amount = 0')

  it.each([
    [500, 'large'],
    [50, 'medium'],
    [5, 'small'],
  ])('takes one flow for %d', async (amount, expected) => {
    const engine = await engineWith(withDefault)
    const instance = startInstance(engine, { amount })
    expect(path(engine, instance)).toEqual(['start', 'split', expected])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('raises an incident if no condition is true, and decides again when it is resolved', async () => {
    const engine = await engineWith(withoutDefault)
    const instance = startInstance(engine, { amount: 5 })
    expect(activeIncidents(engine)).toEqual(['split CONDITION_ERROR'])
    engine.resolveIncident(activeIncidentKey(engine))
    expect(activeIncidents(engine)).toEqual(['split CONDITION_ERROR'])
    engine.setVariables(instance, { variables: { amount: 0 } })
    engine.resolveIncident(activeIncidentKey(engine))
    expect(path(engine, instance)).toEqual(['start', 'split', 'small'])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('raises an incident if a condition is not a boolean', async () => {
    const engine = await engineWith(withDefault)
    startInstance(engine)
    expect(activeIncidents(engine)).toEqual(['split EXTRACT_VALUE_ERROR'])
  })
})

describe('a parallel gateway', () => {
  const model = process(
    [
      start(),
      '<bpmn:parallelGateway id="fork" />',
      serviceTask('a', 'a'),
      serviceTask('b', 'b'),
      '<bpmn:parallelGateway id="join" />',
      end(),
      flows('start', 'fork', 'a', 'join', 'end'),
      flows('fork', 'b', 'join'),
    ].join('\n'),
  )

  it('sends a token along each flow and waits for all of them', async () => {
    const engine = await engineWith(model)
    const instance = startInstance(engine)
    expect(path(engine, instance)).toEqual(['start', 'fork', 'a ACTIVE', 'b ACTIVE'])
    work(engine, 'b')
    expect(path(engine, instance)).toEqual(['start', 'fork', 'a ACTIVE', 'b'])
    work(engine, 'a')
    expect(path(engine, instance)).toEqual(['start', 'fork', 'a', 'b', 'join', 'end'])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('keeps its instance open while a token waits for others that never arrive', async () => {
    const split = ['<bpmn:exclusiveGateway id="fork" default="fork-a" />', flow('fork', 'b', '= false')].join('\n')
    const stuck = model
      .replace('<bpmn:parallelGateway id="fork" />', split)
      .replace(/<bpmn:sequenceFlow id="fork-b" sourceRef="fork" targetRef="b"><\/bpmn:sequenceFlow>/, '')
    const engine = await engineWith(stuck)
    const instance = startInstance(engine)
    work(engine, 'a')
    expect(path(engine, instance)).toEqual(['start', 'fork', 'a'])
    expect(stateOf(engine, instance)).toBe('ACTIVE')
    engine.cancelInstance(instance)
    expect(stateOf(engine, instance)).toBe('TERMINATED')
  })

  it('pairs the tokens of its flows, however many have arrived', async () => {
    const loop = process(
      [
        start(),
        '<bpmn:parallelGateway id="fork" />',
        '<bpmn:exclusiveGateway id="merge" />',
        '<bpmn:parallelGateway id="join" />',
        serviceTask('slow', 'slow'),
        end(),
        flows('start', 'fork', 'merge', 'join', 'end'),
        flow('fork', 'merge', undefined, 'second'),
        flows('fork', 'slow', 'join'),
      ].join('\n'),
    )
    const engine = await engineWith(loop)
    const instance = startInstance(engine)
    work(engine, 'slow')
    expect(path(engine, instance)).toEqual(['start', 'fork', 'merge', 'merge', 'slow', 'join', 'end'])
    // The second token of the upper flow has no partner.
    expect(stateOf(engine, instance)).toBe('ACTIVE')
  })
})

it('a loop without a wait state ends in an incident, and its instance can be canceled', async () => {
  const endless = process(
    [
      start(),
      '<bpmn:exclusiveGateway id="merge" />',
      '<bpmn:exclusiveGateway id="again" default="again-end" />',
      end(),
      flows('start', 'merge', 'again', 'end'),
      flow('again', 'merge', '= true'),
    ].join('\n'),
  )
  const engine = await engineWith(endless, { maxActivations: 1000 })
  const instance = startInstance(engine)
  expect(activeIncidents(engine)).toEqual(['merge CONDITION_ERROR'])
  expect([...engine.elementInstances.of(instance)]).toHaveLength(1000)
  engine.cancelInstance(instance)
  expect(stateOf(engine, instance)).toBe('TERMINATED')
  expect(activeIncidents(engine)).toEqual([])
})

it('a loop with a timer of zero duration does not hang either', async () => {
  const endless = process(
    [
      start(),
      '<bpmn:exclusiveGateway id="merge" />',
      catchEvent('wait', on.timer('duration', 'PT0S')),
      flows('start', 'merge', 'wait', 'merge'),
    ].join('\n'),
  )
  const engine = await engineWith(endless, { maxActivations: 1000 })
  startInstance(engine)
  expect(activeIncidents(engine)).toHaveLength(1)
})
