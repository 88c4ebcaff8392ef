import { EngineError } from '../errors.ts'
import { raiseIncident } from '../run/incidents.ts'
import { clearDue, offerJob, setJobState } from '../run/jobs.ts'
import { readVariables } from '../run/json.ts'
import type { Runtime } from '../run/runtime.ts'
import { throwBpmnError } from '../run/throw-error.ts'
import { setAllLocal } from '../run/variables.ts'
import { type Job, WAITING } from '../state/job.ts'
import { findUnfinishedJob } from './find.ts'

export interface ThrowErrorInput {
  /** Compared with the codes of the BPMN's error events. */
  readonly errorCode: string
  readonly errorMessage?: string | null | undefined
  /** Variables for the event that catches the error. */
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
  readonly jobLeaseToken?: string | null | undefined
}

export function throwError(runtime: Runtime, jobKey: string, input: ThrowErrorInput): void {
  const { errorCode } = input
  if (!errorCode) throw new EngineError('INVALID_ARGUMENT', '`errorCode` must be the code of the error.')
  const job = findUnfinishedJob(runtime, jobKey, input.jobLeaseToken)
  if (job.kind === 'EXECUTION_LISTENER' || job.kind === 'TASK_LISTENER') {
    throw new EngineError('INVALID_STATE', `The job '${jobKey}' is one of a listener, which cannot throw a BPMN error.`)
  }
  const variables = readVariables(input.variables)
  clearDue(runtime, job)
  job.phase = WAITING
  job.errorCode = errorCode
  job.errorMessage = input.errorMessage ?? null
  setJobState(runtime, job, 'ERROR_THROWN')
  if (!throwBpmnError(runtime, job.owner, errorCode, variables)) raiseUnhandled(runtime, job, variables)
}

/** Raises an incident. The job becomes available again once it is resolved. */
function raiseUnhandled(runtime: Runtime, job: Job, variables: Readonly<Record<string, unknown>> | undefined): void {
  if (variables !== undefined) setAllLocal(runtime, job.owner, variables)
  const reason = job.errorMessage === null ? '' : ` ${job.errorMessage}`
  const message = `No event catches the error '${job.errorCode}'.${reason}`
  const retry = (): void => {
    setJobState(runtime, job, 'CREATED')
    offerJob(runtime, job)
  }
  raiseIncident(runtime, job.owner, 'UNHANDLED_ERROR_EVENT', message, retry, job)
}
