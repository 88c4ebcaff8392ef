import { type FlowNode, nodeOf, type SequenceFlow } from '../bpmn/model.ts'
import { holds } from '../feel.ts'
import type { ActiveNode, Problem, Run } from './run.ts'

/** A flow node about to do its work. */
type AtWork = Pick<ActiveNode, 'run' | 'node'>

/** Why the data of its instance does not let a flow node do its work, if so. */
export function problemOf(active: AtWork): Problem | undefined {
  return inputProblem(active) ?? correlationProblem(active) ?? conditionProblem(active)
}

export const outgoing = ({ model }: Run, { id }: FlowNode): SequenceFlow[] =>
  model.flows.filter(({ from }) => from === id)

/** What an exclusive gateway takes: the first flow whose condition holds, else its default; none when there is neither. */
export function chosenFlows({ run, node }: AtWork): SequenceFlow[] {
  const flows = outgoing(run, node)
  const holding = flows.find(({ when }) => when && holds(when.test, run.values[when.variable]))
  return holding ? [holding] : flows.filter(({ when }) => !when).slice(0, 1)
}

function inputProblem({ node, run }: AtWork): Problem | undefined {
  const missing = Object.values(node.inputs ?? {}).find((source) => run.values[source] === undefined)
  if (missing === undefined) return undefined
  const message = `Failed to evaluate expression '${missing}': no variable found for name '${missing}'`
  return { type: 'IO_MAPPING_ERROR', message, missing }
}

function correlationProblem({ node, run }: AtWork): Problem | undefined {
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

function conditionProblem({ node, run }: AtWork): Problem | undefined {
  if (node.kind !== 'exclusiveGateway' || chosenFlows({ node, run }).length > 0) return undefined
  const variables = outgoing(run, node).map(({ when }) => when?.variable)
  return {
    type: 'CONDITION_ERROR',
    message: 'Expected at least one condition to evaluate to true, or to have a default flow',
    missing: variables.find((name) => name !== undefined && run.values[name] === undefined),
  }
}
