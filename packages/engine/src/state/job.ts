import type { DueEntry } from '../run/due-queue.ts'
import type { ElementInstance } from './element-instance.ts'
import type { Incident } from './incident.ts'
import { NEVER } from './never.ts'

export type JobKind = 'BPMN_ELEMENT' | 'EXECUTION_LISTENER' | 'TASK_LISTENER' | 'AD_HOC_SUB_PROCESS'

/** What a listener's job is for, by its name in Camunda's API. */
export type ListenerEventType =
  | 'UNSPECIFIED'
  | 'START'
  | 'END'
  | 'CREATING'
  | 'ASSIGNING'
  | 'UPDATING'
  | 'COMPLETING'
  | 'CANCELING'

/** The most recent thing that happened to a job, by its name in Camunda's API. */
export type JobState =
  | 'CREATED'
  | 'COMPLETED'
  | 'FAILED'
  | 'TIMED_OUT'
  | 'RETRIES_UPDATED'
  | 'TIMEOUT_UPDATED'
  | 'PRIORITY_UPDATED'
  | 'ERROR_THROWN'
  | 'CANCELED'
  | 'MIGRATED'

/** What can be done with a job at the moment. */
export type JobPhase = 0 | 1 | 2 | 3
/** It can be activated. */
export const ACTIVATABLE = 0
/** A worker has reserved it until its deadline. */
export const ACTIVATED_BY_WORKER = 1
/** It waits for its backoff, or for its incident to be resolved. */
export const WAITING = 2
export const ENDED = 3

export class Job {
  readonly sequence: number
  readonly type: string
  readonly kind: JobKind
  readonly listenerEventType: ListenerEventType
  readonly owner: ElementInstance
  readonly headers: Readonly<Record<string, string>>
  state: JobState = 'CREATED'
  phase: JobPhase = ACTIVATABLE
  retries: number
  priority: number
  worker = ''
  deadline: number = NEVER
  /** Required to finish the job, if it was activated with a lease. */
  leaseToken: string | null = null
  errorCode: string | null = null
  errorMessage: string | null = null
  /** Why a task listener denied the change; null if none did. */
  deniedReason: string | null = null
  readonly creationTime: number
  lastUpdateTime: number
  endTime: number = NEVER
  incident: Incident | undefined = undefined
  /** Its timeout or backoff. */
  due: DueEntry | undefined = undefined
  next: Job | undefined = undefined

  constructor(
    sequence: number,
    owner: ElementInstance,
    kind: JobKind,
    listenerEventType: ListenerEventType,
    spec: {
      readonly type: string
      readonly retries: number
      readonly priority: number
      readonly headers: Readonly<Record<string, string>>
    },
    now: number,
  ) {
    this.sequence = sequence
    this.type = spec.type
    this.kind = kind
    this.listenerEventType = listenerEventType
    this.owner = owner
    this.headers = spec.headers
    this.retries = spec.retries
    this.priority = spec.priority
    this.creationTime = now
    this.lastUpdateTime = now
  }
}
