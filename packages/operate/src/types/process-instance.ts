import type { OpenEnum } from '@x/rest/validation'
import type { processInstanceStates } from '../enumerations.ts'
import type { KeyInput } from '../key.ts'

/** States of process instances to filter by. A response may hold one that is not in the list. */
export type ProcessInstanceState = (typeof processInstanceStates)[number]

/** A running or finished instance of a process. */
export interface ProcessInstance {
  /** 64-bit key as digits. */
  key: string
  processVersion: number
  /** Version tag of the definition. Camunda 8.6 and later. */
  processVersionTag?: string | undefined
  bpmnProcessId: string
  /** Key of the process instance that called this one. */
  parentKey?: string | undefined
  /** Key of the call activity in the parent instance. */
  parentFlowNodeInstanceKey?: string | undefined
  /** As the server wrote it; read it with `parseOperateDate`. */
  startDate: string
  /** Missing while the instance runs. */
  endDate?: string | undefined
  state: OpenEnum<ProcessInstanceState>
  /** True while the instance has an open incident, also one in an instance that it called. */
  incident?: boolean | undefined
  processDefinitionKey: string
  /** `<default>` where multi-tenancy is off. Camunda 8.3 and later. */
  tenantId?: string | undefined
}

/** The fields by which Operate filters process instances. */
export interface ProcessInstanceFilter {
  key?: KeyInput | undefined
  processVersion?: number | undefined
  processVersionTag?: string | undefined
  bpmnProcessId?: string | undefined
  parentKey?: KeyInput | undefined
  /** Another name of `parentKey`, which the server reads in filters only. */
  parentProcessInstanceKey?: KeyInput | undefined
  parentFlowNodeInstanceKey?: KeyInput | undefined
  /** The exact millisecond, or with a rounding such as `||/d` the day around it (UTC). There is no before or after. */
  startDate?: Date | string | undefined
  endDate?: Date | string | undefined
  state?: ProcessInstanceState | undefined
  incident?: boolean | undefined
  processDefinitionKey?: KeyInput | undefined
  tenantId?: string | undefined
}

/** The fields by which Operate sorts process instances. */
export type ProcessInstanceSortField = Exclude<keyof ProcessInstanceFilter, 'parentProcessInstanceKey'>

/** How often the tokens of one process instance passed a flow node. */
export interface FlowNodeStatistics {
  /** Id of the flow node in the BPMN. */
  activityId: string
  active: number
  canceled: number
  incidents: number
  completed: number
}

/** What became of a deletion. */
export interface DeletionResult {
  message?: string | undefined
  /** Number of process instances deleted: 1. */
  deleted: number
}
