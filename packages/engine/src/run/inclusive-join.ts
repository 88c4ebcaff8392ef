import { linkTargets } from '../events/link.ts'
import type { ElementModel, SequenceFlowModel } from '../model/process-model.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import { takeToken } from './flows.ts'
import { createElementInstance } from './lifecycle.ts'
import type { Runtime } from './runtime.ts'

type Tokens = ReadonlyMap<SequenceFlowModel, number>

/** Activates the inclusive gateways of a scope that have a token and that no other token can reach anymore. */
export function activateInclusiveJoins(runtime: Runtime, scope: ElementInstance): void {
  const tokens = scope.live?.tokens
  if (tokens === undefined || tokens.size === 0) return
  const waiting = new Set([...tokens.keys()].map(({ target }) => target))
  for (const gateway of waiting) {
    if (gateway.type !== 'INCLUSIVE_GATEWAY' || isAwaited(scope, gateway, tokens)) continue
    for (const flow of gateway.incoming) takeToken(tokens, flow)
    createElementInstance(runtime, gateway, scope)
  }
}

/** Whether another token may come from this active element, or from a gateway where one waits. */
function isAwaited({ live }: ElementInstance, gateway: ElementModel, tokens: Tokens): boolean {
  const places = new Set([...(live?.children ?? [])].map(({ element }) => element))
  for (const { target } of tokens.keys()) places.add(target)
  places.delete(gateway)
  return [...places].some((place) => canReach(place, gateway, tokens))
}

/** As in Camunda, a flow on which a token already waits is not traversed again. */
function canReach(from: ElementModel, gateway: ElementModel, tokens: Tokens): boolean {
  const seen = new Set([from])
  // Iterating over a set also yields what is added during the iteration.
  for (const element of seen) {
    if (element === gateway) return true
    for (const flow of element.outgoing) if (!tokens.has(flow)) seen.add(flow.target)
    for (const event of element.boundaryEvents) seen.add(event)
    if (element.type === 'INTERMEDIATE_THROW_EVENT') for (const event of linkTargets(element)) seen.add(event)
  }
  return false
}
