import type { Entry } from '../catalog.ts'
import type { Child } from '../child/ask.ts'
import { startWorker } from '../child/start-worker.ts'
import type { WorkerOrder } from '../child/worker.ts'
import type { ClientOptions } from '../client.ts'
import { measureInTurns, type Rates } from './measure-in-turns.ts'

/** How long to measure. */
export interface Slices {
  readonly rounds: number
  readonly forMs: number
  /**
   * A client's first calls run in code that is not compiled yet. Raw fetch, with its many slices, would have an
   * advantage.
   */
  readonly warmUpMs: number
}

/** Compares whole calls over keep-alive on loopback with those of raw fetch. Returns the rates for each concurrency. */
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
  if (!workers.has('raw-fetch')) throw new Error('There is nothing to measure against')
  for (const worker of workers.values()) await worker.ask({ do: 'rate', concurrency: 50, forMs: warmUpMs })
  const all: Rates[] = []
  for (const concurrency of concurrencies) {
    all.push(await measureInTurns(workers, 'raw-fetch', { do: 'rate', concurrency, forMs }, rounds))
  }
  for (const worker of workers.values()) worker.kill()
  return all
}
