import type { VariableLookup } from '../feel/expression.ts'
import { toJson } from '../feel/to-json.ts'
import type { LoopModel } from '../model/activity-model.ts'
import type { ElementModel } from '../model/process-model.ts'
import { evaluate, evaluateAs, lookupIn } from '../run/evaluate.ts'
import { Failure } from '../run/failure.ts'
import { takeFlow } from '../run/flows.ts'
import { complete, createElementInstance } from '../run/lifecycle.ts'
import type { Runtime } from '../run/runtime.ts'
import { interruptScope } from '../run/trigger.ts'
import { variableOf } from '../run/variable-of.ts'
import { propagate, setLocal, visibleValue } from '../run/variables.ts'
import { COMPLETED, type ElementInstance, type LiveState, type LoopState } from '../state/element-instance.ts'
import type { ElementKind } from './element-kind.ts'

/**
 * The body of a multi-instance activity. Its children are the instances. Flows, boundary events and the output
 * collection are part of the body; mappings, listeners and the work are part of each instance.
 */
export const multiInstanceBody: ElementKind = {
  type: 'MULTI_INSTANCE_BODY',
  activate(runtime, body) {
    const loop = loopOf(body)
    const items = readItems(loop, body)
    const live = body.live as LiveState
    live.loop = { size: items.length, created: 0, completed: 0, isConditionMet: false }
    if (loop.outputCollection !== undefined) {
      const results = items.map(() => null)
      setLocal(runtime, body, loop.outputCollection, results)
    }
    if (items.length === 0) complete(runtime, body)
    for (let count = loop.isSequential ? Math.min(1, items.length) : items.length; count > 0; count -= 1) {
      createInner(runtime, body)
    }
  },
  childActivating: setLoopVariables,
  childCompleting(runtime, body, child) {
    const loop = loopOf(body)
    const state = loopStateOf(body)
    if (loop.outputCollection !== undefined) collectResult(runtime, body, child, loop)
    const isConditionMet = meetsCondition(loop, body, child)
    const { length } = readItems(loop, body)
    state.size = length
    state.completed += 1
    if (!isConditionMet) return
    state.isConditionMet = true
    interruptScope(runtime, body, child)
  },
  emptied(runtime, body, child) {
    const { created, size, isConditionMet } = loopStateOf(body)
    const goesOn = loopOf(body).isSequential && child.phase === COMPLETED && !isConditionMet && created < size
    if (goesOn) createInner(runtime, body)
    else complete(runtime, body)
  },
  leave(runtime, body) {
    const scope = body.parent as ElementInstance
    const { outputCollection } = loopOf(body)
    if (outputCollection !== undefined) {
      propagate(runtime, scope, { [outputCollection]: visibleValue(body, outputCollection) })
    }
    for (const flow of body.element.outgoing) takeFlow(runtime, flow, scope)
  },
}

function createInner(runtime: Runtime, body: ElementInstance): void {
  const state = loopStateOf(body)
  state.created += 1
  const inner = createElementInstance(runtime, body.element.children[0] as ElementModel, body)
  const live = inner.live as LiveState
  live.loopCounter = state.created
}

/**
 * Sets the item and the loop counter as variables of the instance. The collection may have changed since the body
 * started.
 */
function setLoopVariables(runtime: Runtime, body: ElementInstance, inner: ElementInstance): void {
  const loop = loopOf(body)
  const { loopCounter } = inner.live as LiveState
  const items = readItems(loop, inner)
  if (loopCounter > items.length) {
    const message = `The input collection has ${items.length} items, so there is none for the instance ${loopCounter}.`
    throw new Failure('EXTRACT_VALUE_ERROR', message)
  }
  if (loop.inputElement !== undefined) setLocal(runtime, inner, loop.inputElement, items[loopCounter - 1])
  // Otherwise the work would set this variable in a scope that all instances share.
  const resultVariable = variableOf(loop.outputElement?.text ?? '')
  if (resultVariable !== undefined && resultVariable !== loop.inputElement && resultVariable !== 'loopCounter') {
    setLocal(runtime, inner, resultVariable, null)
  }
  setLocal(runtime, inner, 'loopCounter', loopCounter)
}

function collectResult(
  runtime: Runtime,
  body: ElementInstance,
  child: ElementInstance,
  { outputCollection = '', outputElement }: LoopModel,
): void {
  const result = outputElement === undefined ? null : evaluate(outputElement, child)
  const collected = visibleValue(body, outputCollection)
  const { loopCounter } = child.live as LiveState
  if (!Array.isArray(collected) || collected.length < loopCounter) {
    const message = `The output collection '${outputCollection}' is not a list with an item for the instance ${loopCounter}.`
    throw new Failure('EXTRACT_VALUE_ERROR', message)
  }
  setLocal(runtime, body, outputCollection, collected.with(loopCounter - 1, result))
}

function meetsCondition({ completionCondition }: LoopModel, body: ElementInstance, child: ElementInstance): boolean {
  if (completionCondition === undefined) return false
  const { created, completed } = loopStateOf(body)
  // The child is still in the set.
  const active = (body.live?.children?.size ?? 1) - 1
  const counts: Readonly<Record<string, number>> = {
    numberOfInstances: created,
    numberOfActiveInstances: active,
    numberOfCompletedInstances: completed + 1,
    numberOfTerminatedInstances: created - completed - 1 - active,
  }
  const lookup: VariableLookup = (name) => counts[name] ?? lookupIn(child)(name)
  return evaluateAs(completionCondition, lookup, ['BOOLEAN']) as boolean
}

function readItems({ inputCollection }: LoopModel, scope: ElementInstance): readonly unknown[] {
  return toJson(evaluateAs(inputCollection, lookupIn(scope), ['ARRAY'])) as readonly unknown[]
}

function loopOf({ element }: ElementInstance): LoopModel {
  return element.loop as LoopModel
}

function loopStateOf({ live }: ElementInstance): LoopState {
  return live?.loop as LoopState
}
