import type { SequenceFlowModel } from '../model/process-model.ts'
import { evaluateBoolean } from '../run/evaluate.ts'
import { Failure } from '../run/failure.ts'
import { complete } from '../run/lifecycle.ts'
import type { ElementInstance, LiveState } from '../state/element-instance.ts'
import type { ElementKind } from './element-kind.ts'
import { exclusiveGateway } from './exclusive-gateway.ts'

/**
 * Takes all flows whose conditions are true; if there are none, the default flow. As a join, it is activated once no
 * other token can reach it, see `run/inclusive-join.ts`.
 */
export const inclusiveGateway: ElementKind = {
  ...exclusiveGateway,
  type: 'INCLUSIVE_GATEWAY',
  activate(runtime, instance) {
    const live = instance.live as LiveState
    live.chosenFlows = chooseFlows(instance)
    complete(runtime, instance)
  },
}

function chooseFlows(instance: ElementInstance): readonly SequenceFlowModel[] {
  const { outgoing, defaultFlow } = instance.element
  if (outgoing.length === 1 && outgoing[0]?.condition === undefined) return outgoing
  const chosen = outgoing.filter(
    (flow) => flow !== defaultFlow && flow.condition !== undefined && evaluateBoolean(flow.condition, instance),
  )
  if (chosen.length > 0) return chosen
  if (defaultFlow !== undefined) return [defaultFlow]
  throw new Failure('CONDITION_ERROR', 'No condition of an outgoing flow holds, and there is no default flow.')
}
