import { keyOf } from '../keys.ts'
import type { Job, JobKind, JobState, ListenerEventType } from '../state/job.ts'
import { toDate } from './collection.ts'

export interface JobRecord {
  readonly jobKey: string
  readonly type: string
  readonly state: JobState
  readonly kind: JobKind
  readonly listenerEventType: ListenerEventType
  readonly retries: number
  readonly hasFailedWithRetriesLeft: boolean
  readonly priority: number
  readonly deadline: string | null
  readonly worker: string
  readonly customHeaders: Readonly<Record<string, string>>
  readonly errorCode: string | null
  readonly errorMessage: string | null
  readonly isDenied: boolean | null
  readonly deniedReason: string | null
  readonly elementId: string
  readonly elementInstanceKey: string
  readonly processInstanceKey: string
  readonly rootProcessInstanceKey: string
  readonly processDefinitionId: string
  readonly processDefinitionKey: string
  readonly businessId: string | null
  readonly tenantId: string
  readonly creationTime: string
  readonly lastUpdateTime: string
  readonly endTime: string | null
}

export function toJobRecord(job: Job): JobRecord {
  const { element, processInstance, sequence } = job.owner
  const { root, top } = processInstance
  const definition = processInstance.definitionOf(element)
  return {
    jobKey: keyOf(job.sequence),
    type: job.type,
    state: job.state,
    kind: job.kind,
    listenerEventType: job.listenerEventType,
    retries: job.retries,
    hasFailedWithRetriesLeft: job.state === 'FAILED' && job.retries > 0,
    priority: job.priority,
    deadline: toDate(job.deadline),
    worker: job.worker,
    customHeaders: job.headers,
    errorCode: job.errorCode,
    errorMessage: job.errorMessage,
    isDenied: job.kind === 'TASK_LISTENER' && job.state === 'COMPLETED' ? job.deniedReason !== null : null,
    deniedReason: job.deniedReason,
    elementId: element.id,
    elementInstanceKey: keyOf(sequence),
    processInstanceKey: keyOf(root.sequence),
    rootProcessInstanceKey: keyOf(top.sequence),
    processDefinitionId: definition.model.id,
    processDefinitionKey: keyOf(definition.sequence),
    businessId: processInstance.businessIdOf(job.sequence),
    tenantId: definition.tenantId,
    creationTime: toDate(job.creationTime) as string,
    lastUpdateTime: toDate(job.lastUpdateTime) as string,
    endTime: toDate(job.endTime),
  }
}
