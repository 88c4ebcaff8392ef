import type { ElementModel } from '../model/process-model.ts'
import { takeToken } from '../run/flows.ts'
import { createElementInstance, openScope } from '../run/lifecycle.ts'
import type { Runtime } from '../run/runtime.ts'
import { setAllLocal } from '../run/variables.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import type { PlannedActivation, PlannedScope } from './plan.ts'

type Values = Readonly<Record<string, unknown>>

/** Creates the missing scopes, sets the variables, and activates the element. */
export function activatePlanned(runtime: Runtime, { element, path, variables }: PlannedActivation): void {
  const valuesOf = (scope: ElementModel): Values[] =>
    variables.filter((variable) => variable.scope === scope).map(({ values }) => values)
  for (const scope of path) enter(runtime, scope, valuesOf(scope.element))
  const scope = path.at(-1)?.instance as ElementInstance
  takeTokens(scope, element)
  const instance = createElementInstance(runtime, element, scope)
  for (const values of valuesOf(element)) setAllLocal(runtime, instance, values)
}

function enter(runtime: Runtime, scope: PlannedScope, variables: readonly Values[]): void {
  if (scope.instance === undefined) {
    scope.instance = openScope(runtime, scope.element, scope.parent?.instance as ElementInstance, variables)
    return
  }
  for (const values of variables) setAllLocal(runtime, scope.instance, values)
}

/** A joining gateway does not wait: it continues as if all tokens had arrived, and consumes those that have. */
function takeTokens({ live }: ElementInstance, { incoming }: ElementModel): void {
  if (live?.tokens !== undefined) for (const flow of incoming) takeToken(live.tokens, flow)
}
