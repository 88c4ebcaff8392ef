import type { Entry } from '../catalog.ts'
import type { Child } from '../child/ask.ts'
import { startWorker } from '../child/start-worker.ts'
import type { WorkerOrder } from '../child/worker.ts'
import type { ClientOptions, PageVersion } from '../client.ts'
import { measureInTurns, type Rate, type Workers } from './measure-in-turns.ts'
import type { Slices } from './measure-requests.ts'
import { firstKey } from './pages.ts'

/** How fast a client reads a page. */
export interface PageRate extends Rate {
  /** Whether the keys are returned as they were sent. */
  readonly exact: boolean
}

/** Rates by client, for each version. */
export type PageRates = Readonly<Record<PageVersion, Readonly<Record<string, PageRate>>>>

/** Measures how fast a page of 5,000 items is read, one at a time, compared with raw fetch and JSON.parse. */
export async function measurePages(
  entries: readonly Entry[],
  options: ClientOptions,
  slices: Slices,
): Promise<PageRates> {
  const workers = new Map<string, Child<WorkerOrder>>()
  for (const entry of entries) {
    const worker = await startWorker(entry, options).catch(() => undefined)
    if (worker) workers.set(entry.id, worker)
  }
  try {
    return { v1: await measureVersion('v1', workers, slices), v2: await measureVersion('v2', workers, slices) }
  } finally {
    for (const worker of workers.values()) worker.kill()
  }
}

async function measureVersion(
  page: PageVersion,
  all: Workers,
  { rounds, forMs, warmUpMs }: Slices,
): Promise<PageRates[PageVersion]> {
  const workers = new Map<string, Child<WorkerOrder>>()
  const keys = new Map<string, string>()
  for (const [id, worker] of all) {
    // Most clients support one version only.
    const key = await worker.ask<string>({ do: 'page', page }).catch(() => undefined)
    if (key === undefined) continue
    workers.set(id, worker)
    keys.set(id, key)
  }
  if (!workers.has('raw-fetch')) throw new Error('There is nothing to measure against')
  const slice = { do: 'rate', concurrency: 1, page } as const
  for (const worker of workers.values()) await worker.ask({ ...slice, forMs: warmUpMs })
  const rates = await measureInTurns(workers, 'raw-fetch', { ...slice, forMs }, rounds)
  return Object.fromEntries(
    Object.entries(rates).map(([id, rate]) => [id, { ...rate, exact: keys.get(id) === firstKey }]),
  )
}
