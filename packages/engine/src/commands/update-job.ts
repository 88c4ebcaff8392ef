import { EngineError } from '../errors.ts'
import { offerJob, setJobState } from '../run/jobs.ts'
import type { Runtime } from '../run/runtime.ts'
import { ACTIVATABLE, ACTIVATED_BY_WORKER } from '../state/job.ts'
import { setDeadline } from './activate-jobs.ts'
import { findOpenJob, requireInteger } from './find.ts'

/** Changes to a job. Members that are omitted or null stay unchanged. */
export interface UpdateJobInput {
  /** At least 1. Does not resolve the incident of a job that had no retries left. */
  readonly retries?: number | null | undefined
  /** How long the job stays reserved from now on, in milliseconds. */
  readonly timeout?: number | null | undefined
  readonly priority?: number | null | undefined
  /** If set, the job is only changed while this token is that of its latest activation. */
  readonly jobLeaseToken?: string | null | undefined
}

export function updateJob(runtime: Runtime, jobKey: string, input: UpdateJobInput): void {
  const retries = input.retries ?? undefined
  const timeout = input.timeout ?? undefined
  const priority = input.priority ?? undefined
  if (retries !== undefined) requireInteger('retries', retries, 1)
  if (timeout !== undefined) requireInteger('timeout', timeout, 0)
  if (priority !== undefined) requireInteger('priority', priority, Number.MIN_SAFE_INTEGER)
  if (retries === undefined && timeout === undefined && priority === undefined) {
    throw new EngineError('INVALID_ARGUMENT', 'Pass `retries`, `timeout` or `priority`.')
  }
  const job = findOpenJob(runtime, jobKey)
  if (input.jobLeaseToken && input.jobLeaseToken !== job.leaseToken) {
    throw new EngineError('INVALID_STATE', `The job '${jobKey}' has been activated again since.`)
  }
  if (timeout !== undefined && job.phase !== ACTIVATED_BY_WORKER) {
    throw new EngineError('INVALID_STATE', `The job '${jobKey}' is not activated, so it has no timeout.`)
  }
  if (retries !== undefined) {
    job.retries = retries
    setJobState(runtime, job, 'RETRIES_UPDATED')
  }
  if (timeout !== undefined) {
    setDeadline(runtime, job, timeout)
    setJobState(runtime, job, 'TIMEOUT_UPDATED')
  }
  if (priority !== undefined && priority !== job.priority) {
    job.priority = priority
    setJobState(runtime, job, 'PRIORITY_UPDATED')
    // The queue entry with the old priority no longer counts.
    if (job.phase === ACTIVATABLE) offerJob(runtime, job)
  }
}
