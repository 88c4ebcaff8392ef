import type { Child } from '../child/ask.ts'
import type { CallRate } from '../child/measure-rate.ts'
import type { WorkerOrder } from '../child/worker.ts'
import { median, spread } from '../statistics.ts'

/** Whole calls a second at one concurrency. */
export interface Rate {
  readonly perSecond: number
  /** To the limit in the same round. */
  readonly ratio: number
  readonly spread: number
  /** Processor time of one call, and how much the limit needs of it. */
  readonly cpuUs: number
  readonly cpuRatio: number
}

/** Rates by client. */
export type Rates = Readonly<Record<string, Rate>>

/** Clients under test by id, each in a process of its own. */
export type Workers = ReadonlyMap<string, Child<WorkerOrder>>

/**
 * Measures a slice of the limit and a slice of a client, again and again: whatever else the machine does in the meantime
 * slows both.
 */
export async function measureInTurns(
  workers: Workers,
  limit: Child<WorkerOrder>,
  slice: WorkerOrder,
  rounds: number,
): Promise<Rates> {
  const pairs = new Map([...workers.keys()].map((id) => [id, [] as { own: CallRate; limit: CallRate }[]]))
  // The first round is the change from what was measured before.
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
  return Object.fromEntries([...pairs].map(([id, measured]) => [id, summarize(measured)]))
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
