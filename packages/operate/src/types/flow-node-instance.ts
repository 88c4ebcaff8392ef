import type { OpenEnum } from '@x/rest/validation'
import type { KeyInput } from '../key.ts'

export type FlowNodeInstanceState = OpenEnum<'ACTIVE' | 'COMPLETED' | 'TERMINATED'>

export type FlowNodeType = OpenEnum<
  | 'UNSPECIFIED'
  | 'PROCESS'
  | 'SUB_PROCESS'
  | 'EVENT_SUB_PROCESS'
  | 'START_EVENT'
  | 'INTERMEDIATE_CATCH_EVENT'
  | 'INTERMEDIATE_THROW_EVENT'
  | 'BOUNDARY_EVENT'
  | 'END_EVENT'
  | 'SERVICE_TASK'
  | 'RECEIVE_TASK'
  | 'USER_TASK'
  | 'MANUAL_TASK'
  | 'TASK'
  | 'EXCLUSIVE_GATEWAY'
  | 'INCLUSIVE_GATEWAY'
  | 'PARALLEL_GATEWAY'
  | 'EVENT_BASED_GATEWAY'
  | 'SEQUENCE_FLOW'
  | 'MULTI_INSTANCE_BODY'
  | 'CALL_ACTIVITY'
  | 'BUSINESS_RULE_TASK'
  | 'SCRIPT_TASK'
  | 'SEND_TASK'
  | 'UNKNOWN'
>

/** One passage of a token through a flow node: a task, event, gateway or sub-process. */
export interface FlowNodeInstance {
  /** 64-bit key as digits. */
  readonly key: string
  readonly processInstanceKey: string
  readonly processDefinitionKey?: string | undefined
  /** As the server wrote it; read it with `parseOperateDate`. */
  readonly startDate: string
  /** Missing while the flow node is active. */
  readonly endDate?: string | undefined
  /** Id of the flow node in the BPMN. */
  readonly flowNodeId: string
  /** Name of the flow node in the BPMN. Returned only: the server neither filters nor sorts by it. */
  readonly flowNodeName?: string | undefined
  /** Key of the open incident, where there is one. */
  readonly incidentKey?: string | undefined
  readonly type: FlowNodeType
  readonly state: FlowNodeInstanceState
  readonly incident?: boolean | undefined
  /** `<default>` where multi-tenancy is off. Camunda 8.3 and later. */
  readonly tenantId?: string | undefined
}

/** The fields by which Operate filters flow node instances; `flowNodeName` is not one of them. */
export interface FlowNodeInstanceFilter {
  readonly key?: KeyInput
  readonly processInstanceKey?: KeyInput
  readonly processDefinitionKey?: KeyInput
  /** The exact millisecond, or with a rounding such as `||/d` the day around it (UTC). There is no before or after. */
  readonly startDate?: Date | string
  readonly endDate?: Date | string
  readonly flowNodeId?: string
  readonly incidentKey?: KeyInput
  readonly type?: FlowNodeType
  readonly state?: FlowNodeInstanceState
  readonly incident?: boolean
  readonly tenantId?: string
}

/** The fields by which Operate sorts flow node instances. */
export type FlowNodeInstanceSortField = keyof FlowNodeInstanceFilter
