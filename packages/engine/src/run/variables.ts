import { CLUSTER } from '../state/cluster-variables.ts'
import type { ElementInstance, LiveState } from '../state/element-instance.ts'
import { Variable } from '../state/variable.ts'
import { checkConditions, type VariableChange } from './conditions.ts'
import { defineMember, toJsonText } from './json.ts'
import type { Runtime } from './runtime.ts'

type Values = Readonly<Record<string, unknown>>

/** Creates a variable in this scope, or changes the existing one. */
export function setLocal(runtime: Runtime, scope: ElementInstance, name: string, value: unknown): void {
  const change = set(runtime, scope, name, value)
  if (change !== undefined) checkConditions(runtime, [change])
}

/** Returns the change if a condition is waiting for it. */
function set(runtime: Runtime, scope: ElementInstance, name: string, value: unknown): VariableChange | undefined {
  const live = scope.live as LiveState
  const known = live.variables?.get(name)
  const isObserved = scope.processInstance.conditions.length > 0
  if (known !== undefined) {
    const isChange = isObserved && toJsonText(known.value) !== toJsonText(value)
    known.value = value
    return isChange ? { scope, name, event: 'update' } : undefined
  }
  const variable = runtime.store.add(
    runtime.store.variables,
    new Variable(runtime.store.nextSequence(scope.sequence), name, value, scope),
  )
  const { processInstance } = scope
  if (processInstance.lastVariable === undefined) processInstance.firstVariable = variable
  else processInstance.lastVariable.next = variable
  processInstance.lastVariable = variable
  live.variables ??= new Map()
  live.variables.set(name, variable)
  return isObserved ? { scope, name, event: 'create' } : undefined
}

export function setAllLocal(runtime: Runtime, scope: ElementInstance, values: Values): void {
  setEach(runtime, values, () => scope)
}

/** Changes each variable in the nearest scope that has it. New variables go to the process instance. */
export function propagate(runtime: Runtime, scope: ElementInstance, values: Values): void {
  setEach(runtime, values, (name) => scopeOf(scope, name, values[name]))
}

/** Sets the variables. Conditions are checked once for all changes. */
function setEach(runtime: Runtime, values: Values, scopeFor: (name: string) => ElementInstance): void {
  const changes: VariableChange[] = []
  for (const [name, value] of Object.entries(values)) {
    const change = set(runtime, scopeFor(name), name, value)
    if (change !== undefined) changes.push(change)
  }
  if (changes.length > 0) checkConditions(runtime, changes)
}

/** As in Camunda, a scope whose variable already has this value is skipped, so the value goes to an outer scope. */
function scopeOf(scope: ElementInstance, name: string, value: unknown): ElementInstance {
  let at = scope
  while (at.parent !== undefined) {
    const variable = at.live?.variables?.get(name)
    if (variable !== undefined && toJsonText(variable.value) !== toJsonText(value)) break
    at = at.parent
  }
  return at
}

/** The value that an element sees: its own, or that of the nearest scope. */
export function visibleValue(scope: ElementInstance, name: string): unknown {
  for (let at: ElementInstance | undefined = scope; at !== undefined; at = at.parent) {
    const variable = at.live?.variables?.get(name)
    if (variable !== undefined) return variable.value
  }
  return undefined
}

/** What an expression of an element sees: its variables, then those of the cluster. */
export function seenValue(scope: ElementInstance, name: string): unknown {
  const value = visibleValue(scope, name)
  if (value !== undefined || name !== CLUSTER) return value
  const { clusterVariables, tenantId } = scope.processInstance.definition
  return clusterVariables.of(tenantId)
}

/** The variables of this scope only. */
export function localVariables({ live }: ElementInstance): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [name, variable] of live?.variables ?? []) defineMember(values, name, variable.value)
  return values
}

/** All variables that an element sees, as a new object. The values are not copied. */
export function visibleVariables(scope: ElementInstance): Record<string, unknown> {
  const values = scope.parent === undefined ? {} : visibleVariables(scope.parent)
  const own = scope.live?.variables
  if (own !== undefined) for (const [name, variable] of own) defineMember(values, name, variable.value)
  return values
}
