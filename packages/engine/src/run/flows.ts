import type { ElementType, SequenceFlowModel } from '../model/process-model.ts'
import type { ElementInstance, LiveState } from '../state/element-instance.ts'
import { markTaken } from '../state/process-instance.ts'
import { createElementInstance } from './lifecycle.ts'
import type { Runtime } from './runtime.ts'

/** Moves a token along a flow: to the next element, or to a gateway that waits for more tokens. */
export function takeFlow(runtime: Runtime, flow: SequenceFlowModel, scope: ElementInstance): void {
  markTaken(scope.processInstance, flow.index)
  const { target } = flow
  if (target.incoming.length < 2 || !JOINS.includes(target.type)) createElementInstance(runtime, target, scope)
  else arriveAtJoin(runtime, flow, scope)
}

const JOINS: readonly ElementType[] = ['PARALLEL_GATEWAY', 'INCLUSIVE_GATEWAY']

/**
 * A parallel gateway waits for a token on each of its incoming flows. An inclusive gateway waits for every token that
 * can still arrive; `run/inclusive-join.ts` checks this whenever something in the scope has ended.
 */
function arriveAtJoin(runtime: Runtime, flow: SequenceFlowModel, scope: ElementInstance): void {
  const live = scope.live as LiveState
  live.tokens ??= new Map()
  const { tokens } = live
  tokens.set(flow, (tokens.get(flow) ?? 0) + 1)
  const gateway = flow.target
  if (gateway.type === 'INCLUSIVE_GATEWAY') return
  if (!gateway.incoming.every((incoming) => tokens.has(incoming))) return
  for (const incoming of gateway.incoming) takeToken(tokens, incoming)
  createElementInstance(runtime, gateway, scope)
}

export function takeToken(tokens: Map<SequenceFlowModel, number>, flow: SequenceFlowModel): void {
  const count = tokens.get(flow) ?? 0
  if (count > 1) tokens.set(flow, count - 1)
  else tokens.delete(flow)
}
