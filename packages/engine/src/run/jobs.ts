import type { JobModel } from '../model/process-model.ts'
import type { ElementInstance, LiveState } from '../state/element-instance.ts'
import type { IncidentErrorType } from '../state/incident.ts'
import { ACTIVATABLE, ENDED, Job, type JobKind, type JobState, type ListenerEventType, WAITING } from '../state/job.ts'
import { evaluateNumber, evaluateText } from './evaluate.ts'
import { closeIncident, raiseIncident } from './incidents.ts'
import { headersOf } from './linked-resources.ts'
import type { Runtime } from './runtime.ts'

/** Creates the job that an element instance waits for. Throws a `Failure` if one of its expressions fails. */
export function createJob(
  runtime: Runtime,
  owner: ElementInstance,
  model: JobModel,
  kind: JobKind = 'BPMN_ELEMENT',
  listenerEventType: ListenerEventType = 'UNSPECIFIED',
): Job {
  const spec = {
    type: evaluateText(model.type, owner),
    retries: evaluateNumber(model.retries, owner),
    priority: model.priority === undefined ? 0 : evaluateNumber(model.priority, owner),
    headers: headersOf(runtime, owner, model),
  }
  const { store } = runtime
  const job = store.add(
    store.jobs,
    new Job(store.nextSequence(owner.sequence), owner, kind, listenerEventType, spec, runtime.now),
  )
  const { processInstance } = owner
  if (processInstance.lastJob === undefined) processInstance.firstJob = job
  else processInstance.lastJob.next = job
  processInstance.lastJob = job
  const live = owner.live as LiveState
  live.job = job
  if (job.retries > 0) offerJob(runtime, job)
  else {
    job.phase = WAITING
    raiseNoRetries(runtime, job)
  }
  return job
}

/** Makes a job available to workers. */
export function offerJob(runtime: Runtime, job: Job): void {
  const { definition, isSuspended } = job.owner.processInstance
  const { tenantId } = definition
  job.phase = ACTIVATABLE
  // It becomes available when the process instance is resumed.
  if (isSuspended) return
  runtime.jobQueues.add(job, tenantId)
  runtime.emit({ type: 'job-available', jobType: job.type, tenantId })
}

const NO_RETRIES: Readonly<Record<JobKind, IncidentErrorType>> = {
  BPMN_ELEMENT: 'JOB_NO_RETRIES',
  EXECUTION_LISTENER: 'EXECUTION_LISTENER_NO_RETRIES',
  TASK_LISTENER: 'TASK_LISTENER_NO_RETRIES',
  AD_HOC_SUB_PROCESS: 'AD_HOC_SUB_PROCESS_NO_RETRIES',
}

export function raiseNoRetries(runtime: Runtime, job: Job): void {
  const message = job.errorMessage || 'The job has no retries left.'
  raiseIncident(runtime, job.owner, NO_RETRIES[job.kind], message, () => offerJob(runtime, job), job)
}

/** Ends a job: its timeout or backoff is canceled, and its incident is closed. */
export function endJob(runtime: Runtime, job: Job, state: JobState): void {
  job.phase = ENDED
  job.endTime = runtime.now
  setJobState(runtime, job, state)
  clearDue(runtime, job)
  if (job.incident !== undefined) closeIncident(job.incident)
  const { live } = job.owner
  if (live?.job === job) live.job = undefined
}

export function cancelJob(runtime: Runtime, job: Job): void {
  // A job that threw an error has already ended.
  endJob(runtime, job, job.state === 'ERROR_THROWN' ? 'ERROR_THROWN' : 'CANCELED')
}

export function setJobState(runtime: Runtime, job: Job, state: JobState): void {
  job.state = state
  job.lastUpdateTime = runtime.now
}

/** Cancels the timeout or backoff of a job. */
export function clearDue(runtime: Runtime, job: Job): void {
  runtime.due.cancel(job.due)
  job.due = undefined
}
