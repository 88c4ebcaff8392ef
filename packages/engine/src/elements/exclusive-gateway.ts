import type { SequenceFlowModel } from '../model/process-model.ts'
import { evaluateBoolean } from '../run/evaluate.ts'
import { Failure } from '../run/failure.ts'
import { takeFlow } from '../run/flows.ts'
import { complete } from '../run/lifecycle.ts'
import type { ElementInstance, LiveState } from '../state/element-instance.ts'
import type { ElementKind } from './element-kind.ts'

/** Takes the first flow, in the order of the file, whose condition is true; otherwise the default flow. */
export const exclusiveGateway: ElementKind = {
  type: 'EXCLUSIVE_GATEWAY',
  activate(runtime, instance) {
    const live = instance.live as LiveState
    live.chosenFlows = [chooseFlow(instance)]
    complete(runtime, instance)
  },
  leave(runtime, instance) {
    for (const flow of instance.live?.chosenFlows ?? []) takeFlow(runtime, flow, instance.parent as ElementInstance)
  },
}

function chooseFlow(instance: ElementInstance): SequenceFlowModel {
  const { outgoing, defaultFlow } = instance.element
  const [only] = outgoing
  if (outgoing.length === 1 && only?.condition === undefined) return only as SequenceFlowModel
  const chosen = outgoing.find(
    (flow) => flow !== defaultFlow && flow.condition !== undefined && evaluateBoolean(flow.condition, instance),
  )
  if (chosen !== undefined) return chosen
  if (defaultFlow !== undefined) return defaultFlow
  throw new Failure('CONDITION_ERROR', 'No condition of an outgoing flow holds, and there is no default flow.')
}
