import type { OperateApiOptions } from '../api.ts'
import { DAY, type ProcessModel } from '../bpmn/model.ts'
import { invoiceDecisions } from '../decisions/invoice-decisions.ts'
import { loanRiskVersions } from '../decisions/loan-risk.ts'
import { customerOnboarding } from '../processes/customer-onboarding.ts'
import { invoiceApprovalVersions } from '../processes/invoice-approval.ts'
import { loanApplicationVersions } from '../processes/loan-application.ts'
import { orderFulfilmentVersions } from '../processes/order-fulfilment.ts'
import { paymentVersions } from '../processes/payment.ts'
import { createRandom, seedOf } from './random.ts'
import { createWorld, type World } from './world.ts'

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
export function seedWorld(options: OperateApiOptions): World {
  const { clock, clusterId, partitions = 8, seed = seedOf(clusterId), processInstances = 300 } = options
  const now = clock.now()
  const begin = now - PAST
  const random = createRandom(seed)
  const world = createWorld(random, partitions)
  if (processInstances === 0) return world
  for (const model of decisionModels) world.schedule(begin + model.deployedAfterMs, () => world.deployDecisions(model))
  for (const model of processModels) world.schedule(begin + model.deployedAfterMs, () => world.deployProcess(model))
  for (const { id, version, share, deployedAfterMs } of processModels) {
    if (version !== 1 || share === 0) continue
    const meanGap = (PAST - deployedAfterMs) / (processInstances * share)
    const arriveAfter = (at: number): void => {
      // Exponential gaps, as independent customers leave them.
      const next = at - Math.round(Math.log(1 - random.next()) * meanGap)
      world.schedule(next, () => {
        world.start(id, next)
        arriveAfter(next)
      })
    }
    arriveAfter(begin + deployedAfterMs)
  }
  world.runUntil(now)
  return world
}
