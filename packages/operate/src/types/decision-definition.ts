import type { KeyInput } from '../key.ts'

/** A deployed version of a DMN decision. */
export interface DecisionDefinition {
  /** Id of this version in Operate. */
  readonly id: string
  /** 64-bit key as digits. */
  readonly key: string
  /** Id of the decision in the DMN. */
  readonly decisionId: string
  readonly name?: string | undefined
  readonly version: number
  /** Id of the decision requirements in the DMN. */
  readonly decisionRequirementsId: string
  readonly decisionRequirementsKey: string
  readonly decisionRequirementsName?: string | undefined
  readonly decisionRequirementsVersion?: number | undefined
  /** `<default>` where multi-tenancy is off. Camunda 8.3 and later. */
  readonly tenantId?: string | undefined
}

/** The fields by which Operate filters decision definitions. */
export interface DecisionDefinitionFilter {
  readonly id?: string
  readonly key?: KeyInput
  readonly decisionId?: string
  readonly name?: string
  readonly version?: number
  readonly decisionRequirementsId?: string
  readonly decisionRequirementsKey?: KeyInput
  readonly decisionRequirementsName?: string
  readonly decisionRequirementsVersion?: number
  readonly tenantId?: string
}

/** The fields by which Operate sorts decision definitions. */
export type DecisionDefinitionSortField = keyof DecisionDefinitionFilter
