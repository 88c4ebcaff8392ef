import type { Child } from '../child/ask.ts'
import type { CallRate } from '../child/measure-rate.ts'
import type { WorkerOrder } from '../child/worker.ts'
import { median, spread } from '../statistics.ts'
import { type Pair, takeTurns } from './in-turns.ts'

/** Whole calls per second at one concurrency. */
export interface Rate {
  readonly perSecond: number
  /** Relative to the limit in the neighboring slice. */
  readonly ratio: number
  readonly spread: number
  /** Processor time of one call, and the share of it that the limit needs. */
  readonly cpuUs: number
  readonly cpuRatio: number
}

/** Rates by client. */
export type Rates = Readonly<Record<string, Rate>>

/** Clients under test by id, each in a separate process. */
export type Workers = ReadonlyMap<string, Child<WorkerOrder>>

/** Measures slices of all clients in turns, with those of the limit in between. */
export async function measureInTurns(
  workers: Workers,
  limitId: string,
  slice: WorkerOrder,
  rounds: number,
): Promise<Rates> {
  const others = [...workers.keys()].filter((id) => id !== limitId)
  const take = async (id: string): Promise<CallRate> => (workers.get(id) as Child<WorkerOrder>).ask(slice)
  const pairs = await takeTurns(limitId, others, rounds, take)
  return Object.fromEntries([...pairs].map(([id, measured]) => [id, summarize(measured)]))
}

function summarize(pairs: readonly Pair<CallRate>[]): Rate {
  const ratios = pairs.map(({ own, limit }) => own.perSecond / limit.perSecond)
  return {
    perSecond: median(pairs.map(({ own }) => own.perSecond)),
    ratio: median(ratios),
    spread: spread(ratios),
    cpuUs: median(pairs.map(({ own }) => own.cpuUs)),
    cpuRatio: median(pairs.map(({ own, limit }) => limit.cpuUs / own.cpuUs)),
  }
}
