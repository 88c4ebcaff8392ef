import type { OpenEnum } from '@x/rest/validation'
import type { flowNodeInstanceStates, flowNodeTypes } from '../enumerations.ts'
import type { KeyInput } from '../key.ts'

/** States of flow node instances to filter by. A response may hold one that is not in the list. */
export type FlowNodeInstanceState = (typeof flowNodeInstanceStates)[number]

/** Kinds of flow nodes to filter by. A response may hold one that is not in the list. */
export type FlowNodeType = (typeof flowNodeTypes)[number]

/** One passage of a token through a flow node: a task, event, gateway or sub-process. */
export interface FlowNodeInstance {
  /** 64-bit key as digits. */
  key: string
  processInstanceKey: string
  processDefinitionKey?: string | undefined
  /** As the server wrote it; read it with `parseOperateDate`. */
  startDate: string
  /** Missing while the flow node is active. */
  endDate?: string | undefined
  /** Id of the flow node in the BPMN. */
  flowNodeId: string
  /** Name of the flow node in the BPMN. Returned only: the server neither filters nor sorts by it. */
  flowNodeName?: string | undefined
  /** Key of the open incident, where there is one. */
  incidentKey?: string | undefined
  type: OpenEnum<FlowNodeType>
  state: OpenEnum<FlowNodeInstanceState>
  incident?: boolean | undefined
  /** `<default>` where multi-tenancy is off. Camunda 8.3 and later. */
  tenantId?: string | undefined
}

/** The fields by which Operate filters flow node instances; `flowNodeName` is not one of them. */
export interface FlowNodeInstanceFilter {
  key?: KeyInput | undefined
  processInstanceKey?: KeyInput | undefined
  processDefinitionKey?: KeyInput | undefined
  /** The exact millisecond, or with a rounding such as `||/d` the day around it (UTC). There is no before or after. */
  startDate?: Date | string | undefined
  endDate?: Date | string | undefined
  flowNodeId?: string | undefined
  incidentKey?: KeyInput | undefined
  type?: FlowNodeType | undefined
  state?: FlowNodeInstanceState | undefined
  incident?: boolean | undefined
  tenantId?: string | undefined
}

/** The fields by which Operate sorts flow node instances. */
export type FlowNodeInstanceSortField = keyof FlowNodeInstanceFilter
