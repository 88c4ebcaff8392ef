import { applyMigration, type ElementPlan } from '../migrate/apply-migration.ts'
import { checkElement } from '../migrate/check-element.ts'
import { checkEvents } from '../migrate/check-events.ts'
import { planUserTask } from '../migrate/convert-user-task.ts'
import type { MigrateInstanceInput, Migration } from '../migrate/migration.ts'
import { planCompensations } from '../migrate/plan-compensations.ts'
import { planSubscriptions } from '../migrate/plan-subscriptions.ts'
import { planTokens } from '../migrate/plan-tokens.ts'
import { readMigration } from '../migrate/read-migration.ts'
import type { Runtime } from '../run/runtime.ts'
import type { ElementInstance } from '../state/element-instance.ts'

export function migrateInstance(runtime: Runtime, processInstanceKey: string, input: MigrateInstanceInput): void {
  const migration = readMigration(runtime, processInstanceKey, input)
  const active = [migration.root]
  // The list grows while it is read.
  for (const { live } of active) active.push(...(live?.children ?? []))
  const elements = active.map((instance) => planElement(runtime, migration, instance))
  applyMigration(runtime, migration, elements, planCompensations(migration))
}

function planElement(runtime: Runtime, migration: Migration, instance: ElementInstance): ElementPlan {
  const target = checkElement(migration, instance)
  checkEvents(migration, instance.element, target)
  return {
    instance,
    target,
    subscriptions: planSubscriptions(runtime, migration, instance, target),
    tokens: planTokens(migration, instance, target),
    userTask: planUserTask(runtime, instance, target),
  }
}
