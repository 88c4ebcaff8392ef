/**
 * The part of the Orchestration Cluster API v2 that the worker calls. A client of `@x/orchestration` fits, and so can
 * your own: the types are structural, so this package depends on no client.
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
  /** Always `false`: the worker itself retries until the job's timeout. */
  readonly retry?: false | undefined
}

export interface ActivateJobs {
  readonly type: string
  readonly timeout: number
  readonly maxJobsToActivate: number
  readonly requestTimeout: number
  readonly worker: string
  readonly fetchVariable?: readonly string[] | undefined
  readonly tenantIds?: readonly string[] | undefined
  readonly withLease?: boolean | undefined
}

interface FinishJob {
  readonly jobLeaseToken?: string | undefined
}

export interface CompleteJob extends FinishJob {
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  readonly result?: UserTaskResult | AdHocResult | undefined
}

/** A task listener's decision, as the API expects it. */
export interface UserTaskResult {
  readonly type: 'userTask'
  readonly denied?: boolean | undefined
  readonly deniedReason?: string | undefined
  readonly corrections?: UserTaskCorrections | undefined
}

/** Changes of a task listener to the user task. Members that are undefined or null stay unchanged. */
export interface UserTaskCorrections {
  /** An empty string removes it. */
  readonly assignee?: string | null | undefined
  /** An empty string removes it. */
  readonly dueDate?: Date | string | null | undefined
  /** An empty string removes it. */
  readonly followUpDate?: Date | string | null | undefined
  /** Replaces all; an empty array removes them. */
  readonly candidateUsers?: readonly string[] | null | undefined
  /** Replaces all; an empty array removes them. */
  readonly candidateGroups?: readonly string[] | null | undefined
  /** 0 to 100. */
  readonly priority?: number | null | undefined
}

/** What happens next in an ad-hoc sub-process, as the API expects it. */
export interface AdHocResult {
  readonly type: 'adHocSubProcess'
  readonly activateElements?: readonly AdHocElement[] | undefined
  readonly isCompletionConditionFulfilled?: boolean | undefined
  readonly isCancelRemainingInstances?: boolean | undefined
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
  readonly variables?: Readonly<Record<string, unknown>> | undefined
}

export interface ThrowJobError extends FinishJob {
  readonly errorCode: string
  readonly errorMessage?: string | undefined
  readonly variables?: Readonly<Record<string, unknown>> | undefined
}

export interface UpdateJob extends FinishJob {
  readonly changeset: { readonly timeout: number }
}

/** A job as the API returns it. */
export interface ActivatedJob {
  readonly jobKey: string
  readonly type: string
  /** Variables visible to the element when the job was activated. */
  readonly variables: Readonly<Record<string, unknown>>
  /** Headers that the element has in the BPMN. */
  readonly customHeaders: Readonly<Record<string, unknown>>
  /** How many attempts remain, including this one. */
  readonly retries: number
  /** When the reservation ends, in milliseconds since 1970, by the server's clock. */
  readonly deadline: number
  /** Name of the worker. */
  readonly worker: string
  /** `BPMN_ELEMENT`, `EXECUTION_LISTENER`, `TASK_LISTENER` or `AD_HOC_SUB_PROCESS`. */
  readonly kind: JobKind
  /** The event of the listener, such as `COMPLETING`; `UNSPECIFIED` for other jobs. */
  readonly listenerEventType: string
  /** Id of the element in the BPMN. */
  readonly elementId: string
  readonly elementInstanceKey: string
  readonly processInstanceKey: string
  /** The instance at the top of the call hierarchy (Camunda 8.9). */
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
  /** Sent when the job is finished; only with `leases`. */
  readonly jobLeaseToken?: string | null | undefined
  readonly tenantId: string
  readonly physicalTenantId?: string | undefined
}

/** What a job was created for. Newer servers may send other values. */
export type JobKind = 'BPMN_ELEMENT' | 'EXECUTION_LISTENER' | 'TASK_LISTENER' | 'AD_HOC_SUB_PROCESS' | (string & {})

/** The user task that a task listener is called for. */
export interface UserTaskProperties {
  /** The caller's `action`, or its default such as `complete`. */
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
