import type { ElementModel } from '../model/process-model.ts'
import { cancelJob } from '../run/jobs.ts'
import type { Runtime } from '../run/runtime.ts'
import { closeSubscriptions, openSubscriptions } from '../run/subscriptions.ts'
import { addUserTask } from '../run/user-tasks.ts'
import type { ElementInstance, LiveState } from '../state/element-instance.ts'
import { MessageSubscription } from '../state/message-subscription.ts'
import { markTaken, unmarkTaken } from '../state/process-instance.ts'
import type { UserTaskSpec } from '../state/user-task.ts'
import type { Migration } from './migration.ts'
import type { CompensationPlan } from './plan-compensations.ts'
import type { SubscriptionPlan } from './plan-subscriptions.ts'
import type { TokenPlan } from './plan-tokens.ts'

/** What a migration does to an active element instance. */
export interface ElementPlan {
  readonly instance: ElementInstance
  readonly target: ElementModel
  readonly subscriptions: SubscriptionPlan
  readonly tokens: TokenPlan
  /** The user task that replaces its job. */
  readonly userTask: UserTaskSpec | undefined
}

/** Applies a migration that was checked. */
export function applyMigration(
  runtime: Runtime,
  { root, target }: Migration,
  elements: readonly ElementPlan[],
  compensations: CompensationPlan,
): void {
  const { processInstance } = root
  processInstance.changeDefinition(target)
  for (const plan of elements) {
    plan.instance.element = plan.target
    moveSubscriptions(plan)
    moveTokens(plan)
    convertUserTask(runtime, plan)
  }
  processInstance.compensations = [...compensations].map(([compensation, change]) =>
    Object.assign(compensation, change),
  )
  runtime.messages.changeProcess(root.sequence, target.id)
  // Last, since an opened subscription may be triggered immediately.
  for (const { instance, subscriptions } of elements) openSubscriptions(instance, subscriptions.opened)
}

/** Creates the user task without calling its `creating` listeners, since the task existed before. */
function convertUserTask(runtime: Runtime, { instance, userTask }: ElementPlan): void {
  const job = instance.live?.job
  if (userTask === undefined || job === undefined) return
  cancelJob(runtime, job)
  addUserTask(runtime, instance, userTask).state = 'CREATED'
}

function moveSubscriptions({ instance, subscriptions: { kept, closed } }: ElementPlan): void {
  closeSubscriptions(instance, (subscription) => closed.has(subscription))
  for (const [subscription, event] of kept) {
    subscription.event = event
    if (subscription instanceof MessageSubscription && subscription.state !== 'CORRELATED') {
      subscription.setState('MIGRATED')
    }
  }
}

function moveTokens({ instance, tokens }: ElementPlan): void {
  const { processInstance } = instance
  const live = instance.live as LiveState
  const former = processInstance.former.at(-1)
  if (live.tokens === undefined || former === undefined) return
  const waiting = [...live.tokens]
  live.tokens = new Map()
  for (const [flow, count] of waiting) {
    const to = tokens.get(flow)
    if (to === undefined) continue
    live.tokens.set(to, count)
    unmarkTaken(former, flow.index)
    markTaken(processInstance, to.index)
  }
}
