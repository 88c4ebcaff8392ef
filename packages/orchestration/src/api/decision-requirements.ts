import type { Int, LongText, Page, ReadOptions, Search, SearchAllOptions } from '@x/rest'
import type { DecisionRequirementsKey, TenantId } from './identifiers.ts'

/** Deployed DMN files: each has one or more decisions, and which of them depend on others. */
export interface DecisionRequirementsResource {
  /**
   * Returns one DMN file, without its XML.
   *
   * @operation GET /decision-requirements/{decisionRequirementsKey}
   * @permission DECISION_REQUIREMENTS_DEFINITION READ
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist, is not visible yet, or belongs to another tenant
   */
  get(
    decisionRequirementsKey: DecisionRequirementsKey,
    options?: ReadOptions<DecisionRequirements>,
  ): Promise<DecisionRequirements>

  /**
   * Returns the DMN XML, as it was deployed.
   *
   * @operation GET /decision-requirements/{decisionRequirementsKey}/xml
   * @permission DECISION_REQUIREMENTS_DEFINITION READ
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist, is not visible yet, or belongs to another tenant
   */
  getXml(decisionRequirementsKey: DecisionRequirementsKey, options?: ReadOptions<LongText>): Promise<LongText>

  /**
   * Returns one page of the matching DMN files, without their XML.
   *
   * @operation POST /decision-requirements/search
   * @permission DECISION_REQUIREMENTS_DEFINITION READ
   * @since 8.6
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<DecisionRequirementsFilter, DecisionRequirementsSortField>,
    options?: ReadOptions<Page<DecisionRequirements>>,
  ): Promise<Page<DecisionRequirements>>

  /** Returns all matching DMN files one by one, and requests the next page while you work on the current one. */
  searchAll(
    body?: Search<DecisionRequirementsFilter, DecisionRequirementsSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<DecisionRequirements, void, undefined>
}

/** One version of a deployed DMN file. */
export interface DecisionRequirements {
  /** Id of the definitions in the DMN. */
  readonly decisionRequirementsId: string
  readonly decisionRequirementsKey: DecisionRequirementsKey
  readonly decisionRequirementsName: string
  /** Name of the file. */
  readonly resourceName: string
  readonly tenantId: TenantId
  readonly version: Int
}

/** Conditions on DMN files; all must be met. */
export interface DecisionRequirementsFilter {
  readonly decisionRequirementsName?: string | undefined
  readonly decisionRequirementsId?: string | undefined
  readonly decisionRequirementsKey?: DecisionRequirementsKey | undefined
  readonly version?: Int | undefined
  readonly tenantId?: TenantId | undefined
  readonly resourceName?: string | undefined
}

/** Fields to sort DMN files by. */
export type DecisionRequirementsSortField =
  | 'decisionRequirementsKey'
  | 'decisionRequirementsName'
  | 'version'
  | 'decisionRequirementsId'
  | 'tenantId'
