import { median, medianRatio } from '../statistics.ts'

/** Nanoseconds of one awaited call, beside those of a constant async function. */
export interface CallCost {
  readonly ns: number
  readonly constantNs: number
  readonly ratio: number
}

type Loop = typeof import('./loop.ts').loop

/** Times a cached `headers()` and a constant async function in turns, each in a loop compiled for it alone. */
export async function measureRatio(
  headers: () => Promise<unknown>,
  rounds: number,
  iterations: number,
): Promise<CallCost> {
  const header = { authorization: 'Bearer constant' }
  const constant = async (): Promise<Record<string, string>> => header
  // A query makes a module of its own, with type feedback of its own.
  const load = async (name: string): Promise<Loop> =>
    (await import(new URL(`./loop.ts?${name}`, import.meta.url).href)).loop
  const ours = await load('headers')
  const limit = await load('constant')
  await ours(headers, iterations)
  await limit(constant, iterations)
  const ns: number[] = []
  const constantNs: number[] = []
  for (let round = 0; round < rounds; round++) {
    constantNs.push(await limit(constant, iterations))
    ns.push(await ours(headers, iterations))
  }
  return { ns: median(ns), constantNs: median(constantNs), ratio: medianRatio(ns, constantNs) }
}
