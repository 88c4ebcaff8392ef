import type { OpenEnum } from '@x/rest/validation'
import type { incidentStates, incidentTypes } from '../enumerations.ts'
import type { KeyInput } from '../key.ts'

/** States of incidents to filter by. A response may hold one that is not in the list. */
export type IncidentState = (typeof incidentStates)[number]

/** Causes of incidents to filter by. A response may hold one that is not in the list. */
export type IncidentType = (typeof incidentTypes)[number]

/** A problem that holds up a process instance until somebody resolves it. */
export interface Incident {
  /** 64-bit key as digits. */
  key: string
  processDefinitionKey?: string | undefined
  processInstanceKey: string
  type: OpenEnum<IncidentType>
  message?: string | undefined
  /** As the server wrote it; read it with `parseOperateDate`. */
  creationTime: string
  state: OpenEnum<IncidentState>
  /** Key of the job that failed, where a job is the cause. */
  jobKey?: string | undefined
  /** `<default>` where multi-tenancy is off. Camunda 8.3 and later. */
  tenantId?: string | undefined
}

/** The fields by which Operate filters incidents. */
export interface IncidentFilter {
  key?: KeyInput | undefined
  processDefinitionKey?: KeyInput | undefined
  processInstanceKey?: KeyInput | undefined
  type?: IncidentType | undefined
  /** The one full-text match of the API: all words must occur in the message, in any order. */
  message?: string | undefined
  /** The exact millisecond, or with a rounding such as `||/d` the day around it (UTC). There is no before or after. */
  creationTime?: Date | string | undefined
  state?: IncidentState | undefined
  jobKey?: KeyInput | undefined
  tenantId?: string | undefined
}

/** The fields by which Operate sorts incidents; `message` is not one of them. */
export type IncidentSortField = Exclude<keyof IncidentFilter, 'message'>
