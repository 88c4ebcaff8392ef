import type { CallOptions, Int, JsonObject, Page, Search, SearchAllOptions } from '@x/rest'
import type {
  DecisionDefinitionId,
  DecisionDefinitionKey,
  DecisionEvaluationInstanceKey,
  DecisionEvaluationKey,
  DecisionRequirementsKey,
  TenantId,
} from './identifiers.ts'
import type { EvaluatedDecisionInputItem, MatchedDecisionRuleItem } from './shared.ts'

/** TODO(words) */
export interface DecisionDefinitions {
  /**
   * TODO(words)
   *
   * @operation POST /decision-definitions/evaluation
   * @permission DECISION_DEFINITION CREATE_DECISION_INSTANCE
   * @since 8.6
   */
  evaluate(body: DecisionEvaluationInstruction, options?: CallOptions): Promise<DecisionEvaluation>

  /**
   * TODO(words)
   *
   * @operation POST /decision-definitions/search
   * @permission DECISION_DEFINITION READ_DECISION_DEFINITION
   * @since 8.6
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<DecisionDefinitionFilter, DecisionDefinitionSortField>,
    options?: CallOptions,
  ): Promise<Page<DecisionDefinition>>

  /** TODO(words) */
  searchAll(
    body?: Search<DecisionDefinitionFilter, DecisionDefinitionSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<DecisionDefinition, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /decision-definitions/{decisionDefinitionKey}
   * @permission DECISION_DEFINITION READ_DECISION_DEFINITION
   * @since 8.8
   * @eventuallyConsistent
   */
  get(decisionDefinitionKey: DecisionDefinitionKey, options?: CallOptions): Promise<DecisionDefinition>

  /**
   * TODO(words)
   *
   * @operation GET /decision-definitions/{decisionDefinitionKey}/xml
   * @permission DECISION_DEFINITION READ_DECISION_DEFINITION
   * @since 8.6
   * @eventuallyConsistent
   */
  getXml(decisionDefinitionKey: DecisionDefinitionKey, options?: CallOptions): Promise<string>
}

export interface DecisionEvaluation {
  readonly decisionDefinitionId: DecisionDefinitionId
  readonly decisionDefinitionKey: DecisionDefinitionKey
  readonly decisionDefinitionName: string
  readonly decisionDefinitionVersion: Int
  readonly decisionEvaluationKey: DecisionEvaluationKey
  /** @deprecated */
  readonly decisionInstanceKey: DecisionEvaluationKey
  readonly decisionRequirementsId: string
  readonly decisionRequirementsKey: DecisionRequirementsKey
  readonly evaluatedDecisions: readonly EvaluatedDecision[]
  /** @minLength 1 */
  readonly failedDecisionDefinitionId: string | null
  readonly failureMessage: string | null
  readonly output: string
  readonly tenantId: TenantId
}

export interface EvaluatedDecision {
  readonly decisionDefinitionId: DecisionDefinitionId
  readonly decisionDefinitionName: string
  readonly decisionDefinitionVersion: Int
  readonly decisionDefinitionType: string
  readonly output: string
  readonly tenantId: TenantId
  readonly matchedRules: readonly MatchedDecisionRuleItem[]
  readonly evaluatedInputs: readonly EvaluatedDecisionInputItem[]
  readonly decisionDefinitionKey: DecisionDefinitionKey
  readonly decisionEvaluationInstanceKey: DecisionEvaluationInstanceKey
}

export type DecisionEvaluationInstruction = DecisionEvaluationById | DecisionEvaluationByKey

export interface DecisionEvaluationById {
  readonly decisionDefinitionId: DecisionDefinitionId
  readonly variables?: JsonObject | undefined
  readonly tenantId?: TenantId | undefined
}

export interface DecisionEvaluationByKey {
  readonly decisionDefinitionKey: DecisionDefinitionKey
  readonly variables?: JsonObject | undefined
  readonly tenantId?: TenantId | undefined
}

export interface DecisionDefinition {
  readonly decisionDefinitionId: DecisionDefinitionId
  readonly decisionDefinitionKey: DecisionDefinitionKey
  readonly decisionRequirementsId: string
  readonly decisionRequirementsKey: DecisionRequirementsKey
  /** @since 8.9 */
  readonly decisionRequirementsName?: string | undefined
  /** @since 8.9 */
  readonly decisionRequirementsVersion?: Int | undefined
  readonly name: string
  readonly tenantId: TenantId
  readonly version: Int
}

export interface DecisionDefinitionFilter {
  readonly decisionDefinitionId?: DecisionDefinitionId | undefined
  readonly name?: string | undefined
  /** @since 8.9 */
  readonly isLatestVersion?: boolean | undefined
  readonly version?: Int | undefined
  readonly decisionRequirementsId?: string | undefined
  readonly tenantId?: TenantId | undefined
  readonly decisionDefinitionKey?: DecisionDefinitionKey | undefined
  readonly decisionRequirementsKey?: DecisionRequirementsKey | undefined
  /** @since 8.9 */
  readonly decisionRequirementsName?: string | undefined
  /** @since 8.9 */
  readonly decisionRequirementsVersion?: Int | undefined
}

export type DecisionDefinitionSortField =
  | 'decisionDefinitionKey'
  | 'decisionDefinitionId'
  | 'name'
  | 'version'
  | 'decisionRequirementsId'
  | 'decisionRequirementsKey'
  | 'decisionRequirementsName'
  | 'decisionRequirementsVersion'
  | 'tenantId'
