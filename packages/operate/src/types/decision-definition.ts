import type { KeyInput } from '../key.ts'

/** A deployed version of a DMN decision. */
export interface DecisionDefinition {
  /** Id of this version in Operate. */
  id: string
  /** 64-bit key as digits. */
  key: string
  /** Id of the decision in the DMN. */
  decisionId: string
  name?: string | undefined
  version: number
  /** Id of the decision requirements in the DMN. */
  decisionRequirementsId: string
  decisionRequirementsKey: string
  decisionRequirementsName?: string | undefined
  decisionRequirementsVersion?: number | undefined
  /** `<default>` where multi-tenancy is off. Camunda 8.3 and later. */
  tenantId?: string | undefined
}

/** The fields by which Operate filters decision definitions. */
export interface DecisionDefinitionFilter {
  id?: string | undefined
  key?: KeyInput | undefined
  decisionId?: string | undefined
  name?: string | undefined
  version?: number | undefined
  decisionRequirementsId?: string | undefined
  decisionRequirementsKey?: KeyInput | undefined
  decisionRequirementsName?: string | undefined
  decisionRequirementsVersion?: number | undefined
  tenantId?: string | undefined
}

/** The fields by which Operate sorts decision definitions. */
export type DecisionDefinitionSortField = keyof DecisionDefinitionFilter
