import { EngineError } from '../errors.ts'
import { keyOf } from '../keys.ts'
import { offerJob, setJobState } from '../run/jobs.ts'
import { copyJson, defineMember } from '../run/json.ts'
import type { Runtime } from '../run/runtime.ts'
import { visibleValue, visibleVariables } from '../run/variables.ts'
import { ACTIVATED_BY_WORKER, type Job, type JobKind, type ListenerEventType } from '../state/job.ts'
import { DEFAULT_TENANT, requireInteger } from './find.ts'
import { type UserTaskProperties, userTaskProperties } from './user-task-properties.ts'

/** Which jobs to activate, how many, and for how long. */
export interface ActivateJobsInput {
  readonly type: string
  /** How long the jobs are reserved, in milliseconds of the engine's time. */
  readonly timeout: number
  readonly maxJobsToActivate: number
  /** Name of the worker. @defaultValue none */
  readonly worker?: string | undefined
  /** Names of the variables to return. @defaultValue every variable that the element sees */
  readonly fetchVariable?: readonly string[] | undefined
  /** @defaultValue `['<default>']` */
  readonly tenantIds?: readonly string[] | undefined
  /** Activates jobs of these processes only. @defaultValue all */
  readonly processDefinitionIds?: readonly string[] | undefined
  /**
   * Leases the jobs: each activation has a `jobLeaseToken` of its own, without which the job cannot be finished. A job that
   * was leased once only goes to workers that lease. @defaultValue `false`
   */
  readonly withLease?: boolean | null | undefined
}

/** A job that is reserved for the caller. */
export interface ActivatedJob {
  readonly jobKey: string
  readonly type: string
  readonly kind: JobKind
  readonly listenerEventType: ListenerEventType
  readonly elementId: string
  readonly elementInstanceKey: string
  readonly processInstanceKey: string
  readonly rootProcessInstanceKey: string
  readonly processDefinitionId: string
  readonly processDefinitionVersion: number
  readonly processDefinitionKey: string
  readonly customHeaders: Readonly<Record<string, string>>
  readonly variables: Record<string, unknown>
  readonly worker: string
  readonly retries: number
  /** When the reservation ends, in milliseconds since 1970. */
  readonly deadline: number
  readonly priority: number
  /** For the job of a task listener, the user task as it will be after the change; otherwise null. */
  readonly userTask: UserTaskProperties | null
  readonly tags: readonly string[]
  readonly businessId: string | null
  readonly jobLeaseToken: string | null
  readonly tenantId: string
}

const NO_TENANT: readonly string[] = [DEFAULT_TENANT]

export function activateJobs(runtime: Runtime, input: ActivateJobsInput): ActivatedJob[] {
  if (!input.type) throw new EngineError('INVALID_ARGUMENT', '`type` must be the type of the jobs.')
  requireInteger('timeout', input.timeout, 1)
  requireInteger('maxJobsToActivate', input.maxJobsToActivate, 1)
  const tenantIds = input.tenantIds ?? NO_TENANT
  const jobs: ActivatedJob[] = []
  const others: Job[] = []
  while (jobs.length < input.maxJobsToActivate) {
    const job = runtime.jobQueues.take(input.type, tenantIds, input.withLease === true)
    if (job === undefined) break
    if (input.processDefinitionIds?.includes(job.owner.processInstance.definition.model.id) === false) {
      others.push(job)
      continue
    }
    reserve(runtime, job, input)
    jobs.push(toActivatedJob(job, input.fetchVariable))
  }
  for (const job of others) runtime.jobQueues.add(job, job.owner.processInstance.definition.tenantId)
  return jobs
}

function reserve(runtime: Runtime, job: Job, input: ActivateJobsInput): void {
  job.phase = ACTIVATED_BY_WORKER
  job.worker = input.worker ?? ''
  job.leaseToken = input.withLease === true ? `${keyOf(job.sequence)}-${runtime.store.nextSequence()}` : null
  setDeadline(runtime, job, input.timeout)
}

/** Sets the deadline of a job: the worker has `timeout` milliseconds from now on. */
export function setDeadline(runtime: Runtime, job: Job, timeout: number): void {
  runtime.due.cancel(job.due)
  job.deadline = runtime.now + timeout
  job.due = runtime.due.add(job.deadline, () => {
    job.due = undefined
    setJobState(runtime, job, 'TIMED_OUT')
    offerJob(runtime, job)
  })
}

function toActivatedJob(job: Job, names: readonly string[] | undefined): ActivatedJob {
  const { element, processInstance, sequence } = job.owner
  const { definition, root } = processInstance
  return {
    jobKey: keyOf(job.sequence),
    type: job.type,
    kind: job.kind,
    listenerEventType: job.listenerEventType,
    elementId: element.id,
    elementInstanceKey: keyOf(sequence),
    processInstanceKey: keyOf(root.sequence),
    rootProcessInstanceKey: keyOf(processInstance.top.sequence),
    processDefinitionId: definition.model.id,
    processDefinitionVersion: definition.version,
    processDefinitionKey: keyOf(definition.sequence),
    customHeaders: job.headers,
    variables: fetch(job, names),
    worker: job.worker,
    retries: job.retries,
    deadline: job.deadline,
    priority: job.priority,
    userTask: userTaskProperties(job),
    tags: processInstance.tags,
    businessId: processInstance.businessIdOf(job.sequence),
    jobLeaseToken: job.leaseToken,
    tenantId: definition.tenantId,
  }
}

/** The job of a task listener also sees the variables that the pending change of the user task would set. */
function fetch({ owner }: Job, names: readonly string[] | undefined): Record<string, unknown> {
  const brought = owner.live?.userTask?.transition?.requested.variables ?? {}
  if (names === undefined || names.length === 0) {
    return copyJson({ ...visibleVariables(owner), ...brought }) as Record<string, unknown>
  }
  const variables: Record<string, unknown> = {}
  for (const name of names) {
    const value = Object.hasOwn(brought, name) ? brought[name] : visibleValue(owner, name)
    if (value !== undefined) defineMember(variables, name, copyJson(value))
  }
  return variables
}
