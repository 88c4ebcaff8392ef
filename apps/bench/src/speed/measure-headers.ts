import type { Entry } from '../catalog.ts'
import type { CallCost } from '../child/measure-ratio.ts'
import { startWorker } from '../child/start-worker.ts'
import type { ClientOptions } from '../client.ts'
import { median } from '../statistics.ts'

/** What a cached `headers()` costs, client by client, each in a process of its own. */
export async function measureHeaders(
  entries: readonly Entry[],
  options: ClientOptions,
  {
    processes,
    rounds,
    iterations,
  }: { readonly processes: number; readonly rounds: number; readonly iterations: number },
): Promise<Record<string, CallCost>> {
  const costs: Record<string, CallCost> = {}
  for (const entry of entries) {
    const runs: CallCost[] = []
    // Several processes: where the garbage collector and the compiler come in differs from one to the next.
    for (let run = 0; run < processes; run++) {
      const worker = await startWorker(entry, options).catch(() => undefined)
      const cost = await worker?.ask<CallCost>({ do: 'headers', rounds, iterations }).catch(() => undefined)
      worker?.kill()
      if (cost) runs.push(cost)
    }
    if (runs.length === 0) continue
    const middle = (name: keyof CallCost): number => median(runs.map((run) => run[name]))
    costs[entry.id] = { ns: middle('ns'), constantNs: middle('constantNs'), ratio: middle('ratio') }
  }
  return costs
}
