import { describe, expect, it } from 'vitest'
import type { Engine } from '../src/index.ts'
import { activeIncidents, engineWith, path, startInstance, stateOf, variablesOf, work } from './support/engine.ts'
import {
  catchEvent,
  element,
  end,
  flows,
  ioMapping,
  message,
  on,
  process,
  serviceTask,
  start,
} from './support/models.ts'

const waiting = process(
  [start(), catchEvent('wait', on.message('paid')), end(), flows('start', 'wait', 'end')].join('\n'),
  'process',
  message('paid', '= orderId'),
)
const paid = { name: 'paid', correlationKey: 'A-1' }
const states = (engine: Engine): string[] =>
  [...engine.messageSubscriptions].map((record) => record.messageSubscriptionState)

describe('a message catch event', () => {
  it('waits for a message with its name and correlation key', async () => {
    const engine = await engineWith(waiting)
    const instance = startInstance(engine, { orderId: 'A-1' })
    engine.publishMessage({ name: 'paid', correlationKey: 'A-2' })
    engine.publishMessage({ name: 'sent', correlationKey: 'A-1' })
    engine.publishMessage({ ...paid, tenantId: 'acme' })
    expect(path(engine, instance)).toEqual(['start', 'wait ACTIVE'])
    expect([...engine.messageSubscriptions.of(instance)][0]).toMatchObject({
      messageName: 'paid',
      correlationKey: 'A-1',
      messageSubscriptionState: 'CREATED',
      messageSubscriptionType: 'PROCESS_EVENT',
      elementId: 'wait',
      processInstanceKey: instance,
    })
    const { messageKey } = engine.publishMessage({ ...paid, variables: { amount: 99 } })
    expect(stateOf(engine, instance)).toBe('COMPLETED')
    expect(variablesOf(engine, instance)).toEqual({ orderId: 'A-1', amount: 99 })
    expect(states(engine)).toEqual(['CORRELATED'])
    expect([...engine.correlatedMessages.of(instance)]).toMatchObject([
      { messageKey, messageName: 'paid', correlationKey: 'A-1', elementId: 'wait', processInstanceKey: instance },
    ])
  })

  it('maps the variables of the message', async () => {
    const mapped = waiting.replace(
      '<bpmn:intermediateCatchEvent id="wait" >',
      `$&<bpmn:extensionElements>${ioMapping({ outputs: { price: '= amount' } })}</bpmn:extensionElements>`,
    )
    const engine = await engineWith(mapped)
    const instance = startInstance(engine, { orderId: 7 })
    engine.publishMessage({ name: 'paid', correlationKey: '7', variables: { amount: 99 } })
    expect(variablesOf(engine, instance)).toEqual({ orderId: 7, price: 99 })
  })

  it('raises an incident without a correlation key', async () => {
    const engine = await engineWith(waiting)
    startInstance(engine)
    expect(activeIncidents(engine)).toEqual(['wait EXTRACT_VALUE_ERROR'])
  })
})

describe('a message', () => {
  it('is lost without a time to live', async () => {
    const engine = await engineWith(waiting)
    engine.publishMessage(paid)
    expect(path(engine, startInstance(engine, { orderId: 'A-1' }))).toEqual(['start', 'wait ACTIVE'])
  })

  it('waits for its time to live, for one instance of each process', async () => {
    const engine = await engineWith(waiting)
    engine.publishMessage({ ...paid, timeToLive: 1000 })
    engine.advance(999)
    expect(stateOf(engine, startInstance(engine, { orderId: 'A-1' }))).toBe('COMPLETED')
    expect(stateOf(engine, startInstance(engine, { orderId: 'A-1' }))).toBe('ACTIVE')
    engine.publishMessage({ name: 'paid', correlationKey: 'A-2', timeToLive: 1000 })
    engine.advance(1000)
    expect(stateOf(engine, startInstance(engine, { orderId: 'A-2' }))).toBe('ACTIVE')
  })

  it('reaches the instance that has waited longest, and each process', async () => {
    const engine = await engineWith(waiting)
    await engine.deploy([{ name: 'other.bpmn', content: waiting.replaceAll('"process"', '"other"') }])
    const [first, second] = [startInstance(engine, { orderId: 'A-1' }), startInstance(engine, { orderId: 'A-1' })]
    const other = startInstance(engine, { orderId: 'A-1' }, 'other')
    engine.publishMessage(paid)
    expect([first, second, other].map((key) => stateOf(engine, key))).toEqual(['COMPLETED', 'ACTIVE', 'COMPLETED'])
  })

  it('is delivered in the order of publication', async () => {
    const engine = await engineWith(waiting)
    for (const n of [1, 2]) engine.publishMessage({ ...paid, timeToLive: 1000, variables: { n } })
    const instances = [startInstance(engine, { orderId: 'A-1' }), startInstance(engine, { orderId: 'A-1' })]
    expect(instances.map((key) => variablesOf(engine, key))).toEqual([
      { orderId: 'A-1', n: 1 },
      { orderId: 'A-1', n: 2 },
    ])
  })

  it('with a business id is only for instances with the same id', async () => {
    const engine = await engineWith(waiting)
    const create = (businessId?: string): string =>
      engine.createInstance({ processDefinitionId: 'process', variables: { orderId: 'A-1' }, businessId })
        .processInstanceKey
    const instances = [create(), create('B-1'), create('B-2')]
    engine.publishMessage({ ...paid, businessId: 'B-2' })
    expect(instances.map((key) => stateOf(engine, key))).toEqual(['ACTIVE', 'ACTIVE', 'COMPLETED'])
    engine.publishMessage(paid)
    expect(instances.map((key) => stateOf(engine, key))).toEqual(['COMPLETED', 'ACTIVE', 'COMPLETED'])
  })

  it('is rejected while another with the same id waits', async () => {
    const engine = await engineWith(waiting)
    const once = { ...paid, messageId: 'm1', timeToLive: 1000 }
    engine.publishMessage(once)
    expect(() => engine.publishMessage(once)).toThrow(expect.objectContaining({ code: 'ALREADY_EXISTS' }))
    engine.publishMessage({ ...once, correlationKey: 'A-2' })
    engine.publishMessage({ ...once, messageId: 'm2' })
    engine.advance(1000)
    engine.publishMessage(once)
  })

  it('is correlated immediately or not at all', async () => {
    const engine = await engineWith(waiting)
    expect(() => engine.correlateMessage(paid)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
    const instance = startInstance(engine, { orderId: 'A-1' })
    expect(engine.correlateMessage(paid)).toMatchObject({ processInstanceKey: instance, tenantId: '<default>' })
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it.each([{ name: '' }, { timeToLive: -1 }, { variables: 'none' as never }])('is rejected with %j', async (wrong) => {
    const engine = await engineWith(waiting)
    const rejected = expect.objectContaining({ code: 'INVALID_ARGUMENT' })
    expect(() => engine.publishMessage({ ...paid, ...wrong })).toThrow(rejected)
  })
})

it('a receive task waits like a catch event', async () => {
  const engine = await engineWith(
    process(
      [
        start(),
        element('receiveTask', 'receive', '', '', 'messageRef="paid"'),
        end(),
        flows('start', 'receive', 'end'),
      ].join('\n'),
      'process',
      message('paid', '= orderId'),
    ),
  )
  const instance = startInstance(engine, { orderId: 'A-1' })
  engine.publishMessage(paid)
  expect(path(engine, instance)).toEqual(['start', 'receive', 'end'])
})

it('a message is sent by a job worker', async () => {
  const definition = '<zeebe:taskDefinition type="send" />'
  const engine = await engineWith(
    process(
      [
        start(),
        element('intermediateThrowEvent', 'notify', definition, '<bpmn:messageEventDefinition />'),
        element('endEvent', 'end', definition, on.message('paid')),
        flows('start', 'notify', 'end'),
      ].join('\n'),
      'process',
      message('paid'),
    ),
  )
  const instance = startInstance(engine)
  expect(path(engine, instance)).toEqual(['start', 'notify ACTIVE'])
  work(engine, 'send')
  expect(path(engine, instance)).toEqual(['start', 'notify', 'end ACTIVE'])
  work(engine, 'send')
  expect(stateOf(engine, instance)).toBe('COMPLETED')
})

describe('a message that starts a process', () => {
  const model = (taskType = 'work'): string =>
    process(
      [
        element('startEvent', 'ordered', ioMapping({ outputs: { order: '= id' } }), on.message('order')),
        serviceTask('task', taskType),
        end(),
        flows('ordered', 'task', 'end'),
      ].join('\n'),
      'process',
      message('order'),
    )
  const order = { name: 'order', correlationKey: 'A-1', variables: { id: 1 } }
  const instances = (engine: Engine): object[] =>
    [...engine.processInstances].map(({ processInstanceKey }) => variablesOf(engine, processInstanceKey))

  it('starts an instance with its variables, of the latest version', async () => {
    const engine = await engineWith(model())
    await engine.deploy([{ name: 'process.bpmn', content: model('work-2') }])
    expect(states(engine)).toEqual(['DELETED', 'CREATED'])
    const { processInstanceKey } = engine.correlateMessage({ name: 'order', variables: { id: 5 }, businessId: 'B-1' })
    expect(engine.processInstances.get(processInstanceKey)).toMatchObject({
      processDefinitionVersion: 2,
      businessId: 'B-1',
    })
    expect(path(engine, processInstanceKey)).toEqual(['ordered', 'task ACTIVE'])
    expect(variablesOf(engine, processInstanceKey)).toEqual({ order: 5 })
  })

  it('starts one at a time with the same correlation key, and any number without', async () => {
    const engine = await engineWith(model())
    engine.publishMessage(order)
    engine.publishMessage({ ...order, variables: { id: 2 } })
    engine.publishMessage({ ...order, variables: { id: 3 }, timeToLive: 1000 })
    engine.publishMessage({ ...order, variables: { id: 4 }, timeToLive: 1000 })
    expect(instances(engine)).toEqual([{ order: 1 }])
    work(engine, 'work')
    expect(instances(engine)).toEqual([{ order: 1 }, { order: 3 }])
    engine.cancelInstance([...engine.processInstances][1]?.processInstanceKey ?? '')
    expect(instances(engine)).toEqual([{ order: 1 }, { order: 3 }, { order: 4 }])
    engine.publishMessage({ name: 'order', variables: { id: 5 } })
    engine.publishMessage({ name: 'order', variables: { id: 6 } })
    expect(instances(engine)).toHaveLength(5)
  })
})

it.each([
  ['a catch event without a correlation key', catchEvent('wait', on.message('go')), /wait.*correlation key/],
  ['a catch event without a message', catchEvent('wait', '<bpmn:messageEventDefinition />'), /wait.*needs a message/],
  ['a message end event without a job', element('endEvent', 'wait', '', on.message('go')), /wait.*job type/],
])('%s is rejected', async (_, content, expected) => {
  const xml = process([start(), content, flows('start', 'wait')].join('\n'), 'process', message('go'))
  await expect(engineWith(xml)).rejects.toThrow(expected)
})
