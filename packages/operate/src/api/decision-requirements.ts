import type { Int, Key, KeyInput, ReadOptions, SearchAllOptions } from '@x/rest'
import type { SearchPage, SearchQuery } from './shared.ts'

/**
 * Deployed DMN files, one entry for each version.
 *
 * @until 8.9
 * @eventuallyConsistent
 * @deprecated Since Camunda 8.8, in favor of the Orchestration Cluster REST API v2.
 */
export interface DecisionRequirementsResource {
  /**
   * Returns one page of decision requirements.
   *
   * @operation POST /drd/search
   * @permission DECISION_REQUIREMENTS_DEFINITION READ on *
   * @paging searchAfter
   * @throws {ValidationError} with code `request_invalid` for a filter that Operate would ignore; nothing is sent
   * @see `POST /v2/decision-requirements/search` of the Orchestration Cluster REST API v2
   */
  search(
    body?: SearchQuery<DecisionRequirementsFilter, DecisionRequirementsSortField>,
    options?: ReadOptions<SearchPage<DecisionRequirements>>,
  ): Promise<SearchPage<DecisionRequirements>>

  /**
   * Returns all matching decision requirements one by one, and requests the next page while you work on the current
   * one.
   *
   * @example
   * for await (const file of operate.decisionRequirements.searchAll()) console.log(file.resourceName, file.version)
   */
  searchAll(
    body?: SearchQuery<DecisionRequirementsFilter, DecisionRequirementsSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<DecisionRequirements, void, undefined>

  /**
   * Returns the decision requirements of one DMN file.
   *
   * @operation GET /drd/{key}
   * @permission DECISION_REQUIREMENTS_DEFINITION READ on *
   * @throws {ApiError} 404 if it does not exist, is not imported yet, or belongs to another tenant
   * @see `GET /v2/decision-requirements/{decisionRequirementsKey}` of the Orchestration Cluster REST API v2
   */
  get(
    key: KeyInput<'DecisionRequirementsKey'>,
    options?: ReadOptions<DecisionRequirements>,
  ): Promise<DecisionRequirements>

  /**
   * Returns the DMN as it was deployed.
   *
   * @operation GET /drd/{key}/xml
   * @permission DECISION_REQUIREMENTS_DEFINITION READ on *
   * @see `GET /v2/decision-requirements/{decisionRequirementsKey}/xml` of the Orchestration Cluster REST API v2
   */
  getXml(key: KeyInput<'DecisionRequirementsKey'>, options?: ReadOptions<string>): Promise<string>
}

/** A deployed version of a DMN file: the graph that its decisions form. */
export interface DecisionRequirements {
  /** Id of this version in Operate. */
  id: string
  key: Key<'DecisionRequirementsKey'>
  /** Id of the decision requirements in the DMN. */
  decisionRequirementsId: string
  name?: string | undefined
  version: Int
  /** Name of the file that was deployed. */
  resourceName?: string | undefined
  /** `<default>` if multi-tenancy is disabled. @since 8.3 */
  tenantId?: string | undefined
}

/** Conditions on decision requirements. */
export interface DecisionRequirementsFilter {
  id?: string | undefined
  key?: KeyInput<'DecisionRequirementsKey'> | undefined
  decisionRequirementsId?: string | undefined
  name?: string | undefined
  version?: Int | undefined
  resourceName?: string | undefined
  tenantId?: string | undefined
}

/** Fields to sort decision requirements by. */
export type DecisionRequirementsSortField = keyof DecisionRequirementsFilter
