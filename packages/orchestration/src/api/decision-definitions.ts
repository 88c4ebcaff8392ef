import type {
  CallOptions,
  Int,
  JsonInput,
  LongText,
  OpenEnum,
  Page,
  ReadOptions,
  Search,
  SearchAllOptions,
} from '@x/rest'
import type { DecisionDefinitionType } from './decision-instances.ts'
import type {
  DecisionDefinitionId,
  DecisionDefinitionKey,
  DecisionEvaluationInstanceKey,
  DecisionEvaluationKey,
  DecisionRequirementsKey,
  TenantId,
} from './identifiers.ts'
import type { EvaluatedDecisionInput, MatchedDecisionRule } from './shared.ts'

/** Deployed decisions. The DMN file that they come from is a resource of its own: `decisionRequirements`. */
export interface DecisionDefinitions {
  /**
   * Evaluates a decision with all decisions that it depends on, and returns its output. The evaluation is recorded as
   * decision instances, which become visible some seconds later.
   *
   * **It succeeds even if the decision could not be evaluated**: check `failureMessage`.
   *
   * @operation POST /decision-definitions/evaluation
   * @permission DECISION_DEFINITION CREATE_DECISION_INSTANCE
   * @since 8.6
   * @throws {ApiError} 404 if the decision does not exist
   * @example
   * const { output, failureMessage } = await camunda.decisionDefinitions.evaluate({
   *   decisionDefinitionId: 'discount',
   *   variables: { customer: 'gold', total: 250 },
   * })
   * if (failureMessage !== null) throw new Error(failureMessage)
   * const discount = JSON.parse(output)
   */
  evaluate(body: EvaluateDecisionRequest, options?: CallOptions): Promise<DecisionEvaluation>

  /**
   * Returns one version of a deployed decision by its key, without its XML, which `getXml` returns.
   *
   * @operation GET /decision-definitions/{decisionDefinitionKey}
   * @permission DECISION_DEFINITION READ_DECISION_DEFINITION
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist, is not visible yet, or belongs to another tenant
   */
  get(
    decisionDefinitionKey: DecisionDefinitionKey,
    options?: ReadOptions<DecisionDefinition>,
  ): Promise<DecisionDefinition>

  /**
   * Returns the XML of the DMN file that contains the decision, as it was deployed.
   *
   * @operation GET /decision-definitions/{decisionDefinitionKey}/xml
   * @permission DECISION_DEFINITION READ_DECISION_DEFINITION
   * @since 8.6
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist, is not visible yet, or belongs to another tenant
   */
  getXml(decisionDefinitionKey: DecisionDefinitionKey, options?: ReadOptions<LongText>): Promise<LongText>

  /**
   * Returns one page of the matching decisions, with one entry for each version.
   *
   * @operation POST /decision-definitions/search
   * @permission DECISION_DEFINITION READ_DECISION_DEFINITION
   * @since 8.6
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<DecisionDefinitionFilter, DecisionDefinitionSortField>,
    options?: ReadOptions<Page<DecisionDefinition>>,
  ): Promise<Page<DecisionDefinition>>

  /** Returns all matching decisions one by one, and requests the next page while you work on the current one. */
  searchAll(
    body?: Search<DecisionDefinitionFilter, DecisionDefinitionSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<DecisionDefinition, void, undefined>
}

/** The decision to evaluate: the latest version by its id, or one version by its key. */
export type EvaluateDecisionRequest = EvaluateDecisionById | EvaluateDecisionByKey

/** Variables and options of an evaluation. */
export interface DecisionEvaluationInput {
  readonly variables?: JsonInput | undefined
  /** @defaultValue the client's `tenantId`, else `<default>` */
  readonly tenantId?: TenantId | undefined
}

/** Evaluates the latest version of a decision. */
export interface EvaluateDecisionById extends DecisionEvaluationInput {
  readonly decisionDefinitionId: DecisionDefinitionId
  readonly decisionDefinitionKey?: undefined
}

/** Evaluates one version of a decision. */
export interface EvaluateDecisionByKey extends DecisionEvaluationInput {
  readonly decisionDefinitionKey: DecisionDefinitionKey
  readonly decisionDefinitionId?: undefined
}

/** A decision and its result. */
export interface DecisionOutput {
  readonly decisionDefinitionId: DecisionDefinitionId
  readonly decisionDefinitionKey: DecisionDefinitionKey
  readonly decisionDefinitionName: string
  readonly decisionDefinitionVersion: Int
  /** JSON as text. */
  readonly output: string
  readonly tenantId: TenantId
}

/** The evaluation of a decision with all decisions that it depends on. */
export interface DecisionEvaluation extends DecisionOutput {
  readonly decisionEvaluationKey: DecisionEvaluationKey
  /** @deprecated Use `decisionEvaluationKey`. */
  readonly decisionInstanceKey: DecisionEvaluationKey
  readonly decisionRequirementsId: string
  readonly decisionRequirementsKey: DecisionRequirementsKey
  /** The decision and those that it depends on. */
  readonly evaluatedDecisions: readonly EvaluatedDecision[]
  /** The decision that failed, which may be one that this decision depends on; null if none did. */
  readonly failedDecisionDefinitionId: DecisionDefinitionId | null
  /** Why the evaluation failed; null if it succeeded. */
  readonly failureMessage: string | null
}

/** One of the evaluated decisions, with the inputs and rules that led to its output. */
export interface EvaluatedDecision extends DecisionOutput {
  readonly decisionEvaluationInstanceKey: DecisionEvaluationInstanceKey
  readonly decisionDefinitionType: OpenEnum<DecisionDefinitionType>
  readonly evaluatedInputs: readonly EvaluatedDecisionInput[]
  readonly matchedRules: readonly MatchedDecisionRule[]
}

/** One version of a deployed decision. */
export interface DecisionDefinition {
  readonly decisionDefinitionKey: DecisionDefinitionKey
  readonly decisionDefinitionId: DecisionDefinitionId
  readonly name: string
  readonly version: Int
  /** Id of the definitions in the DMN that the decision belongs to. */
  readonly decisionRequirementsId: string
  readonly decisionRequirementsKey: DecisionRequirementsKey
  /** @since 8.9 */
  readonly decisionRequirementsName?: string | undefined
  /** @since 8.9 */
  readonly decisionRequirementsVersion?: Int | undefined
  readonly tenantId: TenantId
}

/** Conditions on decisions; all must be met. */
export interface DecisionDefinitionFilter {
  readonly decisionDefinitionKey?: DecisionDefinitionKey | undefined
  readonly decisionDefinitionId?: DecisionDefinitionId | undefined
  readonly name?: string | undefined
  readonly version?: Int | undefined
  /** True finds the latest version of each decision. Its pages can only be read forward, by `page.after`. @since 8.9 */
  readonly isLatestVersion?: boolean | undefined
  readonly decisionRequirementsId?: string | undefined
  readonly decisionRequirementsKey?: DecisionRequirementsKey | undefined
  /** @since 8.9 */
  readonly decisionRequirementsName?: string | undefined
  /** @since 8.9 */
  readonly decisionRequirementsVersion?: Int | undefined
  readonly tenantId?: TenantId | undefined
}

/** Fields to sort decisions by. */
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
