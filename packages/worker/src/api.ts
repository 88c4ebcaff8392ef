/**
 * What the worker uses of the Orchestration Cluster API v2. A client of `@x/orchestration` has it, and so can your own: the
 * types are structural, so this package depends on no client.
 */

/** The part of the jobs resource that the worker calls. */
export interface JobsApi {
  activate(body: ActivateJobs, options?: JobCallOptions): Promise<{ readonly jobs: readonly ActivatedJob[] }>
  complete(jobKey: string, body?: CompleteJob, options?: JobCallOptions): Promise<void>
  fail(jobKey: string, body?: FailJob, options?: JobCallOptions): Promise<void>
  throwError(jobKey: string, body: ThrowJobError, options?: JobCallOptions): Promise<void>
  update(jobKey: string, body: UpdateJob, options?: JobCallOptions): Promise<void>
}

/** Options of one call. */
export interface JobCallOptions {
  readonly signal?: AbortSignal | undefined
  readonly timeoutMs?: number | undefined
  /** `false`: the worker retries by itself, as long as the job's timeout lasts. */
  readonly retry?: false | undefined
}

export interface ActivateJobs {
  readonly type: string
  readonly timeout: number
  readonly maxJobsToActivate: number
  readonly requestTimeout: number
  readonly worker: string
  readonly fetchVariable?: readonly string[]
  readonly tenantIds?: readonly string[]
  readonly withLease?: boolean
}

interface FinishJob {
  readonly jobLeaseToken?: string
}

export interface CompleteJob extends FinishJob {
  readonly variables?: Readonly<Record<string, unknown>>
  readonly result?: UserTaskResult | AdHocResult
}

/** A task listener's decision, as the API has it. */
export interface UserTaskResult {
  readonly type: 'userTask'
  readonly denied?: boolean
  readonly deniedReason?: string
  readonly corrections?: UserTaskCorrections
}

/** Changes of a task listener to the user task. Members left out or null stay as they are. */
export interface UserTaskCorrections {
  /** The empty text removes it. */
  readonly assignee?: string | null | undefined
  /** The empty text removes it. */
  readonly dueDate?: Date | string | null | undefined
  /** The empty text removes it. */
  readonly followUpDate?: Date | string | null | undefined
  /** Replaces all; the empty list removes them. */
  readonly candidateUsers?: readonly string[] | null | undefined
  /** Replaces all; the empty list removes them. */
  readonly candidateGroups?: readonly string[] | null | undefined
  /** 0 to 100. */
  readonly priority?: number | null | undefined
}

/** What happens next in an ad-hoc sub-process, as the API has it. */
export interface AdHocResult {
  readonly type: 'adHocSubProcess'
  readonly activateElements?: readonly AdHocElement[]
  readonly isCompletionConditionFulfilled?: boolean
  readonly isCancelRemainingInstances?: boolean
}

/** An element of an ad-hoc sub-process to activate. */
export interface AdHocElement {
  /** Id of the element in the BPMN. */
  readonly elementId: string
  /** Local variables of the new element instance. */
  readonly variables?: Readonly<Record<string, unknown>> | undefined
}

export interface FailJob extends FinishJob {
  readonly retries: number
  readonly errorMessage: string
  readonly retryBackOff: number
  readonly variables?: Readonly<Record<string, unknown>>
}

export interface ThrowJobError extends FinishJob {
  readonly errorCode: string
  readonly errorMessage?: string
  readonly variables?: Readonly<Record<string, unknown>>
}

export interface UpdateJob extends FinishJob {
  readonly changeset: { readonly timeout: number }
}

/** A job as the API returns it. */
export interface ActivatedJob {
  readonly jobKey: string
  readonly type: string
  /** Variables that the element sees, as they were when the job was activated. */
  readonly variables: Readonly<Record<string, unknown>>
  /** Headers that the element has in the BPMN. */
  readonly customHeaders: Readonly<Record<string, unknown>>
  /** How many times the job may still be tried, this time included. */
  readonly retries: number
  /** When the reservation ends, in milliseconds since 1970, by the server's clock. */
  readonly deadline: number
  /** Name of the worker. */
  readonly worker: string
  /** `BPMN_ELEMENT`, `EXECUTION_LISTENER`, `TASK_LISTENER` or `AD_HOC_SUB_PROCESS`. */
  readonly kind: JobKind
  /** What the listener is called for, such as `COMPLETING`; `UNSPECIFIED` for jobs that are not a listener's. */
  readonly listenerEventType: string
  /** Id of the element in the BPMN. */
  readonly elementId: string
  readonly elementInstanceKey: string
  readonly processInstanceKey: string
  /** The instance at the top of the chain of calls (Camunda 8.9). */
  readonly rootProcessInstanceKey?: string | null | undefined
  readonly processDefinitionId: string
  readonly processDefinitionVersion: number
  readonly processDefinitionKey: string
  /** The user task, for jobs of a task listener; null for others. */
  readonly userTask: UserTaskProperties | null
  /** Tags of the process instance. */
  readonly tags: readonly string[]
  /** Business id of the process instance (Camunda 8.10). */
  readonly businessId?: string | null | undefined
  /** Jobs with a higher priority are activated first (Camunda 8.10). */
  readonly priority?: number | undefined
  /** Sent along when the job is finished; only with `leases`. */
  readonly jobLeaseToken?: string | null | undefined
  readonly tenantId: string
  readonly physicalTenantId?: string | undefined
}

/** What a job was created for. Newer servers may have more. */
export type JobKind = 'BPMN_ELEMENT' | 'EXECUTION_LISTENER' | 'TASK_LISTENER' | 'AD_HOC_SUB_PROCESS' | (string & {})

/** The user task that a task listener is called for. */
export interface UserTaskProperties {
  /** What the caller passed as `action`, or its default such as `complete`. */
  readonly action: string
  readonly assignee: string | null
  readonly candidateGroups: readonly string[]
  readonly candidateUsers: readonly string[]
  /** Names of the members that the event changes. */
  readonly changedAttributes: readonly string[]
  readonly dueDate: string | null
  readonly followUpDate: string | null
  readonly formKey: string | null
  /** 0 to 100; a higher number is more urgent. */
  readonly priority: number | null
  readonly userTaskKey: string | null
}
