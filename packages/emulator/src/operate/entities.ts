/**
 * What Operate knows, with keys as bigint and dates in milliseconds since the epoch; `fields.ts` says how each member
 * goes over the wire. Members that are not read-only change while an instance runs.
 */

export interface ProcessDefinition {
  readonly key: bigint
  readonly name: string
  readonly version: number
  readonly versionTag?: string | undefined
  readonly bpmnProcessId: string
  readonly tenantId: string
}

export interface ProcessInstance {
  readonly key: bigint
  readonly processVersion: number
  readonly processVersionTag?: string | undefined
  readonly bpmnProcessId: string
  readonly parentKey?: bigint | undefined
  readonly parentFlowNodeInstanceKey?: bigint | undefined
  readonly startDate: number
  endDate?: number | undefined
  state: 'ACTIVE' | 'COMPLETED' | 'CANCELED'
  /** Whether it, or an instance it called, has an active incident. */
  incident: boolean
  readonly processDefinitionKey: bigint
  readonly tenantId: string
}

export interface FlowNodeInstance {
  readonly key: bigint
  readonly processInstanceKey: bigint
  readonly processDefinitionKey: bigint
  readonly startDate: number
  endDate?: number | undefined
  readonly flowNodeId: string
  readonly flowNodeName?: string | undefined
  incidentKey?: bigint | undefined
  readonly type: string
  state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED'
  /** Whether it, or an instance it called, has an active incident. */
  incident: boolean
  readonly tenantId: string
}

export const INCIDENT_TYPES = [
  'UNSPECIFIED',
  'UNKNOWN',
  'IO_MAPPING_ERROR',
  'JOB_NO_RETRIES',
  'EXECUTION_LISTENER_NO_RETRIES',
  'CONDITION_ERROR',
  'EXTRACT_VALUE_ERROR',
  'CALLED_ELEMENT_ERROR',
  'UNHANDLED_ERROR_EVENT',
  'MESSAGE_SIZE_EXCEEDED',
  'CALLED_DECISION_ERROR',
  'DECISION_EVALUATION_ERROR',
  'FORM_NOT_FOUND',
] as const

export type IncidentType = (typeof INCIDENT_TYPES)[number]

export const INCIDENT_STATES = ['ACTIVE', 'MIGRATED', 'RESOLVED', 'PENDING'] as const

export type IncidentState = (typeof INCIDENT_STATES)[number]

export interface Incident {
  readonly key: bigint
  readonly processDefinitionKey: bigint
  readonly processInstanceKey: bigint
  readonly type: IncidentType
  readonly message: string
  readonly creationTime: number
  state: IncidentState
  readonly jobKey?: bigint | undefined
  readonly tenantId: string
}

export interface Variable {
  readonly key: bigint
  readonly processInstanceKey: bigint
  /** The process instance, or the flow node instance of a local variable. */
  readonly scopeKey: bigint
  readonly name: string
  /** JSON text. */
  value: string
  truncated: boolean
  readonly tenantId: string
}

export interface DecisionRequirements {
  readonly id: string
  readonly key: bigint
  readonly decisionRequirementsId: string
  readonly name: string
  readonly version: number
  readonly resourceName: string
  readonly tenantId: string
}

export interface DecisionDefinition {
  readonly id: string
  readonly key: bigint
  readonly decisionId: string
  readonly name: string
  readonly version: number
  readonly decisionRequirementsId: string
  readonly decisionRequirementsKey: bigint
  readonly decisionRequirementsName: string
  readonly decisionRequirementsVersion: number
  readonly tenantId: string
}

export interface EvaluatedInput {
  readonly id: string
  readonly name: string
  readonly value: string
}

export interface EvaluatedOutput extends EvaluatedInput {
  readonly ruleId: string
  /** From 1. */
  readonly ruleIndex: number
}

export interface DecisionInstance {
  /** `<key>-<index>`: the decisions of one evaluation share its key. */
  readonly id: string
  readonly key: bigint
  readonly state: 'EVALUATED' | 'FAILED'
  readonly evaluationDate: number
  readonly evaluationFailure?: string | undefined
  readonly processDefinitionKey: bigint
  readonly processInstanceKey: bigint
  readonly decisionId: string
  readonly decisionDefinitionId: string
  readonly decisionName: string
  readonly decisionVersion: number
  readonly decisionType: 'DECISION_TABLE'
  /** JSON text. */
  readonly result?: string | undefined
  readonly evaluatedInputs: readonly EvaluatedInput[]
  readonly evaluatedOutputs: readonly EvaluatedOutput[]
  readonly tenantId: string
}
