import type { OpenEnum } from '@x/rest/validation'
import type { KeyInput } from '../key.ts'

export type IncidentState = OpenEnum<'ACTIVE' | 'MIGRATED' | 'RESOLVED' | 'PENDING'>

export type IncidentType = OpenEnum<
  | 'UNSPECIFIED'
  | 'UNKNOWN'
  | 'IO_MAPPING_ERROR'
  | 'JOB_NO_RETRIES'
  | 'EXECUTION_LISTENER_NO_RETRIES'
  | 'CONDITION_ERROR'
  | 'EXTRACT_VALUE_ERROR'
  | 'CALLED_ELEMENT_ERROR'
  | 'UNHANDLED_ERROR_EVENT'
  | 'MESSAGE_SIZE_EXCEEDED'
  | 'CALLED_DECISION_ERROR'
  | 'DECISION_EVALUATION_ERROR'
  | 'FORM_NOT_FOUND'
>

/** A problem that holds up a process instance until somebody resolves it. */
export interface Incident {
  /** 64-bit key as digits. */
  readonly key: string
  readonly processDefinitionKey?: string | undefined
  readonly processInstanceKey: string
  readonly type: IncidentType
  readonly message?: string | undefined
  /** As the server wrote it; read it with `parseOperateDate`. */
  readonly creationTime: string
  readonly state: IncidentState
  /** Key of the job that failed, where a job is the cause. */
  readonly jobKey?: string | undefined
  /** `<default>` where multi-tenancy is off. Camunda 8.3 and later. */
  readonly tenantId?: string | undefined
}

/** The fields by which Operate filters incidents. */
export interface IncidentFilter {
  readonly key?: KeyInput
  readonly processDefinitionKey?: KeyInput
  readonly processInstanceKey?: KeyInput
  readonly type?: IncidentType
  /** The one full-text match of the API: all words must occur in the message, in any order. */
  readonly message?: string
  /** The exact millisecond, or with a rounding such as `||/d` the day around it (UTC). There is no before or after. */
  readonly creationTime?: Date | string
  readonly state?: IncidentState
  readonly jobKey?: KeyInput
  readonly tenantId?: string
}

/** The fields by which Operate sorts incidents; `message` is not one of them. */
export type IncidentSortField = Exclude<keyof IncidentFilter, 'message'>
