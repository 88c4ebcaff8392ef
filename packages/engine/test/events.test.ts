import { describe, expect, it } from 'vitest'
import { engineWith, path, startInstance, stateOf, variablesOf, work } from './support/engine.ts'
import {
  boundary,
  catchEvent,
  element,
  end,
  endEvent,
  flow,
  flows,
  ioMapping,
  message,
  on,
  process,
  serviceTask,
  signal,
  start,
  subProcess,
  throwEvent,
} from './support/models.ts'

describe('a signal', () => {
  const model = process(
    [
      start(),
      catchEvent('wait', on.signal('go')),
      serviceTask('task', 'work'),
      boundary('again', 'task', on.signal('go'), false),
      end(),
      flows('start', 'wait', 'task', 'end'),
    ].join('\n'),
    'process',
    signal('go'),
  )
  const starter = process(
    [element('startEvent', 'started', '', on.signal('go')), end(), flows('started', 'end')].join('\n'),
    'starter',
    signal('go'),
  )

  it('reaches everything that waits for it, and starts processes', async () => {
    const engine = await engineWith(model)
    await engine.deploy([{ name: 'starter.bpmn', content: starter }])
    const waiting = [startInstance(engine), startInstance(engine)]
    const { tenantId } = engine.broadcastSignal({ signalName: 'go', variables: { a: 1 } })
    expect(tenantId).toBe('<default>')
    expect(waiting.map((key) => path(engine, key).at(-1))).toEqual(['task ACTIVE', 'task ACTIVE'])
    expect(waiting.map((key) => variablesOf(engine, key))).toEqual([{ a: 1 }, { a: 1 }])
    const started = [...engine.processInstances].filter((record) => record.processDefinitionId === 'starter')
    expect(started).toHaveLength(1)
    engine.broadcastSignal({ signalName: 'go' })
    expect(path(engine, waiting[0] ?? '')).toEqual(['start', 'wait', 'task ACTIVE', 'again'])
    engine.broadcastSignal({ signalName: 'other' })
    engine.broadcastSignal({ signalName: 'go', tenantId: 'acme' })
    expect(engine.processInstances.size).toBe(4)
  })

  it('has the variables that the input mappings of its event created', async () => {
    const engine = await engineWith(model)
    const mapping = ioMapping({ inputs: { sent: '= secret + 1' } })
    const throwing = process(
      [start(), throwEvent('throw', on.signal('go'), mapping), flows('start', 'throw')].join(''),
      'throwing',
      signal('go'),
    )
    await engine.deploy([{ name: 'throwing.bpmn', content: throwing }])
    const waiting = startInstance(engine)
    startInstance(engine, { secret: 1 }, 'throwing')
    expect(variablesOf(engine, waiting)).toEqual({ sent: 2 })
  })

  it('can be thrown', async () => {
    const engine = await engineWith(model)
    const throwing = process(
      [
        start(),
        throwEvent('throw', on.signal('go')),
        endEvent('end', on.signal('go')),
        flows('start', 'throw', 'end'),
      ].join(''),
      'throwing',
      signal('go'),
    )
    await engine.deploy([{ name: 'throwing.bpmn', content: throwing }])
    const waiting = startInstance(engine)
    expect(stateOf(engine, startInstance(engine, {}, 'throwing'))).toBe('COMPLETED')
    expect(path(engine, waiting)).toEqual(['start', 'wait', 'task ACTIVE', 'again'])
  })
})

describe('an event-based gateway', () => {
  const model = process(
    [
      start(),
      '<bpmn:eventBasedGateway id="first" />',
      catchEvent('paid', on.message('pay')),
      catchEvent('canceled', on.message('cancel')),
      catchEvent('timeout', on.timer('duration', 'PT1H')),
      end(),
      ...['paid', 'canceled', 'timeout'].map((id) => flows('first', id, 'end')),
      flow('start', 'first'),
    ].join('\n'),
    'process',
    message('pay', '= orderId') + message('cancel', '= orderId'),
  )

  it.each([
    ['paid', { name: 'pay', correlationKey: 'A-1', variables: { a: 1 } }],
    ['canceled', { name: 'cancel', correlationKey: 'A-1', variables: { a: 1 } }],
  ])('goes the way of the event that happens first: %s', async (expected, published) => {
    const engine = await engineWith(model)
    const instance = startInstance(engine, { orderId: 'A-1' })
    expect(path(engine, instance)).toEqual(['start', 'first ACTIVE'])
    engine.publishMessage(published)
    engine.advance(3_600_000)
    expect(path(engine, instance)).toEqual(['start', 'first', expected, 'end'])
    expect(variablesOf(engine, instance)).toEqual({ orderId: 'A-1', a: 1 })
    const taken = [...engine.sequenceFlows.of(instance)].map(({ sequenceFlowId }) => sequenceFlowId)
    expect(taken).toEqual([`first-${expected}`, `${expected}-end`, 'start-first'])
  })

  it('takes the path of a timer', async () => {
    const engine = await engineWith(model)
    const instance = startInstance(engine, { orderId: 'A-1' })
    engine.advance(3_600_000)
    engine.publishMessage({ name: 'pay', correlationKey: 'A-1' })
    expect(path(engine, instance)).toEqual(['start', 'first', 'timeout', 'end'])
  })

  it('is rejected with two events for the same message', async () => {
    const events = ['a', 'b'].map((id) => catchEvent(id, on.message('pay')))
    const twice = process(
      [
        start(),
        '<bpmn:eventBasedGateway id="first" />',
        ...events,
        flows('start', 'first', 'a'),
        flows('first', 'b'),
      ].join(''),
      'process',
      message('pay', '= orderId'),
    )
    await expect(engineWith(twice)).rejects.toThrow("b: Another event in the same place is for the message 'pay' too.")
  })

  it('is rejected with another kind of element after it, or with a single path', async () => {
    const wrong = process(
      [
        start(),
        '<bpmn:eventBasedGateway id="first" />',
        '<bpmn:task id="task" />',
        flows('start', 'first', 'task'),
      ].join(''),
    )
    await expect(engineWith(wrong)).rejects.toThrow(
      /first: .*two outgoing flows[\s\S]*task: Only catch events that wait/,
    )
  })
})

describe('a terminate end event', () => {
  const content = (inner: string): string =>
    [
      start(`${inner}start`),
      `<bpmn:parallelGateway id="${inner}fork" />`,
      serviceTask(`${inner}slow`, 'slow'),
      serviceTask(`${inner}fast`, 'fast'),
      endEvent(`${inner}stop`, on.terminate),
      flows(`${inner}start`, `${inner}fork`, `${inner}slow`),
      flows(`${inner}fork`, `${inner}fast`, `${inner}stop`),
    ].join('')

  it('ends everything else in the process', async () => {
    const engine = await engineWith(process(content('')))
    const instance = startInstance(engine)
    work(engine, 'fast')
    expect(path(engine, instance)).toEqual(['start', 'fork', 'slow TERMINATED', 'fast', 'stop'])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('only ends a sub-process, which completes', async () => {
    const engine = await engineWith(
      process([start(), subProcess('sub', content('in-')), end(), flows('start', 'sub', 'end')].join('\n')),
    )
    const instance = startInstance(engine)
    work(engine, 'fast')
    expect(path(engine, instance).slice(-3)).toEqual(['in-fast', 'in-stop', 'end'])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })
})

describe('a link', () => {
  const model = (target: string): string =>
    process(
      [
        start(),
        throwEvent('from', on.link('A')),
        catchEvent('to', on.link(target)),
        end(),
        flows('start', 'from'),
        flows('to', 'end'),
      ].join('\n'),
    )

  it('continues at the catch event with its name', async () => {
    const engine = await engineWith(model('A'))
    expect(path(engine, startInstance(engine))).toEqual(['start', 'from', 'to', 'end'])
  })

  it('is rejected without one', async () => {
    await expect(engineWith(model('B'))).rejects.toThrow(/from: The link 'A' needs exactly one catch event/)
  })
})

it('a throw event without a definition passes its token on', async () => {
  const engine = await engineWith(
    process([start(), throwEvent('milestone'), end(), flows('start', 'milestone', 'end')].join('')),
  )
  expect(path(engine, startInstance(engine))).toEqual(['start', 'milestone', 'end'])
})
