import { expect, it } from 'vitest'
import { engineWith, path, startInstance, stateOf, work } from './support/engine.ts'
import {
  boundary,
  end,
  eventSubProcess,
  flow,
  flows,
  on,
  process,
  serviceTask,
  signal,
  start,
  subProcess,
  taskListeners,
  userTask,
} from './support/models.ts'

/** A scope whose event sub-process has to wait for a listener before it begins. */
const slowToLeave = [
  start('inner-start'),
  userTask('task', taskListeners(['canceling', 'listen'])),
  flow('inner-start', 'task'),
  eventSubProcess('handler', on.signal('all'), serviceTask('handle', 'handle') + flow('handler-start', 'handle')),
].join('')

it('a signal that interrupts a scope triggers nothing else in it', async () => {
  const engine = await engineWith(
    process(
      [
        start(),
        serviceTask('task', 'work'),
        end(),
        flows('start', 'task', 'end'),
        boundary('border', 'task', on.signal('all'), false),
        serviceTask('late', 'work'),
        flow('border', 'late'),
        eventSubProcess('handler', on.signal('all'), serviceTask('handle', 'handle') + flow('handler-start', 'handle')),
      ].join(''),
      'process',
      signal('all'),
    ),
  )
  const instance = startInstance(engine)
  engine.broadcastSignal({ signalName: 'all' })
  expect(path(engine, instance)).toEqual([
    'start',
    'task TERMINATED',
    'handler ACTIVE',
    'handler-start',
    'handle ACTIVE',
  ])
  expect(work(engine, 'handle')).toBe(1)
  expect(stateOf(engine, instance)).toBe('COMPLETED')
})

it('an element that was about to start does not start when its scope is canceled', async () => {
  const engine = await engineWith(process(slowToLeave, 'process', signal('all')))
  const instance = startInstance(engine)
  engine.broadcastSignal({ signalName: 'all' })
  engine.cancelInstance(instance)
  expect(stateOf(engine, instance)).toBe('ACTIVE')
  expect(work(engine, 'listen')).toBe(1)
  expect(stateOf(engine, instance)).toBe('TERMINATED')
  expect(path(engine, instance)).toEqual(['inner-start', 'task TERMINATED'])
})

it('or when a boundary event interrupts the scope', async () => {
  const content = [
    start(),
    subProcess('scope', slowToLeave),
    flow('start', 'scope'),
    boundary('border', 'scope', on.timer('duration', 'PT1M')),
    end(),
    flow('border', 'end'),
  ]
  const engine = await engineWith(process(content.join(''), 'process', signal('all')))
  const instance = startInstance(engine)
  engine.broadcastSignal({ signalName: 'all' })
  engine.advance(60_000)
  expect(work(engine, 'listen')).toBe(1)
  expect(path(engine, instance)).toEqual([
    'start',
    'scope TERMINATED',
    'inner-start',
    'task TERMINATED',
    'border',
    'end',
  ])
  expect(stateOf(engine, instance)).toBe('COMPLETED')
})
