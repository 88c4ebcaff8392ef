import { describe, expect, it } from 'vitest'
import { engineWith, path, startInstance, stateOf, variablesOf, work } from './support/engine.ts'
import {
  end,
  eventSubProcess,
  flows,
  ioMapping,
  message,
  on,
  process,
  serviceTask,
  start,
  subProcess,
} from './support/models.ts'

const handler = (isInterrupting: boolean, extensions = ''): string =>
  eventSubProcess(
    'handler',
    on.message('stop'),
    [serviceTask('handle', 'handle'), end('handled'), flows('handler-start', 'handle', 'handled')].join(''),
    isInterrupting,
    extensions,
  )

const model = (isInterrupting: boolean, extensions = ''): string =>
  process(
    [
      start(),
      serviceTask('task', 'work'),
      end(),
      flows('start', 'task', 'end'),
      handler(isInterrupting, extensions),
    ].join('\n'),
    'process',
    message('stop', '= orderId'),
  )

const stop = { name: 'stop', correlationKey: 'A-1', variables: { reason: 'fire' } }

describe('an interrupting event sub-process', () => {
  it('ends everything else in its scope, runs once, and completes the scope', async () => {
    const engine = await engineWith(model(true))
    const instance = startInstance(engine, { orderId: 'A-1' })
    engine.publishMessage(stop)
    engine.publishMessage(stop)
    expect(path(engine, instance)).toEqual([
      'start',
      'task TERMINATED',
      'handler ACTIVE',
      'handler-start',
      'handle ACTIVE',
    ])
    expect(variablesOf(engine, instance)).toEqual({ orderId: 'A-1', reason: 'fire' })
    work(engine, 'handle')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('maps the variables of the event into itself', async () => {
    const engine = await engineWith(model(true, ioMapping({ outputs: { why: '= reason' } })))
    const instance = startInstance(engine, { orderId: 'A-1' })
    engine.publishMessage(stop)
    expect(variablesOf(engine, instance)).toEqual({ orderId: 'A-1', why: 'fire' })
  })

  it('does not affect anything outside its sub-process', async () => {
    const inside = [start('in'), serviceTask('task', 'work'), flows('in', 'task'), handler(true)].join('')
    const engine = await engineWith(
      process(
        [
          start(),
          '<bpmn:parallelGateway id="fork" />',
          subProcess('sub', inside),
          serviceTask('beside', 'beside'),
          serviceTask('after', 'after'),
          flows('start', 'fork', 'sub', 'after'),
          flows('fork', 'beside'),
        ].join('\n'),
        'process',
        message('stop', '= orderId'),
      ),
    )
    const instance = startInstance(engine, { orderId: 'A-1' })
    engine.publishMessage(stop)
    work(engine, 'handle')
    expect(path(engine, instance)).toEqual([
      'start',
      'fork',
      'sub',
      'beside ACTIVE',
      'in',
      'task TERMINATED',
      'handler',
      'handler-start',
      'handle',
      'handled',
      'after ACTIVE',
    ])
  })
})

describe('an event sub-process that does not interrupt', () => {
  it('runs in parallel with its scope, each time, and the scope waits for it', async () => {
    const engine = await engineWith(model(false))
    const instance = startInstance(engine, { orderId: 'A-1' })
    engine.publishMessage(stop)
    engine.publishMessage(stop)
    work(engine, 'work')
    expect(stateOf(engine, instance)).toBe('ACTIVE')
    // The scope is still open, so its events are too.
    engine.publishMessage(stop)
    expect(work(engine, 'handle')).toBe(3)
    expect(stateOf(engine, instance)).toBe('COMPLETED')
    engine.publishMessage(stop)
    expect(path(engine, instance).filter((id) => id === 'handler')).toHaveLength(3)
  })
})
