import type { Scalar, Test } from '../feel.ts'
import type { Random } from '../random.ts'

/** The values of a process instance's variables. */
export type Variables = Readonly<Record<string, unknown>>

/** The minimum and maximum duration, in milliseconds. */
export type Span = readonly [least: number, most: number]

export const SECOND = 1000
export const MINUTE: number = 60 * SECOND
export const HOUR: number = 60 * MINUTE
export const DAY: number = 24 * HOUR

export type FlowNodeKind =
  | 'startEvent'
  | 'intermediateCatchEvent'
  | 'boundaryEvent'
  | 'endEvent'
  | 'serviceTask'
  | 'sendTask'
  | 'receiveTask'
  | 'userTask'
  | 'scriptTask'
  | 'businessRuleTask'
  | 'callActivity'
  | 'exclusiveGateway'
  | 'parallelGateway'
  | 'eventBasedGateway'

/** What an event, or a receive task, waits for or throws. */
export type EventTrigger =
  | {
      readonly message: string
      readonly correlationKey?: string | undefined
      /** The tasks after which the message is sent. */
      readonly sentAfter?: readonly string[] | undefined
    }
  | { readonly timer: string }
  | { readonly error: string }

/**
 * How the work of a sample worker can fail, in addition to failures that the data causes, such as a missing variable.
 */
export interface Failure {
  readonly chance: number
  readonly message: string
}

/** A flow node of a diagram, and what sample workers, people and customers do there. */
export interface FlowNode {
  readonly id: string
  readonly name?: string | undefined
  readonly kind: FlowNodeKind
  /** Column and row in the diagram's grid. A boundary event has those of its activity. */
  readonly at: readonly [column: number, row: number]
  /** The activity that a boundary event is attached to. All boundary events interrupt. */
  readonly attachedTo?: string | undefined
  readonly trigger?: EventTrigger | undefined
  /** Type of its job. */
  readonly job?: string | undefined
  /** Id of the form of a user task. */
  readonly form?: string | undefined
  /** Candidates for a user task. */
  readonly group?: string | undefined
  /** Local variables by name, each with its expression. */
  readonly inputs?: Readonly<Record<string, string>> | undefined
  /** Id of the called process. */
  readonly calls?: string | undefined
  readonly decides?: { readonly decision: string; readonly result: string } | undefined
  readonly script?: { readonly value: Scalar; readonly result: string } | undefined
  /** How long its work takes, or the sender of its message needs. */
  readonly takes?: Span | undefined
  /** The variables that its work or its message sets. */
  readonly sets?: ((random: Random) => Variables) | undefined
  readonly failure?: Failure | undefined
}

export interface SequenceFlow {
  readonly id: string
  readonly name?: string | undefined
  readonly from: string
  readonly to: string
  /** Taken by an exclusive gateway if the variable passes the test. The flow without a condition is the default. */
  readonly when?: { readonly variable: string; readonly test: Test } | undefined
}

/** One version of a process: its diagram, and what starts it. */
export interface ProcessModel {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly versionTag?: string | undefined
  /** Milliseconds after the beginning of the data. */
  readonly deployedAfterMs: number
  readonly nodes: readonly FlowNode[]
  readonly flows: readonly SequenceFlow[]
  /** Its share of all process instances that are started; 0 for a process that is only called. */
  readonly share: number
  readonly variables: (random: Random) => Variables
  /** A variable that is sometimes missing, so that elements that need it fail. */
  readonly forgets?: string | undefined
  /** The variables that an operator sets to resolve an incident at a flow node, by its id. */
  readonly repairs?: Readonly<Record<string, Variables>> | undefined
}

/** Gives each sequence flow an id from the ids of its ends. */
export function defineFlows(flows: readonly Omit<SequenceFlow, 'id'>[]): SequenceFlow[] {
  return flows.map((flow) => ({ ...flow, id: `Flow_${flow.from}_${flow.to}` }))
}

/** Returns a flow node that the model is known to have. */
export function nodeOf(model: ProcessModel, id: string): FlowNode {
  const node = model.nodes.find((candidate) => candidate.id === id)
  if (!node) throw new Error(`${model.id} has no flow node ${id}`)
  return node
}
