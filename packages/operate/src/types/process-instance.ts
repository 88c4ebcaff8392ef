import type { OpenEnum } from '@x/rest/validation'
import type { KeyInput } from '../key.ts'

export type ProcessInstanceState = OpenEnum<'ACTIVE' | 'COMPLETED' | 'CANCELED'>

/** A running or finished instance of a process. */
export interface ProcessInstance {
  /** 64-bit key as digits. */
  readonly key: string
  readonly processVersion: number
  /** Version tag of the definition. Camunda 8.6 and later. */
  readonly processVersionTag?: string | undefined
  readonly bpmnProcessId: string
  /** Key of the process instance that called this one. */
  readonly parentKey?: string | undefined
  /** Key of the call activity in the parent instance. */
  readonly parentFlowNodeInstanceKey?: string | undefined
  /** As the server wrote it; read it with `parseOperateDate`. */
  readonly startDate: string
  /** Missing while the instance runs. */
  readonly endDate?: string | undefined
  readonly state: ProcessInstanceState
  /** True while the instance has an open incident, also one in an instance that it called. */
  readonly incident?: boolean | undefined
  readonly processDefinitionKey: string
  /** `<default>` where multi-tenancy is off. Camunda 8.3 and later. */
  readonly tenantId?: string | undefined
}

/** The fields by which Operate filters process instances. */
export interface ProcessInstanceFilter {
  readonly key?: KeyInput
  readonly processVersion?: number
  readonly processVersionTag?: string
  readonly bpmnProcessId?: string
  readonly parentKey?: KeyInput
  /** Another name of `parentKey`, which the server reads in filters only. */
  readonly parentProcessInstanceKey?: KeyInput
  readonly parentFlowNodeInstanceKey?: KeyInput
  /** The exact millisecond, or with a rounding such as `||/d` the day around it (UTC). There is no before or after. */
  readonly startDate?: Date | string
  readonly endDate?: Date | string
  readonly state?: ProcessInstanceState
  readonly incident?: boolean
  readonly processDefinitionKey?: KeyInput
  readonly tenantId?: string
}

/** The fields by which Operate sorts process instances. */
export type ProcessInstanceSortField = Exclude<keyof ProcessInstanceFilter, 'parentProcessInstanceKey'>

/** How often the tokens of one process instance passed a flow node. */
export interface FlowNodeStatistics {
  /** Id of the flow node in the BPMN. */
  readonly activityId: string
  readonly active: number
  readonly canceled: number
  readonly incidents: number
  readonly completed: number
}

/** What became of a deletion. */
export interface DeletionResult {
  readonly message?: string | undefined
  /** Number of process instances deleted: 1. */
  readonly deleted: number
}
