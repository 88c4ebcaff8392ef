import type { JobModel } from '../model/process-model.ts'
import type { Form } from './deployed-file.ts'
import type { ElementInstance } from './element-instance.ts'
import { NEVER } from './never.ts'

/**
 * State of a user task, by its name in Camunda's API. It waits for people in `CREATED`. States that end with `ING` mean
 * that its task listeners are at work.
 */
export type UserTaskState =
  | 'CREATING'
  | 'CREATED'
  | 'ASSIGNING'
  | 'UPDATING'
  | 'COMPLETING'
  | 'COMPLETED'
  | 'CANCELING'
  | 'CANCELED'

/** The events of task listeners, by their names in the BPMN. */
export type TaskListenerEvent = 'creating' | 'assigning' | 'updating' | 'completing' | 'canceling'

/** The attributes of a user task that people and task listeners can change. */
export interface UserTaskAttributes {
  readonly assignee: string | null
  readonly candidateGroups: readonly string[]
  readonly candidateUsers: readonly string[]
  /** ISO 8601, as it was set. */
  readonly dueDate: string | null
  readonly followUpDate: string | null
  readonly priority: number
}

/** The outcome of a change to a user task. */
export type TransitionOutcome = 'PENDING' | 'DONE' | 'DENIED' | 'CANCELED'

/** A requested change to a user task. */
export interface TransitionSpec {
  readonly event: TaskListenerEvent
  /** The name that the command gave the change. */
  readonly action: string
  readonly attributes: UserTaskAttributes
  /** The variables of the command: the result of the task, or variables to set. */
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  /** Called once no listener is left, in addition to changing the attributes. */
  readonly apply: () => void
}

/** A change that the listeners of a user task work on. Their corrections take effect once all of them are done. */
export class Transition {
  readonly requested: TransitionSpec
  /** What was requested, with the corrections of the listeners so far. */
  attributes: UserTaskAttributes
  /** The listeners to call. Later changes to the process and the cluster do not affect them. */
  readonly listeners: readonly JobModel[]
  finishedListeners = 0
  outcome: TransitionOutcome = 'PENDING'
  deniedReason = ''

  constructor(requested: TransitionSpec, listeners: readonly JobModel[]) {
    this.requested = requested
    this.attributes = requested.attributes
    this.listeners = listeners
  }
}

/** The initial state of a user task. */
export interface UserTaskSpec {
  readonly form: Form | undefined
  readonly externalFormReference: string | null
  readonly headers: Readonly<Record<string, string>>
  readonly attributes: UserTaskAttributes
}

/** A task for a person. */
export class UserTask {
  readonly sequence: number
  readonly owner: ElementInstance
  readonly form: Form | undefined
  readonly externalFormReference: string | null
  readonly headers: Readonly<Record<string, string>>
  state: UserTaskState = 'CREATING'
  attributes: UserTaskAttributes
  /** The action of the latest command; empty if there was none. */
  action = ''
  readonly creationTime: number
  /** When it was completed or canceled. */
  endTime: number = NEVER
  transition: Transition | undefined = undefined
  next: UserTask | undefined = undefined

  constructor(sequence: number, owner: ElementInstance, spec: UserTaskSpec, now: number) {
    this.sequence = sequence
    this.owner = owner
    this.form = spec.form
    this.externalFormReference = spec.externalFormReference
    this.headers = spec.headers
    this.attributes = spec.attributes
    this.creationTime = now
  }
}
