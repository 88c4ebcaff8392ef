import type { DateInput, Int, JsonInput, Unchecked } from '@x/rest'
import type { BusinessId, OperationReference } from './identifiers.ts'
import type { JobLeaseToken } from './job-activation.ts'

/** Members of all commands that finish an activated job. */
export interface FinishJobRequest {
  /**
   * The `jobLeaseToken` of the activated job. Required if it has one: without it, or with that of an earlier activation,
   * the command is rejected. @since 8.10
   */
  readonly jobLeaseToken?: JobLeaseToken | null | undefined
}

/** The outcome of a job. */
export interface CompleteJobRequest extends FinishJobRequest {
  /** Not allowed for jobs of a task listener. */
  readonly variables?: JsonInput | null | undefined
  /** For jobs of a task listener or of an ad-hoc sub-process. */
  readonly result?: JobResult | null | undefined
  /**
   * Assigns this business id to the process instance. **This cannot be undone.** It is rejected, and the job stays
   * open, if another instance called this one, if it has another business id, or if business ids must be unique.
   * @since 8.10
   */
  readonly businessId?: BusinessId | null | undefined
}

/** The decision of a listener or of the handler of an ad-hoc sub-process. The server checks `type`. */
export type JobResult = UserTaskJobResult | AdHocSubProcessJobResult

/** The decision of a task listener about the user task. */
export interface UserTaskJobResult {
  readonly type?: Unchecked<'userTask'> | undefined
  /**
   * Denies the event, so that the user task stays unchanged and the call that caused the event fails. Only possible for
   * `ASSIGNING`, `UPDATING` and `COMPLETING`. @defaultValue `false`
   */
  readonly denied?: boolean | null | undefined
  readonly deniedReason?: string | null | undefined
  readonly corrections?: UserTaskCorrections | null | undefined
}

/** Changes of a task listener to the user task. Members that are undefined or null stay unchanged. */
export interface UserTaskCorrections {
  /** An empty string removes it. */
  readonly assignee?: string | null | undefined
  /** An empty string removes it. */
  readonly dueDate?: DateInput | '' | null | undefined
  /** An empty string removes it. */
  readonly followUpDate?: DateInput | '' | null | undefined
  /** Replaces all; an empty array removes them. */
  readonly candidateUsers?: readonly string[] | null | undefined
  /** Replaces all; an empty array removes them. */
  readonly candidateGroups?: readonly string[] | null | undefined
  /** @minimum 0 @maximum 100 */
  readonly priority?: Int | null | undefined
}

/** What happens next in an ad-hoc sub-process. */
export interface AdHocSubProcessJobResult {
  readonly type?: Unchecked<'adHocSubProcess'> | undefined
  /** Elements to activate. */
  readonly activateElements?: readonly AdHocElementActivation[] | undefined
  /** True if the completion condition is fulfilled, which ends the sub-process. @defaultValue `false` */
  readonly isCompletionConditionFulfilled?: boolean | undefined
  /** Cancels the elements that are still active in it. @defaultValue `false` */
  readonly isCancelRemainingInstances?: boolean | undefined
}

/** An element of an ad-hoc sub-process to activate. */
export interface AdHocElementActivation {
  /** Id of the element in the BPMN. */
  readonly elementId?: string | undefined
  /** Local variables of the new element instance. */
  readonly variables?: JsonInput | null | undefined
}

/** Why a job failed, and whether it is retried. */
export interface FailJobRequest extends FinishJobRequest {
  /** How often the job may still be attempted. 0 creates an incident. @defaultValue `0` */
  readonly retries?: Int | undefined
  readonly errorMessage?: string | undefined
  /** How long the job cannot be activated, in milliseconds. @defaultValue `0` */
  readonly retryBackOff?: Int | undefined
  /** Become local variables of the element. */
  readonly variables?: JsonInput | undefined
}

/** The BPMN error to throw. */
export interface ThrowJobErrorRequest extends FinishJobRequest {
  /** Must match the code of an error event in the BPMN. */
  readonly errorCode: string
  readonly errorMessage?: string | null | undefined
  /** Become local variables of the event that catches the error. */
  readonly variables?: JsonInput | null | undefined
}

/** A change to one job. */
export interface UpdateJobRequest {
  readonly changeset: JobChangeset
  readonly operationReference?: OperationReference | undefined
  /** If you pass one, the change applies only if it is the current one. @since 8.10 */
  readonly jobLeaseToken?: JobLeaseToken | null | undefined
}

/** Changes to a job. Members that are undefined or null stay unchanged. */
export interface JobChangeset {
  readonly retries?: Int | null | undefined
  /** How long the job stays reserved from now, in milliseconds. */
  readonly timeout?: Int | null | undefined
  /** Jobs with a higher priority are activated first. @since 8.10 */
  readonly priority?: Int | null | undefined
}
