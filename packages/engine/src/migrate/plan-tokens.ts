import type { ElementModel, SequenceFlowModel } from '../model/process-model.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import { conflict, type Migration } from './migration.ts'

/** Flows on which a token waits at a gateway, each with its flow in the target. */
export type TokenPlan = ReadonlyMap<SequenceFlowModel, SequenceFlowModel>

export function planTokens(migration: Migration, scope: ElementInstance, target: ElementModel): TokenPlan {
  const plan = new Map<SequenceFlowModel, SequenceFlowModel>()
  for (const flow of scope.live?.tokens?.keys() ?? []) {
    const gateway = targetGateway(migration, flow.target, target)
    const to = migration.target.model.flows.find(({ id }) => id === migration.mapping.get(flow.id))
    const waiting = `A token that came along '${flow.id}' waits at the gateway '${flow.target.id}'`
    if (to === undefined) throw conflict(`${waiting}, but there is no mapping for this flow.`)
    if (to.target !== gateway) throw conflict(`${waiting}, but '${to.id}' does not lead to '${gateway.id}'.`)
    if ([...plan.values()].includes(to)) throw conflict(`${waiting}, but another flow is mapped to '${to.id}', too.`)
    plan.set(flow, to)
  }
  return plan
}

function targetGateway({ target, mapping }: Migration, gateway: ElementModel, scope: ElementModel): ElementModel {
  const to = target.model.elements.get(mapping.get(gateway.id) ?? '')
  const waiting = `A token waits at the gateway '${gateway.id}'`
  if (to === undefined) throw conflict(`${waiting}, but there is no mapping for it.`)
  if (to.type !== gateway.type) throw conflict(`${waiting}, but '${to.id}' is a ${to.type}.`)
  if (to.parent !== scope) throw conflict(`${waiting}, but '${to.id}' is in another scope.`)
  if (to.incoming.length < gateway.incoming.length)
    throw conflict(`${waiting}, but '${to.id}' has fewer incoming flows.`)
  return to
}
