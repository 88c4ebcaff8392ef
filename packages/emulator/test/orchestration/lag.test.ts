import type { Engine } from '@x/engine'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createClock } from '../../src/clock.ts'
import { type ClusterEngine, createClusterEngine } from '../../src/engine/cluster-engine.ts'
import { createLag } from '../../src/engine/lag.ts'
import { START } from '../support.ts'
import { bpmn, order, sequence } from './models.ts'

const TICK = 100

/** Somebody has to complete it, and a listener has to agree. */
const REVIEW = `<bpmn:userTask id="read"><bpmn:extensionElements><zeebe:userTask /><zeebe:taskListeners>
<zeebe:taskListener eventType="completing" type="check" /></zeebe:taskListeners></bpmn:extensionElements></bpmn:userTask>`

type Command = (engine: Engine) => void

/** A command that is refused is as good as any other. */
const attempt =
  (command: Command): Command =>
  (engine) => {
    try {
      command(engine)
    } catch {}
  }

const jobAt = (engine: Engine, index: number): string => [...engine.jobs][index]?.jobKey ?? '7'
const taskAt = (engine: Engine, index: number): string => [...engine.userTasks][index]?.userTaskKey ?? '7'
const index = fc.nat({ max: 5 })
const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom('order', 'review').map((processDefinitionId) => (engine: Engine) => {
    engine.createInstance({ processDefinitionId, variables: { n: 1 } })
  }),
  fc
    .tuple(fc.constantFrom('charge', 'ship', 'check'), fc.integer({ min: 1, max: 4 }))
    .map(([type, ticks]) => (engine: Engine) => {
      engine.activateJobs({ type, timeout: ticks * TICK, maxJobsToActivate: 2 })
    }),
  index.map((at) => (engine: Engine) => engine.completeJob(jobAt(engine, at), { variables: { done: at } })),
  index.map((at) => (engine: Engine) => engine.completeJob(jobAt(engine, at), { result: { denied: at % 2 === 0 } })),
  index.map((at) => (engine: Engine) => void engine.assignUserTask(taskAt(engine, at), { assignee: 'jane' })),
  index.map((at) => (engine: Engine) => void engine.completeUserTask(taskAt(engine, at))),
  index.map(
    (at) => (engine: Engine) => engine.failJob(jobAt(engine, at), { retries: at % 2, retryBackOff: at * TICK }),
  ),
  index.map(
    (at) => (engine: Engine) => engine.cancelInstance([...engine.processInstances][at]?.processInstanceKey ?? '7'),
  ),
)

const snapshot = (engine: Engine) => ({
  instances: [...engine.processInstances],
  elements: [...engine.elementInstances],
  variables: [...engine.variables],
  jobs: [...engine.jobs],
  userTasks: [...engine.userTasks],
  incidents: [...engine.incidents],
})

test('reads with a lag show what reads without it showed, to the millisecond', async () => {
  const review = bpmn('review', sequence('read') + REVIEW)
  const files = [
    { name: 'order.bpmn', content: await order().text() },
    { name: 'review.bpmn', content: await review.text() },
  ]
  const ticks = fc.array(fc.array(commands.map(attempt), { maxLength: 3 }), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(ticks, fc.integer({ min: 1, max: 4 }), async (steps, behind) => {
      const clock = createClock(() => START)
      const parts = { clock, seed: 1, partitions: 3, onEvent: () => {} }
      const create = async (lag: ReturnType<typeof createLag>): Promise<ClusterEngine> => {
        const cluster = createClusterEngine({ ...parts, lag })
        await cluster.engine.deploy(files)
        return cluster
      }
      const lag = createLag(clock, behind * TICK)
      const [prompt, late] = [await create(createLag(clock, 0)), await create(lag)]
      const shown: ReturnType<typeof snapshot>[] = []
      // Time goes on after the last command, until it is visible.
      for (const step of [...steps, ...Array.from({ length: behind }, () => [])]) {
        await lag.settle()
        for (const cluster of [prompt, late]) cluster.catchUp()
        for (const command of step) for (const { engine } of [prompt, late]) command(engine)
        shown.push(snapshot(prompt.visible))
        const past = shown.at(-1 - behind)
        if (past) expect(snapshot(late.visible)).toEqual(past)
        expect(snapshot(late.engine)).toEqual(snapshot(prompt.engine))
        clock.advance(TICK)
      }
    }),
    { numRuns: 100 },
  )
})
