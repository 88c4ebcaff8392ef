import { createBasicAuth } from '@x/auth'
import { createEmulator, type Emulator } from '@x/emulator'
import { createOrchestrationClient, type OrchestrationClient } from '@x/orchestration'
import type { JobsApi } from '../../src/index.ts'
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts'

/** What happens to requests. `lost`: Camunda does what it is asked, and the response breaks off. */
export type Trouble = 'none' | 'unavailable' | 'throttled' | 'unreachable' | 'lost'

/** An emulated Camunda 8.10 with its engine, in virtual time. */
export interface Camunda {
  readonly emulator: Emulator
  readonly engine: Emulator['engine']
  readonly client: OrchestrationClient
  /** For a worker: those of the client, counted. */
  readonly jobs: JobsApi
  readonly clock: VirtualClock
  trouble: Trouble
  /** One way, in milliseconds. */
  latencyMs: number
  /** Most jobs that were with the worker or requested by its open polls at one time. */
  readonly mostHeld: number
}

/** How often the emulator looks at the time: not in step with anything that a worker does. */
const tickMs = 997

export async function createCamunda(): Promise<Camunda> {
  // The emulator responds within a turn of the event loop, once it has loaded its API.
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  const clock = createVirtualClock(async () => {
    emulator.clock.advance(0)
    await turn()
    await turn()
  })
  const now = (): number => Date.UTC(2026, 10, 30) + clock.now()
  const emulator = createEmulator({
    deployment: 'self-managed',
    version: '8.10',
    operate: { processInstances: 0 },
    now,
  })
  const tick = (): unknown => clock.setTimeout(tick, tickMs)
  tick()

  async function send(url: string, init: RequestInit): Promise<Response> {
    const travel = (): Promise<void> => new Promise((resolve) => void clock.setTimeout(resolve, camunda.latencyMs))
    if (camunda.latencyMs > 0) await travel()
    const { trouble } = camunda
    if (trouble === 'unreachable') throw new TypeError('fetch failed')
    if (trouble === 'unavailable') return Response.json({ title: 'UNAVAILABLE', status: 503 }, { status: 503 })
    if (trouble === 'throttled') return Response.json({ title: 'RESOURCE_EXHAUSTED', status: 429 }, { status: 429 })
    const response = await emulator.fetch(url, init)
    if (camunda.latencyMs > 0) await travel()
    if (trouble === 'lost') throw new TypeError('fetch failed')
    return response
  }
  const auth = createBasicAuth({ username: 'demo', password: 'demo' })
  const client = createOrchestrationClient({ auth, baseUrl: emulator.url('orchestration'), fetch: send })

  let requested = 0
  let mostHeld = 0
  /** Deadlines of the jobs that the worker has, by key. */
  const held = new Map<string, number>()
  async function finish(jobKey: string, command: Promise<void>): Promise<void> {
    try {
      await command
      held.delete(jobKey)
    } catch (error) {
      if ([404, 409].includes((error as { status?: number }).status ?? 0)) held.delete(jobKey)
      throw error
    }
  }
  const jobs: JobsApi = {
    ...client.jobs,
    async activate(body, options) {
      for (const [key, deadline] of held) if (deadline <= now()) held.delete(key)
      requested += body.maxJobsToActivate
      mostHeld = Math.max(mostHeld, held.size + requested)
      try {
        const response = await client.jobs.activate(body, options)
        for (const { jobKey, deadline } of response.jobs) held.set(jobKey, deadline)
        return response
      } finally {
        requested -= body.maxJobsToActivate
      }
    },
    complete: (key, ...request) => finish(key, client.jobs.complete(key, ...request)),
    fail: (key, ...request) => finish(key, client.jobs.fail(key, ...request)),
    throwError: (key, ...request) => finish(key, client.jobs.throwError(key, ...request)),
  }
  const camunda = {
    emulator,
    engine: emulator.engine,
    client,
    jobs,
    clock,
    trouble: 'none' as Trouble,
    latencyMs: 0,
    get mostHeld() {
      return mostHeld
    },
  }
  await client.jobs.activate({ type: 'none', timeout: 1, maxJobsToActivate: 1, requestTimeout: -1 })
  return camunda
}
