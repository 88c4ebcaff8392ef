import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BpmnError, createWorker, type Job, JobFailure, type Worker } from '../src/index.ts'
import { type Camunda, createCamunda, type Trouble } from './support/camunda.ts'

type Behavior = 'completes' | 'throws' | 'fails with a delay' | 'throws a BPMN error' | 'returns a list'

type Step =
  | { readonly do: 'start'; readonly process: number; readonly count: number; readonly ms: number; behavior: Behavior }
  | { readonly do: 'advance'; readonly ms: number }
  | { readonly do: 'trouble'; readonly trouble: Trouble; readonly latencyMs: number }

interface World {
  readonly processes: number
  readonly maxJobs: number
  readonly leases: boolean
  readonly steps: readonly Step[]
}

const behavior = fc.constantFrom<Behavior>(
  'completes',
  'completes',
  'throws',
  'fails with a delay',
  'throws a BPMN error',
  'returns a list',
)
const start = fc.record({
  do: fc.constant('start' as const),
  process: fc.nat(3),
  count: fc.integer({ min: 1, max: 5 }),
  ms: fc.oneof(fc.constant(0), fc.nat(50), fc.nat(4000)),
  behavior,
})
/** All of them together are less than a timeout. */
const advance = fc.record({ do: fc.constant('advance' as const), ms: fc.oneof(fc.nat(20), fc.nat(2000)) })
const trouble = fc.record({
  do: fc.constant('trouble' as const),
  trouble: fc.constantFrom<Trouble>('none', 'unavailable', 'throttled', 'unreachable', 'lost'),
  latencyMs: fc.constantFrom(0, 5),
})

function worlds(...more: fc.Arbitrary<Step>[]): fc.Arbitrary<World> {
  return fc.record({
    processes: fc.integer({ min: 1, max: 4 }),
    maxJobs: fc.integer({ min: 1, max: 8 }),
    leases: fc.boolean(),
    steps: fc.array(fc.oneof<fc.Arbitrary<Step>[]>(start, advance, ...more), {
      minLength: 2,
      maxLength: 16,
      size: 'max',
    }),
  })
}

/** First the task whose handler behaves as its variables say, then one that always completes. */
function bpmn(id: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
    targetNamespace="http://bpmn.io/schema/bpmn">
  <process id="${id}" isExecutable="true">
    <startEvent id="start" />
    <sequenceFlow id="toFirst" sourceRef="start" targetRef="first" />
    <serviceTask id="first">
      <extensionElements><zeebe:taskDefinition type="first-of-${id}" retries="3" /></extensionElements>
    </serviceTask>
    <boundaryEvent id="caught" attachedToRef="first"><errorEventDefinition errorRef="error" /></boundaryEvent>
    <sequenceFlow id="toSecond" sourceRef="first" targetRef="second" />
    <sequenceFlow id="afterError" sourceRef="caught" targetRef="second" />
    <serviceTask id="second"><extensionElements><zeebe:taskDefinition type="second" /></extensionElements></serviceTask>
    <sequenceFlow id="toEnd" sourceRef="second" targetRef="end" />
    <endEvent id="end" />
  </process>
  <error id="error" errorCode="OUT_OF_STOCK" />
</definitions>`
}

const timeoutMs = 60_000

interface Played {
  readonly camunda: Camunda
  readonly worker: Worker
  /** How often a handler did its work, by job: returned or threw what ends the job for good. */
  readonly finished: ReadonlyMap<string, number>
  readonly stop: () => Promise<void>
}

async function play(world: World): Promise<Played> {
  const camunda = await createCamunda()
  const { clock, engine, jobs } = camunda
  const names = Array.from({ length: world.processes }, (_, index) => `process-${index}`)
  await engine.deploy(names.map((name) => ({ name: `${name}.bpmn`, content: bpmn(name) })))
  const finished = new Map<string, number>()
  async function first({ jobKey, retries, variables }: Job): Promise<object> {
    const { ms, behavior } = variables as { ms: number; behavior: Behavior }
    if (ms > 0) await new Promise<void>((resolve) => void clock.setTimeout(resolve, ms))
    if (retries === 3) {
      if (behavior === 'throws') throw new Error('the first time')
      if (behavior === 'fails with a delay') throw new JobFailure('Later', { backoffMs: 1500 })
      if (behavior === 'returns a list') return []
    }
    finished.set(jobKey, (finished.get(jobKey) ?? 0) + 1)
    if (behavior === 'throws a BPMN error') throw new BpmnError('OUT_OF_STOCK')
    return { doneBy: jobKey }
  }
  const second = ({ jobKey }: Job): void => void finished.set(jobKey, (finished.get(jobKey) ?? 0) + 1)
  const { maxJobs, leases } = world
  const worker = createWorker({
    orchestration: jobs,
    maxJobs,
    leases,
    clock,
    random: () => 0.5,
    jobs: { ...Object.fromEntries(names.map((name) => [`first-of-${name}`, { handle: first, timeoutMs }])), second },
  })
  const controller = new AbortController()
  const run = worker.run({ signal: controller.signal, graceMs: 1000 })
  for (const step of world.steps) {
    if (step.do === 'start') {
      const { process, count, ms, behavior } = step
      const processDefinitionId = names[process % names.length] as string
      for (let i = 0; i < count; i++) engine.createInstance({ processDefinitionId, variables: { ms, behavior } })
    }
    if (step.do === 'advance') await clock.advance(step.ms)
    if (step.do === 'trouble') Object.assign(camunda, { trouble: step.trouble, latencyMs: step.latencyMs })
  }
  return {
    camunda,
    worker,
    finished,
    async stop() {
      controller.abort()
      await clock.advance(3000)
      await run
    },
  }
}

const runs = { numRuns: Math.ceil(Number(globalThis.process.env.MODEL_RUNS ?? 150) / 8) }

describe("on the emulator's engine, in any history", { timeout: 120_000 }, () => {
  test('every instance completes, work is done once, and at most maxJobs are held', () =>
    fc.assert(
      fc.asyncProperty(worlds(trouble), async (world) => {
        const { camunda, worker, finished, stop } = await play(world)
        const { clock, engine } = camunda
        camunda.trouble = 'none'
        const isOpen = ({ state }: { readonly state: string }): boolean => state !== 'COMPLETED'
        for (let i = 0; i < 300 && [...engine.processInstances].some(isOpen); i++) await clock.advance(10_000)
        expect([...engine.processInstances].filter(isOpen)).toEqual([])
        expect([...engine.incidents]).toEqual([])
        for (const { jobKey } of engine.jobs) expect(finished.get(jobKey), jobKey).toBe(1)
        expect(camunda.mostHeld).toBeLessThanOrEqual(world.maxJobs)
        await clock.advance(timeoutMs)
        expect(worker.stats()).toMatchObject({ held: 0, lost: 0, activated: expect.any(Number) })
        await stop()
      }),
      runs,
    ))

  test('a worker that stops leaves every open job to the next one, with the correct retries', () =>
    fc.assert(
      fc.asyncProperty(worlds(), fc.constantFrom(0, 5), async (world, latencyMs) => {
        const { camunda, worker, stop } = await play(world)
        const { clock, engine } = camunda
        camunda.latencyMs = latencyMs
        // A poll that waits for long is broken off, and loses what Camunda sends to it in this moment.
        await clock.advance(latencyMs)
        await stop()
        expect(worker.stats()).toMatchObject({ held: 0, lost: 0 })
        await clock.advance(2000)
        const types = new Set([...engine.jobs].map(({ type }) => type))
        // A job that was leased once is only for workers with leases.
        const request = { timeout: 1000, maxJobsToActivate: 1000, withLease: world.leases }
        const next = [...types].flatMap((type) => engine.activateJobs({ ...request, type }))
        const open = [...engine.jobs].filter(({ endTime }) => endTime === null)
        expect(next.map(({ jobKey }) => jobKey).sort()).toEqual(open.map(({ jobKey }) => jobKey).sort())
        for (const { retries, variables } of next) {
          expect(retries).toBeGreaterThanOrEqual(variables.behavior === 'completes' ? 3 : 2)
        }
      }),
      runs,
    ))
})
