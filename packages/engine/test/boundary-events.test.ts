import { describe, expect, it } from 'vitest'
import { activate, engineWith, path, startInstance, stateOf, variablesOf, work } from './support/engine.ts'
import {
  boundary,
  end,
  flows,
  ioMapping,
  message,
  on,
  process,
  serviceTask,
  start,
  subProcess,
} from './support/models.ts'

const model = (isInterrupting: boolean, extensions = ''): string =>
  process(
    [
      start(),
      serviceTask('task', 'work'),
      end(),
      boundary('alarm', 'task', on.message('stop'), isInterrupting, extensions),
      serviceTask('handle', 'handle'),
      end('handled'),
      flows('start', 'task', 'end'),
      flows('alarm', 'handle', 'handled'),
    ].join('\n'),
    'process',
    message('stop', '= orderId'),
  )

const stop = { name: 'stop', correlationKey: 'A-1' }

describe('an interrupting boundary event', () => {
  it('ends its activity and continues instead', async () => {
    const engine = await engineWith(model(true))
    const instance = startInstance(engine, { orderId: 'A-1' })
    engine.publishMessage({ ...stop, variables: { reason: 'fire' } })
    expect(path(engine, instance)).toEqual(['start', 'task TERMINATED', 'alarm', 'handle ACTIVE'])
    expect(variablesOf(engine, instance)).toEqual({ orderId: 'A-1', reason: 'fire' })
    const alarm = [...engine.elementInstances.of(instance)].find(({ elementId }) => elementId === 'alarm')
    expect(variablesOf(engine, instance, alarm?.elementInstanceKey)).toEqual({ reason: 'fire' })
    expect(activate(engine, 'work')).toEqual([])
    work(engine, 'handle')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('passes on the variables of its output mappings', async () => {
    const engine = await engineWith(model(true, ioMapping({ outputs: { why: '= reason' } })))
    const instance = startInstance(engine, { orderId: 'A-1' })
    engine.publishMessage({ ...stop, variables: { reason: 'fire' } })
    expect(variablesOf(engine, instance)).toEqual({ orderId: 'A-1', why: 'fire' })
  })

  it('is closed when its activity has completed', async () => {
    const engine = await engineWith(model(true))
    const instance = startInstance(engine, { orderId: 'A-1' })
    work(engine, 'work')
    engine.publishMessage(stop)
    expect(path(engine, instance)).toEqual(['start', 'task', 'end'])
    expect([...engine.messageSubscriptions].map((record) => record.messageSubscriptionState)).toEqual(['DELETED'])
  })

  it('ends everything that runs in a sub-process', async () => {
    const inside = [
      start('in'),
      '<bpmn:parallelGateway id="fork" />',
      serviceTask('a', 'a'),
      serviceTask('b', 'b'),
      flows('in', 'fork', 'a'),
      flows('fork', 'b'),
    ]
    const engine = await engineWith(
      process(
        [
          start(),
          subProcess('task', inside.join('')),
          end(),
          boundary('alarm', 'task', on.message('stop')),
          end('handled'),
          flows('start', 'task', 'end'),
          flows('alarm', 'handled'),
        ].join('\n'),
        'process',
        message('stop', '= orderId'),
      ),
    )
    const instance = startInstance(engine, { orderId: 'A-1' })
    work(engine, 'a')
    engine.publishMessage(stop)
    expect(path(engine, instance)).toEqual([
      'start',
      'task TERMINATED',
      'in',
      'fork',
      'a',
      'b TERMINATED',
      'alarm',
      'handled',
    ])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })
})

describe('a boundary event that does not interrupt', () => {
  it('continues in parallel with its activity, each time', async () => {
    const engine = await engineWith(model(false))
    const instance = startInstance(engine, { orderId: 'A-1' })
    engine.publishMessage(stop)
    engine.publishMessage(stop)
    expect(path(engine, instance)).toEqual(['start', 'task ACTIVE', 'alarm', 'handle ACTIVE', 'alarm', 'handle ACTIVE'])
    work(engine, 'work')
    expect(stateOf(engine, instance)).toBe('ACTIVE')
    expect(work(engine, 'handle')).toBe(2)
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })
})

it('an instance can be canceled while a boundary event waits', async () => {
  const engine = await engineWith(model(true))
  const instance = startInstance(engine, { orderId: 'A-1' })
  engine.cancelInstance(instance)
  engine.publishMessage(stop)
  expect(path(engine, instance)).toEqual(['start', 'task TERMINATED'])
})
