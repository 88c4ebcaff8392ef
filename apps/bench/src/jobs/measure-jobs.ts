import { setTimeout as sleep } from 'node:timers/promises'
import { type Child, startChild } from '../child/ask.ts'
import { type Pair, takeTurns } from '../speed/in-turns.ts'
import { median, spread } from '../statistics.ts'
import type { WorkerEntry } from './catalog.ts'
import type { JobCounts, JobServerOrder } from './job-server-child.ts'
import type { JobWorkerOrder, JobWorkerUsage } from './worker-child.ts'

/** The rate at which a worker handles a queue that never runs out. */
export interface JobRate {
  readonly perSecond: number
  /** Relative to the loop by hand in the neighboring slice. */
  readonly ratio: number
  readonly spread: number
  /** Processor time of one job, absolute and relative to the loop. */
  readonly cpuUs: number
  readonly cpuRatio: number
  readonly requestsPerJob: number
}

/** The measurements of one worker. */
export interface JobFigures {
  /** Jobs that do nothing. */
  readonly nothing: JobRate
  /** Jobs of 10 ms, with responses that take 5 ms. */
  readonly network: JobRate
  /** Polls per minute of an idle worker, from the wait that they request. */
  readonly idlePolls: number
  /** Milliseconds from the arrival of a new job at the server to its handler. */
  readonly latencyMs: number
}

export interface JobSlices {
  readonly rounds: number
  readonly forMs: number
  readonly warmUpMs: number
  /** Number of single jobs, of whose latencies the median is taken. */
  readonly singles: number
}

interface Slice {
  readonly perSecond: number
  readonly cpuUs: number
  readonly requestsPerJob: number
}

interface Member {
  readonly entry: WorkerEntry
  readonly child: Child<JobWorkerOrder>
}

/**
 * Measures workers in turns with the loop by hand, each in a separate process. Workers that do not start are left out.
 */
export async function measureJobs(
  entries: readonly WorkerEntry[],
  { rounds, forMs, warmUpMs, singles }: JobSlices,
): Promise<Readonly<Record<string, JobFigures>>> {
  const server = await startChild<JobServerOrder>(new URL('./job-server-child.ts', import.meta.url))
  const members: Member[] = []
  try {
    for (const entry of entries) {
      const url = await server.ask<string>({ do: 'open', id: entry.id })
      const module = new URL('./worker-child.ts', import.meta.url)
      const child = await startChild<JobWorkerOrder>(module, [entry.module.href, url]).catch(() => undefined)
      if (child) members.push({ entry, child })
    }
    const bench = createBench(server, members)
    for (const member of members) await bench.slice(member, { delayMs: 0, forMs: warmUpMs })
    const nothing = await bench.inTurns({ delayMs: 0, forMs }, rounds)
    for (const { child } of members) await child.ask({ do: 'take', jobMs: 10 })
    const network = await bench.inTurns({ delayMs: 5, forMs }, rounds)
    for (const { child } of members) await child.ask({ do: 'take', jobMs: 0 })
    const figures: Record<string, JobFigures> = {}
    for (const member of members) {
      const { id } = member.entry
      const [ofNothing, ofNetwork] = [nothing.get(id), network.get(id)]
      if (ofNothing && ofNetwork) {
        figures[id] = { nothing: ofNothing, network: ofNetwork, ...(await bench.single(member, singles)) }
      }
    }
    return figures
  } finally {
    for (const { child } of members) child.kill()
    server.kill()
  }
}

/** Time that a worker needs to get up to speed after its queue was filled. */
const settleMs = 100

function createBench(server: Child<JobServerOrder>, members: readonly Member[]) {
  const counts = (id: string): Promise<JobCounts> => server.ask({ do: 'counts', id })
  const usage = (child: Member['child']): Promise<JobWorkerUsage> => child.ask({ do: 'usage' })

  /** Resolves when a poll of the worker waits for jobs, which means that it has finished all of them. */
  async function idle(id: string): Promise<JobCounts> {
    for (let looks = 0; ; looks++) {
      const found = await counts(id)
      if (found.waiting > 0) return found
      if (looks > 500) throw new Error(`${id} polls no more`)
      await sleep(20)
    }
  }

  async function slice(
    { entry: { id }, child }: Member,
    { delayMs, forMs }: { delayMs: number; forMs: number },
  ): Promise<Slice> {
    await idle(id)
    await server.ask({ do: 'feed', id, feeding: true, delayMs })
    await sleep(settleMs)
    const before = { ...(await counts(id)), ...(await usage(child)) }
    await sleep(forMs)
    const after = { ...(await counts(id)), ...(await usage(child)) }
    await server.ask({ do: 'feed', id, feeding: false, delayMs })
    const jobs = after.completed - before.completed
    return {
      perSecond: (jobs * 1000) / (after.at - before.at),
      cpuUs: (after.cpuUs - before.cpuUs) / jobs,
      requestsPerJob: (after.requests - before.requests) / jobs,
    }
  }

  return {
    slice,
    async inTurns(options: { delayMs: number; forMs: number }, rounds: number): Promise<Map<string, JobRate>> {
      const [limit, ...others] = members
      if (limit?.entry.kind !== 'limit') throw new Error('There is nothing to measure against')
      const pairs = await takeTurns(limit, others, rounds, (member) => slice(member, options))
      return new Map([...pairs].map(([{ entry }, measured]) => [entry.id, summarize(measured)]))
    },
    /** Adds single jobs to the queue of an idle worker. */
    async single(
      { entry: { id }, child }: Member,
      singles: number,
    ): Promise<Pick<JobFigures, 'idlePolls' | 'latencyMs'>> {
      await server.ask({ do: 'feed', id, feeding: false, delayMs: 0 })
      const latencies: number[] = []
      for (let i = 0; i < singles; i++) {
        await idle(id)
        const at = await server.ask<number>({ do: 'put', id })
        for (let { calledAt } = await usage(child); calledAt < at; { calledAt } = await usage(child)) await sleep(5)
        latencies.push((await usage(child)).calledAt - at)
      }
      return { idlePolls: 60_000 / (await idle(id)).waitMs, latencyMs: median(latencies) }
    },
  }
}

function summarize(pairs: readonly Pair<Slice>[]): JobRate {
  const ratios = pairs.map(({ own, limit }) => own.perSecond / limit.perSecond)
  return {
    perSecond: median(pairs.map(({ own }) => own.perSecond)),
    ratio: median(ratios),
    spread: spread(ratios),
    cpuUs: median(pairs.map(({ own }) => own.cpuUs)),
    cpuRatio: median(pairs.map(({ own, limit }) => own.cpuUs / limit.cpuUs)),
    requestsPerJob: median(pairs.map(({ own }) => own.requestsPerJob)),
  }
}
