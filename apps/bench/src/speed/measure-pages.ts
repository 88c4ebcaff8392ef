import type { Entry } from '../catalog.ts'
import type { Child } from '../child/ask.ts'
import { startWorker } from '../child/start-worker.ts'
import type { WorkerOrder } from '../child/worker.ts'
import type { ClientOptions, PageVersion } from '../client.ts'
import { measureInTurns, type Rate } from './measure-in-turns.ts'
import type { Slices } from './measure-requests.ts'
import { firstKey } from './pages.ts'

/** How fast a client reads a page. */
export interface PageRate extends Rate {
  /** Whether the keys are returned as they were sent. */
  readonly exact: boolean
}

/** Rates by client, for each version. */
export type PageRates = Readonly<Record<PageVersion, Readonly<Record<string, PageRate>>>>

/** Measures how fast a page of 5,000 items is read, one at a time, beside raw fetch with JSON.parse. */
export async function measurePages(
  entries: readonly Entry[],
  options: ClientOptions,
  slices: Slices,
): Promise<PageRates> {
  const measure = (version: PageVersion) => measureVersion(version, entries, options, slices)
  return { v1: await measure('v1'), v2: await measure('v2') }
}

async function measureVersion(
  page: PageVersion,
  entries: readonly Entry[],
  options: ClientOptions,
  { rounds, forMs, warmUpMs }: Slices,
): Promise<PageRates[PageVersion]> {
  const workers = new Map<string, Child<WorkerOrder>>()
  const keys = new Map<string, string>()
  for (const entry of entries) {
    const worker = await startWorker(entry, options).catch(() => undefined)
    // Most clients speak one version only.
    const key = await worker?.ask<string>({ do: 'page', page }).catch(() => undefined)
    if (!worker || key === undefined) {
      worker?.kill()
      continue
    }
    workers.set(entry.id, worker)
    keys.set(entry.id, key)
  }
  const limit = workers.get('raw-fetch')
  if (!limit) throw new Error('There is nothing to measure against')
  const slice = { do: 'rate', concurrency: 1, page } as const
  for (const worker of workers.values()) await worker.ask({ ...slice, forMs: warmUpMs })
  const rates = await measureInTurns(workers, limit, { ...slice, forMs }, rounds)
  for (const worker of workers.values()) worker.kill()
  return Object.fromEntries(
    Object.entries(rates).map(([id, rate]) => [id, { ...rate, exact: keys.get(id) === firstKey }]),
  )
}
