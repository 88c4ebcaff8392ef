import type { ProcessModel } from './bpmn/model.ts'
import { processModels } from './models.ts'
import type { Random } from './random.ts'

/** The start of a process instance at a time. */
export interface Arrival {
  readonly model: ProcessModel
  readonly at: number
}

/** Distributes this many instances over all processes, from their first deployment to the end. */
export function arrivalsBetween(begin: number, end: number, total: number, random: Random): Arrival[] {
  return shareOut(total).flatMap(({ model, count }) => {
    const first = begin + model.deployedAfterMs
    const span = end - first
    // One at a random time in each of several equal periods: even if there are few, some are recent.
    return Array.from({ length: count }, (_, index) => ({
      model,
      at: first + Math.floor(((index + random.next()) / count) * span),
    }))
  })
}

/** The number of instances for each process, with an exact sum: the remainder goes to the largest fractions. */
export function shareOut(total: number): { readonly model: ProcessModel; readonly count: number }[] {
  const shares = processModels
    .filter(({ version, share }) => version === 1 && share > 0)
    .map((model) => ({ model, count: Math.floor(total * model.share), remainder: (total * model.share) % 1 }))
  let left = total - shares.reduce((sum, { count }) => sum + count, 0)
  for (const entry of shares.toSorted((a, b) => b.remainder - a.remainder)) {
    if (left > 0) entry.count += 1
    left -= 1
  }
  return shares
}
