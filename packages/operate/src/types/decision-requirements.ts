import type { KeyInput } from '../key.ts'

/** A deployed version of a DMN file: the graph that its decisions form. */
export interface DecisionRequirements {
  /** Id of this version in Operate. */
  readonly id: string
  /** 64-bit key as digits. */
  readonly key: string
  /** Id of the decision requirements in the DMN. */
  readonly decisionRequirementsId: string
  readonly name?: string | undefined
  readonly version: number
  /** Name of the file that was deployed. */
  readonly resourceName?: string | undefined
  /** `<default>` where multi-tenancy is off. Camunda 8.3 and later. */
  readonly tenantId?: string | undefined
}

/** The fields by which Operate filters decision requirements. */
export interface DecisionRequirementsFilter {
  readonly id?: string
  readonly key?: KeyInput
  readonly decisionRequirementsId?: string
  readonly name?: string
  readonly version?: number
  readonly resourceName?: string
  readonly tenantId?: string
}

/** The fields by which Operate sorts decision requirements. */
export type DecisionRequirementsSortField = keyof DecisionRequirementsFilter
