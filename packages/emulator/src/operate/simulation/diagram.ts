import type { FlowNode, SequenceFlow } from '../bpmn/model.ts'
import { holds } from '../feel.ts'
import type { ActiveNode, Run } from './run.ts'

/** A flow node of an instance, entered or about to be. */
export type Place = Pick<ActiveNode, 'run' | 'node'>

export const outgoing = ({ model }: Run, { id }: FlowNode): SequenceFlow[] =>
  model.flows.filter(({ from }) => from === id)

/** What an exclusive gateway takes: the first flow whose condition holds, else its default; none when there is neither. */
export function chosenFlows({ run, node }: Place): SequenceFlow[] {
  const flows = outgoing(run, node)
  const holding = flows.find(({ when }) => when && holds(when.test, run.values[when.variable]))
  return holding ? [holding] : flows.filter(({ when }) => !when).slice(0, 1)
}

/** Counts one more arrival; a gateway that joins lets the last of its flows pass, for all of them. */
export function mayPass(run: Run, node: FlowNode): boolean {
  if (node.kind !== 'parallelGateway') return true
  const arrived = (run.arrivals.get(node.id) ?? 0) + 1
  const expected = run.model.flows.filter(({ to }) => to === node.id).length
  run.arrivals.set(node.id, arrived % expected)
  return arrived >= expected
}

export const boundariesOf = ({ run, node }: Place): FlowNode[] =>
  run.model.nodes.filter(({ attachedTo }) => attachedTo === node.id)

/** The boundary event that catches an error. */
export const catcherOf = (place: Place, code: string): FlowNode | undefined =>
  boundariesOf(place).find(({ trigger }) => trigger && 'error' in trigger && trigger.error === code)

/** Whether it is an end event that throws an error. */
export const isError = ({ kind, trigger }: FlowNode): boolean =>
  kind === 'endEvent' && trigger !== undefined && 'error' in trigger
