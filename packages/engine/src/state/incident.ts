import type { ElementInstance } from './element-instance.ts'
import type { Job } from './job.ts'

/** Kinds of incidents, by their names in Camunda's API. */
export type IncidentErrorType =
  | 'AD_HOC_SUB_PROCESS_NO_RETRIES'
  | 'CALLED_DECISION_ERROR'
  | 'CALLED_ELEMENT_ERROR'
  | 'CONDITION_ERROR'
  | 'DECISION_EVALUATION_ERROR'
  | 'EXECUTION_LISTENER_NO_RETRIES'
  | 'EXTRACT_VALUE_ERROR'
  | 'FORM_NOT_FOUND'
  | 'IO_MAPPING_ERROR'
  | 'JOB_NO_RETRIES'
  | 'MESSAGE_SIZE_EXCEEDED'
  | 'RESOURCE_NOT_FOUND'
  | 'TASK_LISTENER_NO_RETRIES'
  | 'UNHANDLED_ERROR_EVENT'
  | 'UNKNOWN'

/** A problem that stops an element instance until it is resolved. */
export class Incident {
  readonly sequence: number
  readonly errorType: IncidentErrorType
  readonly message: string
  readonly owner: ElementInstance
  readonly job: Job | undefined
  isResolved = false
  readonly creationTime: number
  /** Retries what failed. */
  retry: (() => void) | undefined
  next: Incident | undefined = undefined

  constructor(
    sequence: number,
    errorType: IncidentErrorType,
    message: string,
    owner: ElementInstance,
    job: Job | undefined,
    now: number,
    retry: () => void,
  ) {
    this.sequence = sequence
    this.errorType = errorType
    this.message = message
    this.owner = owner
    this.job = job
    this.creationTime = now
    this.retry = retry
  }
}
