import type { Expression } from '../feel/expression.ts'
import type {
  AdHocModel,
  CalledDecisionModel,
  CalledElementModel,
  LinkedResourceModel,
  LoopModel,
  ScriptModel,
} from './activity-model.ts'
import type { EventModel } from './event-model.ts'
import type { UserTaskModel } from './user-task-model.ts'

/** Kinds of elements, by their names in Camunda's API. */
export type ElementType =
  | 'AD_HOC_SUB_PROCESS'
  | 'AD_HOC_SUB_PROCESS_INNER_INSTANCE'
  | 'BOUNDARY_EVENT'
  | 'BUSINESS_RULE_TASK'
  | 'CALL_ACTIVITY'
  | 'END_EVENT'
  | 'EVENT_BASED_GATEWAY'
  | 'EVENT_SUB_PROCESS'
  | 'EXCLUSIVE_GATEWAY'
  | 'INCLUSIVE_GATEWAY'
  | 'INTERMEDIATE_CATCH_EVENT'
  | 'INTERMEDIATE_THROW_EVENT'
  | 'MANUAL_TASK'
  | 'MULTI_INSTANCE_BODY'
  | 'PARALLEL_GATEWAY'
  | 'PROCESS'
  | 'RECEIVE_TASK'
  | 'SCRIPT_TASK'
  | 'SEND_TASK'
  | 'SERVICE_TASK'
  | 'START_EVENT'
  | 'SUB_PROCESS'
  | 'TASK'
  | 'USER_TASK'

/** A process of a BPMN file in the form that the engine runs. Plain and frozen, and independent of the parser. */
export interface ProcessModel {
  readonly id: string
  readonly name: string | null
  readonly versionTag: string | null
  /** Id of the form for starting it. */
  readonly startFormId: string | null
  /** The process itself, as the container of all others. */
  readonly root: ElementModel
  /** All elements by id. The id of a multi-instance activity leads to its body. */
  readonly elements: ReadonlyMap<string, ElementModel>
  readonly flows: readonly SequenceFlowModel[]
  readonly hasCompensation: boolean
}

export interface ElementModel {
  readonly id: string
  readonly name: string | null
  readonly type: ElementType
  /** The process or sub-process that contains it; undefined for the process. */
  readonly parent: ElementModel | undefined
  readonly incoming: readonly SequenceFlowModel[]
  readonly outgoing: readonly SequenceFlowModel[]
  /** The flow of a gateway that is taken if no other is. */
  readonly defaultFlow: SequenceFlowModel | undefined
  readonly inputs: readonly MappingModel[]
  readonly outputs: readonly MappingModel[]
  /** Set if a job worker does its work. */
  readonly job: JobModel | undefined
  /** Listeners for the start and for the end of the element. */
  readonly startListeners: readonly JobModel[]
  readonly endListeners: readonly JobModel[]
  /** Set for the body of a multi-instance activity, whose only child is the activity. */
  readonly loop: LoopModel | undefined
  /** Set for an ad-hoc sub-process. */
  readonly adHoc: AdHocModel | undefined
  /** The process that a call activity calls. */
  readonly calledElement: CalledElementModel | undefined
  /** The decision that a business rule task evaluates, unless a worker does its work. */
  readonly calledDecision: CalledDecisionModel | undefined
  /** The script that a script task evaluates, unless a worker does its work. */
  readonly script: ScriptModel | undefined
  /** Set for a user task. If it also has a `job`, a worker handles it. */
  readonly userTask: UserTaskModel | undefined
  /** What an event or a receive task waits for or throws. */
  readonly event: EventModel | undefined
  /** False for non-interrupting boundary events and start events of event sub-processes. */
  readonly isInterrupting: boolean
  /** The activity that a boundary event is attached to. */
  readonly attachedTo: ElementModel | undefined
  readonly boundaryEvents: readonly ElementModel[]
  /** Whether it is a compensation handler, which no flow leads to. */
  readonly isForCompensation: boolean
  /** The handler that compensates the activity that this event is attached to. */
  readonly compensationHandler: ElementModel | undefined
  /**
   * The events that wait while it is active: its boundary events, start events of event sub-processes in it, the events
   * after an event-based gateway, or itself.
   */
  readonly catches: readonly ElementModel[]
  /** The elements directly in this container. */
  readonly children: readonly ElementModel[]
  /** Where a container starts: its none start event, or the start event of an event sub-process. */
  readonly startEvent: ElementModel | undefined
  readonly eventSubProcesses: readonly ElementModel[]
}

export interface SequenceFlowModel {
  readonly id: string
  /** Its index among the flows of the process. */
  readonly index: number
  readonly source: ElementModel
  readonly target: ElementModel
  readonly condition: Expression | undefined
}

/** An input or output mapping. */
export interface MappingModel {
  readonly source: Expression
  /** The name of the variable, followed by the names of nested members. */
  readonly target: readonly string[]
}

export interface JobModel {
  readonly type: Expression
  readonly retries: Expression
  readonly priority: Expression | undefined
  readonly headers: Readonly<Record<string, string>>
  /** Deployed files that the worker needs. */
  readonly linkedResources: readonly LinkedResourceModel[]
}
