import type { Entry } from '../catalog.ts'
import type { CallCost } from '../child/measure-ratio.ts'
import { startWorker } from '../child/start-worker.ts'
import type { ClientOptions } from '../client.ts'
import { median } from '../statistics.ts'

/** The cost of a cached `headers()` for each client, each in a separate process. */
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
  // The variants of a client share its authenticator.
  for (const entry of entries.filter(({ isVariant }) => !isVariant)) {
    const runs: CallCost[] = []
    // Several processes, since the timing of garbage collection and compilation differs between them.
    for (let run = 0; run < processes; run++) {
      const worker = await startWorker(entry, options).catch(() => undefined)
      const cost = await worker?.ask<CallCost>({ do: 'headers', rounds, iterations }).catch(() => undefined)
      worker?.kill()
      // It has no method for headers, or does not start.
      if (!cost) break
      runs.push(cost)
    }
    if (runs.length === 0) continue
    const middle = (name: keyof CallCost): number => median(runs.map((run) => run[name]))
    costs[entry.id] = { ns: middle('ns'), constantNs: middle('constantNs'), ratio: middle('ratio') }
  }
  return costs
}
