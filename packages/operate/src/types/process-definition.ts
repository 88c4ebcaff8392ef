import type { KeyInput } from '../key.ts'

/** A deployed version of a BPMN process. */
export interface ProcessDefinition {
  /** 64-bit key as digits. */
  readonly key: string
  /** Name of the process in the BPMN, where it has one. */
  readonly name?: string | undefined
  readonly version: number
  /** Version tag from the BPMN. Camunda 8.6 and later. */
  readonly versionTag?: string | undefined
  /** Id of the process in the BPMN. */
  readonly bpmnProcessId: string
  /** `<default>` where multi-tenancy is off. Camunda 8.3 and later. */
  readonly tenantId?: string | undefined
}

/** The fields by which Operate filters process definitions. */
export interface ProcessDefinitionFilter {
  readonly key?: KeyInput
  readonly name?: string
  readonly version?: number
  readonly versionTag?: string
  readonly bpmnProcessId?: string
  readonly tenantId?: string
}

/** The fields by which Operate sorts process definitions. */
export type ProcessDefinitionSortField = keyof ProcessDefinitionFilter
