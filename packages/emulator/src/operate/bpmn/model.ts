import type { Scalar, Test } from '../feel.ts'
import type { Random } from '../simulation/random.ts'

/** The values of a process instance's variables. */
export type Variables = Readonly<Record<string, unknown>>

/** From the least to the most milliseconds that something takes. */
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
  | { readonly message: string; readonly correlationKey?: string | undefined }
  | { readonly timer: string; readonly afterMs: number }
  | { readonly error: string }

/** How work can fail for no fault of the data. What the data causes, such as a missing variable, needs no telling. */
export interface Failure {
  readonly chance: number
  readonly type: 'JOB_NO_RETRIES' | 'FORM_NOT_FOUND'
  readonly message: string
}

/** A flow node of a diagram, and how the simulation walks through it. */
export interface FlowNode {
  readonly id: string
  readonly name?: string | undefined
  readonly kind: FlowNodeKind
  /** Column and row in the diagram's grid. A boundary event has its activity's. */
  readonly at: readonly [column: number, row: number]
  /** The activity that a boundary event sits on. Boundary events interrupt. */
  readonly attachedTo?: string | undefined
  readonly trigger?: EventTrigger | undefined
  /** Type of the job that a worker takes. */
  readonly job?: string | undefined
  /** The id of the form that a user task shows. */
  readonly form?: string | undefined
  /** Local variables and the process variable that each is a copy of. */
  readonly inputs?: Readonly<Record<string, string>> | undefined
  /** The called process's id. */
  readonly calls?: string | undefined
  readonly decides?: { readonly decision: string; readonly result: string } | undefined
  readonly script?: { readonly value: Scalar; readonly result: string } | undefined
  /** How long its work, or waiting for its message, takes. */
  readonly takes?: Span | undefined
  /** What its work leaves in the process's variables. */
  readonly sets?: ((random: Random, variables: Variables) => Variables) | undefined
  readonly failure?: Failure | undefined
}

export interface SequenceFlow {
  readonly id: string
  readonly name?: string | undefined
  readonly from: string
  readonly to: string
  /** Taken by an exclusive gateway when the variable passes; the flow without a condition is its default. */
  readonly when?: { readonly variable: string; readonly test: Test } | undefined
}

/** One version of a process: its diagram and what sets it going. */
export interface ProcessModel {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly versionTag?: string | undefined
  /** Milliseconds after the beginning of the data. */
  readonly deployedAfterMs: number
  readonly nodes: readonly FlowNode[]
  readonly flows: readonly SequenceFlow[]
  /** Its part of all process instances that were started; 0 for one that is only called. */
  readonly share: number
  readonly variables: (random: Random) => Variables
  /** A variable that is now and then forgotten, so that what needs it gets stuck. */
  readonly forgets?: string | undefined
  /** What an operator sets a missing variable to when resolving the incident that it caused. */
  readonly repairs?: Variables | undefined
}

/** Gives each sequence flow an id made of its ends. */
export function defineFlows(flows: readonly Omit<SequenceFlow, 'id'>[]): SequenceFlow[] {
  return flows.map((flow) => ({ ...flow, id: `Flow_${flow.from}_${flow.to}` }))
}

/** A flow node of a model that is known to have it. */
export function nodeOf(model: ProcessModel, id: string): FlowNode {
  const node = model.nodes.find((candidate) => candidate.id === id)
  if (!node) throw new Error(`${model.id} has no flow node ${id}`)
  return node
}
