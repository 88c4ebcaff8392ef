import type { KeyInput } from '../key.ts'

/** A deployed version of a DMN file: the graph that its decisions form. */
export interface DecisionRequirements {
  /** Id of this version in Operate. */
  id: string
  /** 64-bit key as digits. */
  key: string
  /** Id of the decision requirements in the DMN. */
  decisionRequirementsId: string
  name?: string | undefined
  version: number
  /** Name of the file that was deployed. */
  resourceName?: string | undefined
  /** `<default>` where multi-tenancy is off. Camunda 8.3 and later. */
  tenantId?: string | undefined
}

/** The fields by which Operate filters decision requirements. */
export interface DecisionRequirementsFilter {
  id?: string | undefined
  key?: KeyInput | undefined
  decisionRequirementsId?: string | undefined
  name?: string | undefined
  version?: number | undefined
  resourceName?: string | undefined
  tenantId?: string | undefined
}

/** The fields by which Operate sorts decision requirements. */
export type DecisionRequirementsSortField = keyof DecisionRequirementsFilter
