import { median, medianRatio } from '../statistics.ts'

/** The nanoseconds of one awaited call, and of a constant async function next to it. */
export interface CallCost {
  readonly ns: number
  readonly constantNs: number
  readonly ratio: number
}

const sliceNs = 2_000_000

type Loop = typeof import('./loop.ts').loop

/** Times a cached `headers()` and a constant async function in turns, each in a loop that is compiled for it alone. */
export async function measureRatio(
  headers: () => Promise<unknown>,
  rounds: number,
  mostIterations: number,
): Promise<CallCost> {
  const header = { authorization: 'Bearer constant' }
  const constant = async (): Promise<Record<string, string>> => header
  // A query creates a separate module, with separate type feedback.
  const load = async (name: string): Promise<Loop> =>
    (await import(new URL(`./loop.ts?${name}`, import.meta.url).href)).loop
  const ours = await load('headers')
  const limit = await load('constant')
  await ours(headers, mostIterations / 10)
  await limit(constant, mostIterations)
  // A slice takes no more than a millisecond or two: some clients are a hundred times slower.
  const iterations = Math.ceil(Math.min(mostIterations, sliceNs / (await ours(headers, mostIterations / 10))))
  const ns: number[] = []
  const constantNs: number[] = []
  for (let round = 0; round < rounds; round++) {
    constantNs.push(await limit(constant, iterations))
    ns.push(await ours(headers, iterations))
  }
  return { ns: median(ns), constantNs: median(constantNs), ratio: medianRatio(ns, constantNs) }
}
