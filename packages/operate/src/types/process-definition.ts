import type { KeyInput } from '../key.ts'

/** A deployed version of a BPMN process. */
export interface ProcessDefinition {
  /** 64-bit key as digits. */
  key: string
  /** Name of the process in the BPMN, where it has one. */
  name?: string | undefined
  version: number
  /** Version tag from the BPMN. Camunda 8.6 and later. */
  versionTag?: string | undefined
  /** Id of the process in the BPMN. */
  bpmnProcessId: string
  /** `<default>` where multi-tenancy is off. Camunda 8.3 and later. */
  tenantId?: string | undefined
}

/** The fields by which Operate filters process definitions. */
export interface ProcessDefinitionFilter {
  key?: KeyInput | undefined
  name?: string | undefined
  version?: number | undefined
  versionTag?: string | undefined
  bpmnProcessId?: string | undefined
  tenantId?: string | undefined
}

/** The fields by which Operate sorts process definitions. */
export type ProcessDefinitionSortField = keyof ProcessDefinitionFilter
