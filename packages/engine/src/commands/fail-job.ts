import { clearDue, offerJob, raiseNoRetries, setJobState } from '../run/jobs.ts'
import { readVariables } from '../run/json.ts'
import type { Runtime } from '../run/runtime.ts'
import { setAllLocal } from '../run/variables.ts'
import { type Job, WAITING } from '../state/job.ts'
import { findUnfinishedJob, requireInteger } from './find.ts'

export interface FailJobInput {
  /** How many more times the job may be attempted. 0 raises an incident. @defaultValue `0` */
  readonly retries?: number | undefined
  readonly errorMessage?: string | undefined
  /** How long the job cannot be activated, in milliseconds of the engine's time. @defaultValue `0` */
  readonly retryBackOff?: number | undefined
  /** Local variables for the element. */
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
  readonly jobLeaseToken?: string | null | undefined
}

export function failJob(runtime: Runtime, jobKey: string, input: FailJobInput): void {
  const { retries = 0, retryBackOff = 0 } = input
  requireInteger('retries', retries, 0)
  requireInteger('retryBackOff', retryBackOff, 0)
  const job = findUnfinishedJob(runtime, jobKey, input.jobLeaseToken)
  const variables = readVariables(input.variables)
  if (variables !== undefined) setAllLocal(runtime, job.owner, variables)
  clearDue(runtime, job)
  job.phase = WAITING
  job.retries = retries
  job.errorMessage = input.errorMessage ?? ''
  setJobState(runtime, job, 'FAILED')
  if (retries === 0) raiseNoRetries(runtime, job)
  else if (retryBackOff === 0) offerJob(runtime, job)
  else waitForBackoff(runtime, job, retryBackOff)
}

function waitForBackoff(runtime: Runtime, job: Job, backoff: number): void {
  job.due = runtime.due.add(runtime.now + backoff, () => {
    job.due = undefined
    offerJob(runtime, job)
  })
}
