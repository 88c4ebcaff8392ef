import type { CallOptions, Int, Page, Search, SearchAllOptions } from '@x/rest'
import type { DecisionRequirementsKey, TenantId } from './identifiers.ts'

/** TODO(words) */
export interface DecisionRequirementsResource {
  /**
   * TODO(words)
   *
   * @operation POST /decision-requirements/search
   * @permission DECISION_REQUIREMENTS_DEFINITION READ
   * @since 8.6
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<DecisionRequirementsFilter, DecisionRequirementsSortField>,
    options?: CallOptions,
  ): Promise<Page<DecisionRequirements>>

  /** TODO(words) */
  searchAll(
    body?: Search<DecisionRequirementsFilter, DecisionRequirementsSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<DecisionRequirements, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /decision-requirements/{decisionRequirementsKey}
   * @permission DECISION_REQUIREMENTS_DEFINITION READ
   * @since 8.8
   * @eventuallyConsistent
   */
  get(decisionRequirementsKey: DecisionRequirementsKey, options?: CallOptions): Promise<DecisionRequirements>

  /**
   * TODO(words)
   *
   * @operation GET /decision-requirements/{decisionRequirementsKey}/xml
   * @permission DECISION_REQUIREMENTS_DEFINITION READ
   * @since 8.8
   * @eventuallyConsistent
   */
  getXml(decisionRequirementsKey: DecisionRequirementsKey, options?: CallOptions): Promise<string>
}

export interface DecisionRequirements {
  readonly decisionRequirementsId: string
  readonly decisionRequirementsKey: DecisionRequirementsKey
  readonly decisionRequirementsName: string
  readonly resourceName: string
  readonly tenantId: TenantId
  readonly version: Int
}

export interface DecisionRequirementsFilter {
  readonly decisionRequirementsName?: string | undefined
  readonly decisionRequirementsId?: string | undefined
  readonly decisionRequirementsKey?: DecisionRequirementsKey | undefined
  readonly version?: Int | undefined
  readonly tenantId?: TenantId | undefined
  readonly resourceName?: string | undefined
}

export type DecisionRequirementsSortField =
  | 'decisionRequirementsKey'
  | 'decisionRequirementsName'
  | 'version'
  | 'decisionRequirementsId'
  | 'tenantId'
