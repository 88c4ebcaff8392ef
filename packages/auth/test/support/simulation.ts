import { createOAuth, memoryStorage, type OAuth, type TokenStorage } from '../../src/index.ts'
import type { SharedRecords } from '../../src/shared-records.ts'

export type Mode = 'ok' | 'error' | 'limit' | 'limit_unsaid' | 'reject' | 'break' | 'hang' | 'malformed'

export interface Sent {
  readonly at: number
  readonly instance: number
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
}

/** Several processes, a token endpoint and one storage, in fake time: nothing here is faster or slower than told. */
export interface Simulation {
  mode: Mode
  latencyMs: number
  lifetimeMs: number
  storageLatencyMs: number
  storageDown: boolean
  readonly retryAfterMs: number
  readonly sent: Sent[]
  readonly issued: Map<string, Issued>
  /** How far each process's clock is off. */
  readonly offsets: number[]
  readonly instances: OAuth[]
  issue(identity: string): string
}

export const INTERVAL_MS = 1000
export const TIMEOUT_MS = 20_000

export function simulate(size: number, storage: TokenStorage): Simulation {
  const time = (): number => performance.now()
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
  const simulation: Simulation = {
    mode: 'ok',
    latencyMs: 50,
    lifetimeMs: 300_000,
    storageLatencyMs: 0,
    storageDown: false,
    retryAfterMs: 7000,
    sent: [],
    issued: new Map(),
    offsets: Array.from({ length: size }, () => 0),
    instances: [],
    issue(identity) {
      const index = simulation.issued.size + 1
      simulation.issued.set(`token-${index}`, { index, identity, expiresAt: time() + simulation.lifetimeMs })
      return `token-${index}`
    },
  }

  async function answer(instance: number, body: string, signal: AbortSignal): Promise<Response> {
    const { mode, latencyMs } = simulation
    const form = new URLSearchParams(body)
    const sent: Sent = { at: time(), instance, identity: `${form.get('client_secret')}/${form.get('audience')}`, mode }
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
    const token = simulation.issue(sent.identity)
    sent.index = simulation.issued.get(token)?.index ?? 0
    return Response.json({ access_token: token, expires_in: simulation.lifetimeMs / 1000 })
  }

  /** One process's connection to the storage: slow or down when told. What a broken one does is to stand alone. */
  function connect(inner: SharedRecords, alone: SharedRecords): SharedRecords {
    const place = async (): Promise<SharedRecords> => {
      if (simulation.storageLatencyMs) await sleep(simulation.storageLatencyMs)
      return simulation.storageDown ? alone : inner
    }
    return {
      read: async (key) => (await place()).read(key),
      update: async (key, change) => (await place()).update(key, change),
      lease: async (key) => (await place()).lease(key),
    }
  }

  for (let instance = 0; instance < size; instance++) {
    const now = (): number => 1_800_000_000_000 + time() + (simulation.offsets[instance] ?? 0)
    simulation.instances.push(
      createOAuth({
        tokenUrl: 'https://login.example.com/token',
        clientId: 'client',
        // The last process has credentials of its own.
        clientSecret: size > 1 && instance === size - 1 ? 'other' : 'secret',
        minTokenIntervalMs: INTERVAL_MS,
        timeoutMs: TIMEOUT_MS,
        now,
        fetch: (_url, init) => answer(instance, String(init.body), init.signal as AbortSignal),
        storage: {
          ...storage,
          share: (context) => connect(storage.share(context), memoryOf(context)),
        },
      }),
    )
  }
  return simulation
}

function memoryOf(context: Parameters<TokenStorage['share']>[0]): SharedRecords {
  return memoryStorage({ now: context.now }).share(context)
}
