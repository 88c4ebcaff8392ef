import { type FlowNode, nodeOf } from '../bpmn/model.ts'
import { chosenFlows, outgoing, type Place } from './diagram.ts'
import type { Problem } from './run.ts'

/** Why the data of its instance does not let a flow node do its work, if so. */
export function problemOf(active: Place): Problem | undefined {
  return inputProblem(active) ?? correlationProblem(active) ?? conditionProblem(active)
}

function inputProblem({ node, run }: Place): Problem | undefined {
  const missing = Object.values(node.inputs ?? {}).find((source) => run.values[source] === undefined)
  if (missing === undefined) return undefined
  const message = `Failed to evaluate expression '${missing}': no variable found for name '${missing}'`
  return { type: 'IO_MAPPING_ERROR', message, missing }
}

function correlationProblem({ node, run }: Place): Problem | undefined {
  const awaited =
    node.kind === 'eventBasedGateway' ? outgoing(run, node).map(({ to }) => nodeOf(run.model, to)) : [node]
  const missing = awaited.map(correlationKeyOf).find((name) => name !== undefined && run.values[name] === undefined)
  if (missing === undefined) return undefined
  const message = `Failed to extract the correlation key for '${missing}': The value must be either a string or a number, but was 'NULL'.`
  return { type: 'EXTRACT_VALUE_ERROR', message, missing }
}

function correlationKeyOf({ kind, trigger }: FlowNode): string | undefined {
  return kind !== 'startEvent' && trigger && 'message' in trigger ? trigger.correlationKey : undefined
}

function conditionProblem({ node, run }: Place): Problem | undefined {
  if (node.kind !== 'exclusiveGateway' || chosenFlows({ node, run }).length > 0) return undefined
  const variables = outgoing(run, node).map(({ when }) => when?.variable)
  return {
    type: 'CONDITION_ERROR',
    message: 'Expected at least one condition to evaluate to true, or to have a default flow',
    missing: variables.find((name) => name !== undefined && run.values[name] === undefined),
  }
}
