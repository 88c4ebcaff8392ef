import { describe, expect, it } from 'vitest'
import { activate, engineWith, startInstance, stateOf, variablesOf, work } from './support/engine.ts'
import { element, end, flows, ioMapping, process, serviceTask, start } from './support/models.ts'

const task = (mappings: Parameters<typeof ioMapping>[0]): string =>
  process([start(), serviceTask('task', 'work', ioMapping(mappings)), end(), flows('start', 'task', 'end')].join('\n'))

describe('input mappings', () => {
  it('create local variables, each visible to the next mapping', async () => {
    const engine = await engineWith(
      task({ inputs: { total: '= price * 2', label: 'fixed', 'order.total': '= total' } }),
    )
    const instance = startInstance(engine, { price: 5, order: { id: 1 } })
    const [job] = activate(engine, 'work')
    expect(job?.variables).toEqual({ price: 5, total: 10, label: 'fixed', order: { total: 10 } })
    expect(variablesOf(engine, instance)).toEqual({ price: 5, order: { id: 1 } })
    expect(variablesOf(engine, instance, job?.elementInstanceKey)).toEqual({
      total: 10,
      label: 'fixed',
      order: { total: 10 },
    })
  })
})

describe('a mapping to a member', () => {
  it('makes other members visible to later input mappings, but does not copy them', async () => {
    const engine = await engineWith(task({ inputs: { 'order.total': '= 5', copy: '= order' } }))
    startInstance(engine, { order: { id: 1, total: 2 } })
    expect(activate(engine, 'work')[0]?.variables).toEqual({ order: { total: 5 }, copy: { id: 1, total: 5 } })
  })

  it("adds to the element's own members when it passes them on", async () => {
    const engine = await engineWith(task({ inputs: { order: '= {own: 1}' }, outputs: { 'order.state': '= "paid"' } }))
    const instance = startInstance(engine, { order: { id: 1 } })
    work(engine, 'work')
    expect(variablesOf(engine, instance)).toEqual({ order: { own: 1, state: 'paid' } })
  })
})

describe('the result of a job', () => {
  it('goes to the process instance', async () => {
    const engine = await engineWith(task({}))
    const instance = startInstance(engine, { a: 1 })
    work(engine, 'work', { a: 2, b: 3 })
    expect(variablesOf(engine, instance)).toEqual({ a: 2, b: 3 })
  })

  it('stays local if an input mapping has made the variable local', async () => {
    const engine = await engineWith(task({ inputs: { a: '= a' } }))
    const instance = startInstance(engine, { a: 1 })
    work(engine, 'work', { a: 2, b: 3 })
    expect(variablesOf(engine, instance)).toEqual({ a: 1, b: 3 })
  })

  it('goes to the process instance if it changes nothing locally, as in Camunda', async () => {
    const engine = await engineWith(task({ inputs: { a: '= 1' } }))
    const instance = startInstance(engine)
    work(engine, 'work', { a: 1 })
    expect(variablesOf(engine, instance)).toEqual({ a: 1 })
  })

  it('is determined by output mappings', async () => {
    const engine = await engineWith(
      task({ outputs: { price: '= net + tax', 'order.state': '= "paid"', kept: '= order' } }),
    )
    const instance = startInstance(engine, { order: { id: 1 } })
    const [job] = activate(engine, 'work')
    engine.completeJob(job?.jobKey ?? '', { variables: { net: 10, tax: 2 } })
    expect(variablesOf(engine, instance)).toEqual({
      order: { id: 1, state: 'paid' },
      price: 12,
      kept: { id: 1, state: 'paid' },
    })
    expect(variablesOf(engine, instance, job?.elementInstanceKey)).toEqual({ net: 10, tax: 2 })
  })
})

describe('a sub-process', () => {
  const model = process(
    [
      start(),
      element(
        'subProcess',
        'sub',
        ioMapping({ inputs: { item: '= items[1]' }, outputs: { result: '= item' } }),
        [start('sub-start'), serviceTask('task', 'work'), end('sub-end'), flows('sub-start', 'task', 'sub-end')].join(
          '',
        ),
      ),
      serviceTask('after', 'after'),
      end(),
      flows('start', 'sub', 'after', 'end'),
    ].join('\n'),
  )

  it('is a separate scope that ends with its last token', async () => {
    const engine = await engineWith(model)
    const instance = startInstance(engine, { items: ['a', 'b'] })
    const [job] = activate(engine, 'work')
    expect(job?.variables).toEqual({ items: ['a', 'b'], item: 'a' })
    engine.completeJob(job?.jobKey ?? '', { variables: { item: 'A', other: 1 } })
    expect(variablesOf(engine, instance)).toEqual({ items: ['a', 'b'], other: 1, result: 'A' })
    expect(activate(engine, 'after')[0]?.variables).toEqual({ items: ['a', 'b'], other: 1, result: 'A' })
    const scopes = [...engine.elementInstances.of(instance)].map((record) => [
      record.elementId,
      record.elementInstanceScopeKey,
    ])
    const sub = [...engine.elementInstances.of(instance)].find(({ elementId }) => elementId === 'sub')
    expect(scopes).toEqual([
      ['start', instance],
      ['sub', instance],
      ['sub-start', sub?.elementInstanceKey],
      ['task', sub?.elementInstanceKey],
      ['sub-end', sub?.elementInstanceKey],
      ['after', instance],
    ])
  })

  it('is canceled with everything that runs in it', async () => {
    const engine = await engineWith(model)
    const instance = startInstance(engine, { items: ['a'] })
    engine.cancelInstance(instance)
    expect(stateOf(engine, instance)).toBe('TERMINATED')
    const states = [...engine.elementInstances.of(instance)].map(({ elementId, state }) => [elementId, state])
    expect(states.slice(1)).toEqual([
      ['sub', 'TERMINATED'],
      ['sub-start', 'COMPLETED'],
      ['task', 'TERMINATED'],
    ])
  })
})

describe('setVariables', () => {
  it('changes the nearest scope that has the variable, or only this scope if requested', async () => {
    const engine = await engineWith(task({ inputs: { a: '= 1' } }))
    const instance = startInstance(engine, { b: 1 })
    const [job] = activate(engine, 'work')
    const scope = job?.elementInstanceKey ?? ''
    engine.setVariables(scope, { variables: { a: 2, b: 2, c: 2 } })
    expect(variablesOf(engine, instance)).toEqual({ b: 2, c: 2 })
    engine.setVariables(scope, { variables: { b: 3 }, local: true })
    expect(variablesOf(engine, instance)).toEqual({ b: 2, c: 2 })
    expect(variablesOf(engine, instance, scope)).toEqual({ a: 2, b: 3 })
    engine.completeJob(job?.jobKey ?? '')
    const gone = expect.objectContaining({ code: 'NOT_FOUND' })
    expect(() => engine.setVariables(scope, { variables: {} })).toThrow(gone)
    expect(() => engine.setVariables(instance, { variables: {} })).toThrow(gone)
  })

  it('accepts the name of an inherited object member', async () => {
    const engine = await engineWith(task({}))
    const instance = startInstance(engine, JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}'))
    const [job] = activate(engine, 'work')
    expect(Object.entries(job?.variables ?? {})).toEqual([
      ['__proto__', { a: 1 }],
      ['constructor', 2],
    ])
    expect([...engine.variables.of(instance)].map(({ name }) => name)).toEqual(['__proto__', 'constructor'])
  })
})
