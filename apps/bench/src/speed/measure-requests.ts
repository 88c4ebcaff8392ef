import type { Entry } from '../catalog.ts'
import type { Child } from '../child/ask.ts'
import type { CallRate } from '../child/measure-rate.ts'
import { startWorker } from '../child/start-worker.ts'
import type { WorkerOrder } from '../child/worker.ts'
import type { ClientOptions } from '../client.ts'
import { median, spread } from '../statistics.ts'

/** Whole calls a second at one concurrency. */
export interface Rate {
  readonly perSecond: number
  /** To raw fetch in the same round. */
  readonly ratio: number
  readonly spread: number
  /** Processor time of one call, and how much raw fetch needs of it. */
  readonly cpuUs: number
  readonly cpuRatio: number
}

/** Rates by client, for each concurrency that was asked for. */
export type Rates = Readonly<Record<string, Rate>>

/** How long to measure. */
export interface Slices {
  readonly rounds: number
  readonly forMs: number
  /** A client's first calls run in code that is not compiled yet, and raw fetch would be ahead for its many slices. */
  readonly warmUpMs: number
}

/**
 * Whole calls over keep-alive on loopback. A slice of raw fetch, a slice of a client, again and again: whatever else the
 * machine does in the meantime slows both.
 */
export async function measureRequests(
  entries: readonly Entry[],
  options: ClientOptions,
  concurrencies: readonly number[],
  { rounds, forMs, warmUpMs }: Slices,
): Promise<Rates[]> {
  const workers = new Map<string, Child<WorkerOrder>>()
  for (const entry of entries) {
    const worker = await startWorker(entry, options).catch(() => undefined)
    if (worker) workers.set(entry.id, worker)
  }
  const limit = workers.get('raw-fetch')
  if (!limit) throw new Error('There is nothing to measure against')
  for (const worker of workers.values()) await worker.ask({ do: 'rate', concurrency: 50, forMs: warmUpMs })

  const all: Rates[] = []
  for (const concurrency of concurrencies) {
    const slice = { do: 'rate', concurrency, forMs } as const
    const pairs = new Map([...workers.keys()].map((id) => [id, [] as { own: CallRate; limit: CallRate }[]]))
    // The first round is the change from one concurrency to the other.
    for (let round = -1; round < rounds; round++) {
      for (const [id, worker] of workers) {
        // In turns, so that going first is nobody's advantage.
        const order = round % 2 ? [worker, limit] : [limit, worker]
        const rates: CallRate[] = []
        for (const one of order) rates.push(await one.ask<CallRate>(slice))
        if (round % 2) rates.reverse()
        if (round >= 0) pairs.get(id)?.push({ limit: rates[0] as CallRate, own: rates[1] as CallRate })
      }
    }
    all.push(Object.fromEntries([...pairs].map(([id, measured]) => [id, summarize(measured)])))
  }
  for (const worker of workers.values()) worker.kill()
  return all
}

function summarize(pairs: readonly { readonly own: CallRate; readonly limit: CallRate }[]): Rate {
  const ratios = pairs.map(({ own, limit }) => own.perSecond / limit.perSecond)
  return {
    perSecond: median(pairs.map(({ own }) => own.perSecond)),
    ratio: median(ratios),
    spread: spread(ratios),
    cpuUs: median(pairs.map(({ own }) => own.cpuUs)),
    cpuRatio: median(pairs.map(({ own, limit }) => limit.cpuUs / own.cpuUs)),
  }
}
