import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createEngine, type Engine } from '../src/index.ts'
import { findIdle } from './support/drive.ts'
import { arbitraryScope, type Scope, toFiles } from './support/event-model.ts'
import { carryOut, type Move, move } from './support/events-play.ts'

const moves = fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 5, maxLength: 40, size: 'max' })

const keysOf = (records: Iterable<{ readonly elementInstanceKey: string | null }>): Set<string | null> =>
  new Set([...records].map(({ elementInstanceKey }) => elementInstanceKey))

/** Nothing of what has ended is left, and nothing that runs is stuck. */
function check(engine: Engine): void {
  const called = new Set<string | null>()
  for (const one of engine.processInstances) if (one.endDate === null) called.add(one.parentElementInstanceKey)
  for (const { processInstanceKey: key, state, endDate } of engine.processInstances) {
    const elements = [...engine.elementInstances.of(key)]
    const running = elements.filter((one) => one.endDate === null)
    const alive = endDate === null ? keysOf(running) : new Set()
    const open = [
      ...[...engine.jobs.of(key)].filter(({ endTime }) => endTime === null),
      ...[...engine.incidents.of(key)].filter((one) => one.state === 'ACTIVE'),
      ...[...engine.userTasks.of(key)].filter(({ completionDate }) => completionDate === null),
      ...[...engine.messageSubscriptions.of(key)].filter((one) => one.messageSubscriptionState === 'CREATED'),
      ...engine.waitStates.of(key),
    ]
    // The process itself is no element: its own incidents and event sub-processes have its key.
    const left = open.filter((one) => one.elementInstanceKey !== key && !alive.has(one.elementInstanceKey))
    expect(left).toEqual([])
    if (endDate !== null) expect([running, open]).toEqual([[], []])
    if (state !== 'ACTIVE') continue
    expect(running.length).toBeGreaterThan(0)
    const waiting = keysOf(engine.waitStates.of(key))
    // Events that throw compensation wait for its handlers, which run beside them.
    const idle = findIdle(engine, key).filter(
      ({ type, elementInstanceKey }) =>
        !called.has(elementInstanceKey) &&
        !waiting.has(elementInstanceKey) &&
        type !== 'INTERMEDIATE_THROW_EVENT' &&
        type !== 'END_EVENT' &&
        // With a condition it waits for further activities to be activated.
        type !== 'AD_HOC_SUB_PROCESS',
    )
    expect(idle.map(({ elementId, type }) => `${type} ${elementId}`)).toEqual([])
  }
}

async function play(scope: Scope, chosen: readonly Move[]): Promise<Engine> {
  const engine = createEngine({ maxActivations: 2000 })
  const files = toFiles(scope).map((content, index) => ({ name: `${index}.bpmn`, content }))
  await engine.deploy(files)
  // What runs can be migrated to another version, which does the same.
  await engine.deploy(files.map(({ name, content }) => ({ name, content: `${content}\n` })))
  engine.createInstance({ processDefinitionId: 'process', variables: { x: 0 } })
  check(engine)
  for (const next of chosen) {
    carryOut(engine, next)
    check(engine)
  }
  return engine
}

/** Goes on in the way that leads to an end, and cancels what never comes to one. */
function finish(engine: Engine): void {
  const isRunning = (): boolean => [...engine.processInstances].some(({ endDate }) => endDate === null)
  const [root] = [...engine.processInstances]
  const key = root?.processInstanceKey ?? ''
  if (root?.state === 'SUSPENDED') engine.resumeInstance(key)
  for (let round = 0; round < 20 && isRunning(); round++) {
    for (const name of ['complete', 'completeTask', 'resolve', 'publish', 'broadcast', 'wait'] as const) {
      move(engine, name, round)
    }
    check(engine)
  }
  if (engine.processInstances.get(key)?.endDate === null) engine.cancelInstance(key)
  // Listeners for the canceling of user tasks come first.
  for (let round = 0; round < 200 && isRunning(); round++) {
    move(engine, 'complete', 0)
    move(engine, 'resolve', round)
  }
  check(engine)
  expect(isRunning()).toBe(false)
}

it('events of all kinds leave nothing behind and nothing stuck, in any order', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryScope, moves, async (scope, chosen) => {
      const engine = await play(scope, chosen)
      finish(engine)
    }),
    { numRuns: 60 },
  )
})
