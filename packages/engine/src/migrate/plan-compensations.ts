import { EngineError } from '../errors.ts'
import type { ElementModel } from '../model/process-model.ts'
import type { Compensation } from '../state/compensation.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import { conflict, type Migration, targetOf, targetOfEvent } from './migration.ts'

/** The activities that can still be compensated, with their new ids and events. */
export type CompensationPlan = ReadonlyMap<
  Compensation,
  { readonly activityId: string; readonly event: ElementModel | undefined }
>

/** An activity can still be compensated if its compensation event is mapped; so can the scopes around it. */
export function planCompensations(migration: Migration): CompensationPlan {
  const { compensations } = migration.root.processInstance
  const plan = new Map<Compensation, { activityId: string; event: ElementModel | undefined }>()
  for (const compensation of compensations) {
    const event = compensation.event && targetOfEvent(migration, compensation.event)
    if (compensation.event === undefined || event === undefined) continue
    const activity = event.attachedTo
    if (event.event?.kind !== 'compensation' || activity === undefined) {
      throw new EngineError(
        'INVALID_ARGUMENT',
        `'${event.id}' is no compensation event, but '${compensation.event.id}' is.`,
      )
    }
    plan.set(compensation, { activityId: activity.id, event })
    planScopes(compensation.activity.parent, activity.parent)
  }
  return plan

  /** Maps the scopes around an activity, which may have ended, too. Their number stays the same. */
  function planScopes(scope: ElementInstance | undefined, target: ElementModel | undefined): void {
    if (scope === undefined || target === undefined || !scope.isEnded) {
      if (scope === undefined || targetOf(migration, scope) === target) return
      throw conflict(`What can be compensated in '${scope.element.id}' would be in another scope.`)
    }
    const entry = compensations.find(({ activity }) => activity === scope)
    if (entry !== undefined && !plan.has(entry)) plan.set(entry, { activityId: target.id, event: entry.event })
    planScopes(scope.parent, target.parent)
  }
}
