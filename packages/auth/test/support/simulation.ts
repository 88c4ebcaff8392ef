import { vi } from 'vitest'
import { memoryStorage, type OAuth, type StorageDriver } from '../../src/index.ts'
import { type TroubledStorage, troubledStorage } from './troubled-storage.ts'

export type Mode = 'ok' | 'error' | 'limit' | 'limit_unsaid' | 'reject' | 'break' | 'hang' | 'malformed'

export interface Sent {
  readonly at: number
  readonly instance: number
  readonly process: number
  readonly identity: string
  readonly mode: Mode
  answeredAt?: number
  /** The answer came before the client gave up. */
  heard?: boolean
  index?: number
}

export interface Issued {
  readonly index: number
  readonly identity: string
  readonly expiresAt: number
  /** Later than its end only where it arrived after it, or just before. */
  readonly usableUntil: number
}

/** Several processes, a token endpoint and one storage, in fake time: nothing here is faster or slower than told. */
export interface Simulation {
  mode: Mode
  latencyMs: number
  lifetimeMs: number
  readonly storage: TroubledStorage
  readonly retryAfterMs: number
  readonly sent: Sent[]
  readonly issued: Map<string, Issued>
  /** How far each process's clock is off. */
  readonly offsets: number[]
  readonly instances: OAuth[]
  /** Which process each instance is in. */
  readonly processes: readonly number[]
  issue(identity: string, issuedAt?: number): string
}

export const START = 1_800_000_000_000
export const INTERVAL_MS = 1000
export const TIMEOUT_MS = 20_000

/** Each process has loaded the package for itself: what one has seen, the others do not know. */
const packages: typeof import('../../src/index.ts')[] = []
for (let i = 0; i < 4; i++) {
  vi.resetModules()
  packages.push(await import('../../src/index.ts'))
}

let histories = 0

/**
 * @param processes the process of each instance
 * @param storageOf each instance's storage; by default all share one
 */
export function simulate(
  processes: readonly number[],
  storageOf: (shared: StorageDriver, instance: number) => StorageDriver | undefined = (shared) => shared,
): Simulation {
  const time = (): number => performance.now()
  // Another address in each history, so that no process remembers the last one.
  const tokenUrl = `https://login-${histories++}.example.com/token`
  const { share: _, ...place } = memoryStorage({ now: () => START + time() })
  const simulation: Simulation = {
    mode: 'ok',
    latencyMs: 50,
    lifetimeMs: 300_000,
    storage: troubledStorage(place as Required<StorageDriver>),
    retryAfterMs: 7000,
    sent: [],
    issued: new Map(),
    offsets: processes.map(() => 0),
    instances: [],
    processes,
    issue(identity, issuedAt = time()) {
      const index = simulation.issued.size + 1
      const expiresAt = issuedAt + simulation.lifetimeMs
      simulation.issued.set(`token-${index}`, {
        index,
        identity,
        expiresAt,
        usableUntil: Math.max(expiresAt, time() + 100),
      })
      return `token-${index}`
    },
  }

  async function answer(instance: number, body: string, signal: AbortSignal): Promise<Response> {
    const { mode, latencyMs } = simulation
    const form = new URLSearchParams(body)
    const identity = `${form.get('client_secret')}/${form.get('audience')}`
    const sent: Sent = { at: time(), instance, process: processes[instance] ?? 0, identity, mode }
    simulation.sent.push(sent)
    try {
      await new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        if (mode !== 'hang') setTimeout(resolve, latencyMs)
      })
      sent.heard = true
    } finally {
      sent.answeredAt = time()
    }
    if (mode === 'break') throw new TypeError('fetch failed')
    if (mode === 'error') return new Response('', { status: 500 })
    if (mode === 'limit')
      return new Response('', { status: 429, headers: { 'retry-after': `${simulation.retryAfterMs / 1000}` } })
    if (mode === 'limit_unsaid') return new Response('', { status: 429 })
    if (mode === 'reject') return Response.json({ error: 'invalid_client' }, { status: 401 })
    if (mode === 'malformed') return new Response('<html>')
    // Made as soon as it was asked for: what took its time is the way back.
    const token = simulation.issue(sent.identity, sent.at)
    sent.index = simulation.issued.get(token)?.index ?? 0
    return Response.json({ access_token: token, expires_in: simulation.lifetimeMs / 1000 })
  }

  for (const [instance, process] of processes.entries()) {
    simulation.instances.push(
      (packages[process] as (typeof packages)[number]).createOAuth({
        tokenUrl,
        clientId: 'client',
        // The last process has credentials of its own.
        clientSecret: process > 0 && process === Math.max(...processes) ? 'other' : 'secret',
        minTokenIntervalMs: INTERVAL_MS,
        timeoutMs: TIMEOUT_MS,
        now: () => START + time() + (simulation.offsets[process] ?? 0),
        fetch: (_url, init) => answer(instance, String(init.body), init.signal as AbortSignal),
        storage: storageOf(simulation.storage.driver, instance),
      }),
    )
  }
  return simulation
}
