import type { ElementModel, SequenceFlowModel } from '../model/process-model.ts'
import type { Incident } from './incident.ts'
import type { Job } from './job.ts'
import { NEVER } from './never.ts'
import type { ProcessInstance } from './process-instance.ts'
import type { Subscription } from './subscription.ts'
import type { UserTask } from './user-task.ts'
import type { Variable } from './variable.ts'

/** The phase in the life of an element instance. A number, so that "not yet completing" is a comparison. */
export type Phase = 0 | 1 | 2 | 3 | 4 | 5
export const ACTIVATING = 0
export const ACTIVATED = 1
export const COMPLETING = 2
export const TERMINATING = 3
export const COMPLETED = 4
export const TERMINATED = 5

/**
 * One run of one element. The instance of the process itself is the root scope, and has the key of the process
 * instance.
 *
 * Tens of thousands are kept as history, so state that only a running element needs is in `live`, which is dropped when
 * it ends.
 */
export class ElementInstance {
  readonly sequence: number
  element: ElementModel
  readonly processInstance: ProcessInstance
  /** The scope that contains it; undefined for the process. */
  readonly parent: ElementInstance | undefined
  phase: Phase = ACTIVATING
  readonly startTime: number
  endTime: number = NEVER
  /** The next record of the same process instance. */
  next: ElementInstance | undefined = undefined
  incident: Incident | undefined = undefined
  /** Number of active incidents in it and in everything that it contains or calls. */
  incidentCount = 0
  live: LiveState | undefined

  constructor(
    sequence: number,
    element: ElementModel,
    processInstance: ProcessInstance,
    parent: ElementInstance | undefined,
    now: number,
  ) {
    this.sequence = sequence
    this.element = element
    this.processInstance = processInstance
    this.parent = parent
    this.startTime = now
    this.live = new LiveState()
  }

  get isEnded(): boolean {
    return this.phase >= COMPLETED
  }
}

/** The state that an element instance has only while it runs. */
export class LiveState {
  /** Local variables. */
  variables: Map<string, Variable> | undefined = undefined
  /** The job that it waits for. */
  job: Job | undefined = undefined
  /** The user task that it waits for. */
  userTask: UserTask | undefined = undefined
  /** Number of execution listeners that are done, of those for the start or the end. */
  finishedListeners = 0
  /** The result of the job, or of the event that it waited for: the input of the output mappings. */
  result: Readonly<Record<string, unknown>> | undefined = undefined
  /** Running element instances in this scope. */
  children: Set<ElementInstance> | undefined = undefined
  /** Number of tokens that wait for others at a gateway, by the flow on which they arrived. */
  tokens: Map<SequenceFlowModel, number> | undefined = undefined
  /** The events that it waits for. */
  subscriptions: Subscription[] | undefined = undefined
  /** Whether it is an event that has already occurred, with its variables in `result`. */
  isTriggered = false
  /** The interrupting event that continues once everything that it interrupts has ended. */
  interruption: TriggeredEvent | undefined = undefined
  /** Whether an event ended what ran in this scope. What is left of it must not continue. */
  isInterrupted = false
  /**
   * The event that it continues with: the one that started a process or sub-process, or occurred first at an
   * event-based gateway.
   */
  trigger: TriggeredEvent | undefined = undefined
  /** The root of the process instance that a call activity started. */
  called: ElementInstance | undefined = undefined
  /** The progress of a multi-instance body. */
  loop: LoopState | undefined = undefined
  /** Index of the instance in its multi-instance body, from 1; 0 for other elements. */
  loopCounter = 0
  /** The activity of an inner instance of an ad-hoc sub-process. */
  activity: ElementModel | undefined = undefined
  /** Whether the completion condition of an ad-hoc sub-process is met. */
  isConditionMet = false
  /** The flows that a gateway chose. */
  chosenFlows: readonly SequenceFlowModel[] | undefined = undefined
}

/** The progress of a multi-instance activity. */
export interface LoopState {
  /** Number of items in the input collection when it was last read. */
  size: number
  created: number
  completed: number
  isConditionMet: boolean
}

/** An event that has occurred, with its variables. */
export interface TriggeredEvent {
  readonly event: ElementModel
  readonly variables: Readonly<Record<string, unknown>> | undefined
}
