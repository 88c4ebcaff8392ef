import type { Expression } from '../feel/expression.ts'
import { toJson } from '../feel/to-json.ts'
import type { ElementModel } from '../model/process-model.ts'
import type { ElementInstance, LiveState } from '../state/element-instance.ts'
import { evaluateFeel } from './evaluate.ts'
import { defineMember } from './json.ts'
import type { Runtime } from './runtime.ts'
import { propagate, seenValue, setAllLocal, visibleValue } from './variables.ts'

type Values = Record<string, unknown>
type Lookup = (name: string) => unknown

/** Creates the local variables that the input mappings of an element define. */
export function applyInputs(runtime: Runtime, instance: ElementInstance): void {
  const { inputs } = instance.element
  // An event that has already occurred, such as a boundary event, has no input mappings to apply.
  if (inputs.length === 0 || instance.live?.isTriggered) return
  const lookup: Lookup = (name) => visibleValue(instance, name)
  const targets: Values = {}
  // For later mappings, a target such as `order.id` is visible with the members that the variable already has.
  const seen: Values = {}
  for (const { source, target } of inputs) {
    const value = evaluateSource(source, (name) => (Object.hasOwn(seen, name) ? seen[name] : seenValue(instance, name)))
    setMember(seen, target, value, lookup)
    setMember(targets, target, value, () => undefined)
  }
  setAllLocal(runtime, instance, targets)
}

/**
 * Passes on what an element has produced. Output mappings decide what its scope gets; without any, each variable of the
 * result goes to the nearest scope that has it, otherwise to the process instance.
 */
export function applyOutputs(runtime: Runtime, instance: ElementInstance): void {
  const { element, live, parent: scope = instance } = instance
  const { result, isTriggered } = live as LiveState
  // The variables of an event that has occurred are local first, except in an event sub-process.
  const isLocal = isTriggered && scope.element.type !== 'EVENT_SUB_PROCESS'
  if (result !== undefined && (isLocal || element.outputs.length > 0)) setAllLocal(runtime, instance, result)
  if (element.outputs.length > 0) propagate(runtime, scope, evaluateOutputs(instance))
  else if (result !== undefined && !(isLocal && isErrorBoundary(element))) {
    propagate(runtime, isLocal ? scope : instance, result)
  }
}

/** The variables of an error stay in its boundary event, unless that has output mappings. */
function isErrorBoundary({ type, event }: ElementModel): boolean {
  return type === 'BOUNDARY_EVENT' && event?.kind === 'error'
}

/** A target such as `order.id` adds a member to the object that the element sees, or creates the object. */
function evaluateOutputs(instance: ElementInstance): Values {
  const lookup: Lookup = (name) => visibleValue(instance, name)
  const targets: Values = {}
  for (const { source, target } of instance.element.outputs) {
    const see: Lookup = (name) => (Object.hasOwn(targets, name) ? targets[name] : seenValue(instance, name))
    setMember(targets, target, evaluateSource(source, see), lookup)
  }
  return targets
}

function evaluateSource(source: Expression, lookup: Lookup): unknown {
  return toJson(evaluateFeel(source, lookup, 'IO_MAPPING_ERROR'))
}

function setMember(targets: Values, [name, ...path]: readonly string[], value: unknown, existing: Lookup): void {
  if (name === undefined) return
  const base = Object.hasOwn(targets, name) ? targets[name] : existing(name)
  defineMember(targets, name, withMember(base, path, value))
}

function withMember(base: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return value
  const copy: Values = isObject(base) ? { ...base } : {}
  defineMember(copy, name, withMember(copy[name], rest, value))
  return copy
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
