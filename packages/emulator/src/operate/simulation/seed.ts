import { DAY, type ProcessModel } from '../bpmn/model.ts'
import { invoiceDecisions } from '../decisions/invoice-decisions.ts'
import { loanRiskVersions } from '../decisions/loan-risk.ts'
import { customerOnboarding } from '../processes/customer-onboarding.ts'
import { invoiceApprovalVersions } from '../processes/invoice-approval.ts'
import { loanApplicationVersions } from '../processes/loan-application.ts'
import { orderFulfilmentVersions } from '../processes/order-fulfilment.ts'
import { paymentVersions } from '../processes/payment.ts'
import { createRandom } from './random.ts'
import { createWorld, type World } from './world.ts'

export interface SeedOptions {
  /** Up to when there is data. */
  readonly now: number
  readonly seed: number
  readonly partitions: number
  /** How many instances were started, without those that they called. */
  readonly processInstances: number
}

/** How far back the data goes. */
const PAST = 42 * DAY

const decisionModels = [invoiceDecisions, ...loanRiskVersions]

const processModels: readonly ProcessModel[] = [
  ...paymentVersions,
  ...orderFulfilmentVersions,
  ...invoiceApprovalVersions,
  ...loanApplicationVersions,
  customerOnboarding,
]

/** A cluster with six weeks of process instances behind it, up to the clock's time; an empty one for no instances. */
export function seedWorld(options: SeedOptions): World {
  const { now, seed, partitions, processInstances } = options
  const begin = now - PAST
  const random = createRandom(seed)
  const world = createWorld(random, partitions)
  if (processInstances === 0) return world
  for (const model of decisionModels) world.schedule(begin + model.deployedAfterMs, () => world.deployDecisions(model))
  for (const model of processModels) world.schedule(begin + model.deployedAfterMs, () => world.deployProcess(model))
  for (const [{ id, share, deployedAfterMs }, count] of shareOut(processInstances)) {
    const first = begin + deployedAfterMs
    const span = now - first
    const startAt = (at: number): void => world.schedule(at, () => world.start(id, at))
    // At any time within equal parts of the past: however few there are, some are recent.
    for (let index = 0; index < count; index += 1) startAt(first + Math.floor(((index + random.next()) / count) * span))
    // And at the same rate from now on, with the exponential gaps that independent customers leave.
    const arriveAfter = (at: number): void => {
      const gap = -Math.log(1 - random.next()) * (span / (processInstances * share))
      const next = at + Math.max(1, Math.round(gap))
      world.schedule(next, () => {
        world.start(id, next)
        arriveAfter(next)
      })
    }
    arriveAfter(now)
  }
  world.runUntil(now)
  return world
}

/** How many instances of each process there are, so that the sum is exact: what is left over goes to the largest remainders. */
function shareOut(total: number): [model: ProcessModel, count: number][] {
  const shares = processModels
    .filter(({ version, share }) => version === 1 && share > 0)
    .map((model) => ({ model, count: Math.floor(total * model.share), remainder: (total * model.share) % 1 }))
  let left = total - shares.reduce((sum, { count }) => sum + count, 0)
  for (const entry of shares.toSorted((a, b) => b.remainder - a.remainder)) {
    if (left > 0) entry.count += 1
    left -= 1
  }
  return shares.map(({ model, count }) => [model, count])
}
