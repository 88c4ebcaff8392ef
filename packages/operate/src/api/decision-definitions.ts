import type { Int, Key, KeyInput, ReadOptions, SearchAllOptions } from '@x/rest'
import type { SearchPage, SearchQuery } from './shared.ts'

/**
 * Deployed DMN decisions, one entry for each version.
 *
 * @until 8.9
 * @eventuallyConsistent
 * @deprecated Since Camunda 8.8, in favor of the Orchestration Cluster REST API v2.
 */
export interface DecisionDefinitions {
  /**
   * Returns one page of decision definitions.
   *
   * @operation POST /decision-definitions/search
   * @permission DECISION_DEFINITION READ_DECISION_DEFINITION on *
   * @paging searchAfter
   * @throws {ValidationError} with code `request_invalid` for a filter that Operate would ignore; nothing is sent
   * @see `POST /v2/decision-definitions/search` of the Orchestration Cluster REST API v2
   */
  search(
    body?: SearchQuery<DecisionDefinitionFilter, DecisionDefinitionSortField>,
    options?: ReadOptions<SearchPage<DecisionDefinition>>,
  ): Promise<SearchPage<DecisionDefinition>>

  /**
   * Returns all matching decision definitions one by one, and requests the next page while you work on the current
   * one.
   *
   * @example
   * for await (const decision of operate.decisionDefinitions.searchAll({ sort: [{ field: 'decisionId' }] })) {
   *   console.log(decision.decisionId, decision.version)
   * }
   */
  searchAll(
    body?: SearchQuery<DecisionDefinitionFilter, DecisionDefinitionSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<DecisionDefinition, void, undefined>

  /**
   * Returns one decision definition.
   *
   * @operation GET /decision-definitions/{key}
   * @permission DECISION_DEFINITION READ_DECISION_DEFINITION on *
   * @throws {ApiError} 404 if it does not exist, is not imported yet, or belongs to another tenant
   * @see `GET /v2/decision-definitions/{decisionDefinitionKey}` of the Orchestration Cluster REST API v2
   */
  get(key: KeyInput<'DecisionDefinitionKey'>, options?: ReadOptions<DecisionDefinition>): Promise<DecisionDefinition>
}

/** A deployed version of a DMN decision. */
export interface DecisionDefinition {
  /** Id of this version in Operate. */
  id: string
  key: Key<'DecisionDefinitionKey'>
  /** Id of the decision in the DMN. */
  decisionId: string
  name?: string | undefined
  version: Int
  /** Id of the decision requirements in the DMN. */
  decisionRequirementsId: string
  decisionRequirementsKey: Key<'DecisionRequirementsKey'>
  decisionRequirementsName?: string | undefined
  decisionRequirementsVersion?: Int | undefined
  /** `<default>` if multi-tenancy is disabled. @since 8.3 */
  tenantId?: string | undefined
}

/** Conditions on decision definitions. */
export interface DecisionDefinitionFilter {
  id?: string | undefined
  key?: KeyInput<'DecisionDefinitionKey'> | undefined
  decisionId?: string | undefined
  name?: string | undefined
  version?: Int | undefined
  decisionRequirementsId?: string | undefined
  decisionRequirementsKey?: KeyInput<'DecisionRequirementsKey'> | undefined
  decisionRequirementsName?: string | undefined
  decisionRequirementsVersion?: Int | undefined
  tenantId?: string | undefined
}

/** Fields to sort decision definitions by. */
export type DecisionDefinitionSortField = keyof DecisionDefinitionFilter
