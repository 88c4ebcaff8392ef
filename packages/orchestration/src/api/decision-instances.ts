import type {
  BulkOptions,
  CallOptions,
  DateFilter,
  DateTime,
  Int,
  KeyFilter,
  OpenEnum,
  Page,
  ReadOptions,
  Search,
  SearchAllOptions,
  TextFilter,
} from '@x/rest'
import type { BatchOperationCreated } from './batch-operations.ts'
import type {
  BusinessId,
  DecisionDefinitionId,
  DecisionDefinitionKey,
  DecisionEvaluationInstanceKey,
  DecisionEvaluationKey,
  DecisionRequirementsKey,
  ElementInstanceKey,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  TenantId,
} from './identifiers.ts'
import type { CommandRequest, EvaluatedDecisionInput, MatchedDecisionRule } from './shared.ts'

/**
 * Decision instances: the records of evaluated decisions, by a process or on their own.
 *
 * One evaluation has a decision instance for each decision involved. `decisionEvaluationKey` is the key of the evaluation,
 * `decisionEvaluationInstanceKey` that of one of its instances.
 */
export interface DecisionInstances {
  /**
   * Returns one decision instance with its inputs and the rules that matched.
   *
   * @operation GET /decision-instances/{decisionEvaluationInstanceKey}
   * @permission DECISION_DEFINITION READ_DECISION_INSTANCE
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist, is not visible yet, or belongs to another tenant
   */
  get(
    decisionEvaluationInstanceKey: DecisionEvaluationInstanceKey,
    options?: ReadOptions<DecisionInstanceDetails>,
  ): Promise<DecisionInstanceDetails>

  /**
   * Returns one page of the matching decision instances, without their inputs and rules.
   *
   * @operation POST /decision-instances/search
   * @permission DECISION_DEFINITION READ_DECISION_INSTANCE
   * @since 8.6
   * @paging cursor
   * @eventuallyConsistent
   * @example
   * const { items } = await camunda.decisionInstances.search(
   *   { filter: { processInstanceKey } },
   *   { waitFor: true }, // a decision shows seconds after it was evaluated
   * )
   */
  search(
    body?: Search<DecisionInstanceFilter, DecisionInstanceSortField>,
    options?: ReadOptions<Page<DecisionInstance>>,
  ): Promise<Page<DecisionInstance>>

  /** Returns all matching decision instances one by one, and requests the next page while you work on the current one. */
  searchAll(
    body?: Search<DecisionInstanceFilter, DecisionInstanceSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<DecisionInstance, void, undefined>

  /**
   * Deletes all decision instances of one evaluation. **This cannot be undone.** They disappear from searches some
   * seconds later.
   *
   * @operation POST /decision-instances/{decisionEvaluationKey}/deletion
   * @permission DECISION_DEFINITION DELETE_DECISION_INSTANCE
   * @since 8.9
   * @throws {ApiError} 404 if the evaluation does not exist or is not visible yet
   */
  delete(decisionEvaluationKey: DecisionEvaluationKey, body?: CommandRequest, options?: CallOptions): Promise<void>

  /**
   * Starts a batch operation that deletes all matching decision instances, and returns its key. **This cannot be undone.**
   * `batchOperations.wait` waits for its end.
   *
   * @operation POST /decision-instances/deletion
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_DELETE_DECISION_INSTANCE
   * @since 8.9
   * @bulk
   * @throws {ApiError} 400 if the filter is invalid
   * @example
   * const filter = { decisionDefinitionId: 'discount', evaluationDate: { $lt: '2026-01-01T00:00:00Z' } }
   * const { batchOperationKey } = await camunda.decisionInstances.deleteBatch({ filter })
   * await camunda.batchOperations.wait(batchOperationKey)
   */
  deleteBatch(body: DeleteDecisionInstancesBatchRequest, options?: BulkOptions): Promise<BatchOperationCreated>
}

/** A decision that was evaluated. */
export interface DecisionInstance {
  readonly decisionEvaluationInstanceKey: DecisionEvaluationInstanceKey
  /** The evaluation that it is part of. */
  readonly decisionEvaluationKey: DecisionEvaluationKey
  readonly state: OpenEnum<DecisionInstanceState>
  /** The output as JSON text. */
  readonly result: string
  /** Why it failed; null if it succeeded. */
  readonly evaluationFailure: string | null
  readonly evaluationDate: DateTime
  readonly decisionDefinitionId: DecisionDefinitionId
  readonly decisionDefinitionKey: DecisionDefinitionKey
  readonly decisionDefinitionName: string
  readonly decisionDefinitionType: OpenEnum<DecisionDefinitionType>
  readonly decisionDefinitionVersion: Int
  /** The requested decision, which depends on this one. @since 8.9 */
  readonly rootDecisionDefinitionKey?: DecisionDefinitionKey | undefined
  /** The business rule task; null if no process evaluated the decision. */
  readonly elementInstanceKey: ElementInstanceKey | null
  /** Null if no process evaluated the decision. */
  readonly processInstanceKey: ProcessInstanceKey | null
  /** The instance at the top of the call hierarchy; null if it was started before Camunda 8.9. @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  /** Null if no process evaluated the decision. */
  readonly processDefinitionKey: ProcessDefinitionKey | null
  /** Business id of the process instance; null if it has none or the decision is older than Camunda 8.10. @since 8.10 */
  readonly businessId?: BusinessId | null | undefined
  readonly tenantId: TenantId
}

/** A decision that was evaluated, with the inputs and rules that led to its output. */
export interface DecisionInstanceDetails extends DecisionInstance {
  readonly evaluatedInputs: readonly EvaluatedDecisionInput[]
  readonly matchedRules: readonly MatchedDecisionRule[]
}

/** The kind of decision in the DMN. */
export type DecisionDefinitionType =
  | 'DECISION_TABLE'
  | 'LITERAL_EXPRESSION'
  | /** @deprecated No longer used. */ 'UNSPECIFIED'
  | 'UNKNOWN'

/** Whether a decision could be evaluated. */
export type DecisionInstanceState =
  | 'EVALUATED'
  | 'FAILED'
  | /** @deprecated No longer used. */ 'UNSPECIFIED'
  | /** @deprecated No longer used. */ 'UNKNOWN'

/** Conditions on decision instances; all must be met. */
export interface DecisionInstanceFilter {
  readonly decisionEvaluationInstanceKey?: KeyFilter<DecisionEvaluationInstanceKey> | undefined
  readonly state?: DecisionInstanceStateFilter | undefined
  readonly evaluationFailure?: string | undefined
  readonly evaluationDate?: DateFilter | undefined
  readonly decisionDefinitionId?: DecisionDefinitionId | undefined
  readonly decisionDefinitionName?: string | undefined
  readonly decisionDefinitionVersion?: Int | undefined
  readonly decisionDefinitionType?: DecisionDefinitionType | undefined
  readonly tenantId?: TenantId | undefined
  /** The evaluation, with all its decision instances. */
  readonly decisionEvaluationKey?: DecisionEvaluationKey | undefined
  readonly processDefinitionKey?: ProcessDefinitionKey | undefined
  readonly processInstanceKey?: ProcessInstanceKey | undefined
  /** Finds only decisions that processes evaluated from Camunda 8.10 on. @since 8.10 */
  readonly businessId?: TextFilter | undefined
  readonly decisionDefinitionKey?: KeyFilter<DecisionDefinitionKey> | undefined
  readonly elementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  /** The requested decision. @since 8.9 */
  readonly rootDecisionDefinitionKey?: KeyFilter<DecisionDefinitionKey> | undefined
  /** @since 8.9 */
  readonly decisionRequirementsKey?: KeyFilter<DecisionRequirementsKey> | undefined
}

/** The state itself, or conditions on it, which servers support from 8.9 on. */
export type DecisionInstanceStateFilter = DecisionInstanceState | DecisionInstanceStateConditions

/** Conditions on a state; all must be met. */
export interface DecisionInstanceStateConditions {
  /** @since 8.9 */
  readonly $eq?: DecisionInstanceState | undefined
  /** @since 8.9 */
  readonly $neq?: DecisionInstanceState | undefined
  /** @since 8.9 */
  readonly $exists?: boolean | undefined
  /** @since 8.9 */
  readonly $in?: readonly DecisionInstanceState[] | undefined
  /** @since 8.9 */
  readonly $notIn?: readonly DecisionInstanceState[] | undefined
  /** `*` matches any characters, `?` exactly one. @since 8.9 */
  readonly $like?: string | undefined
}

/** Fields to sort decision instances by. */
export type DecisionInstanceSortField =
  | /** @since 8.10 */ 'businessId'
  | 'decisionDefinitionId'
  | 'decisionDefinitionKey'
  | 'decisionDefinitionName'
  | 'decisionDefinitionType'
  | 'decisionDefinitionVersion'
  | 'decisionEvaluationInstanceKey'
  | 'decisionEvaluationKey'
  | 'elementInstanceKey'
  | 'evaluationDate'
  | 'evaluationFailure'
  | 'processDefinitionKey'
  | 'processInstanceKey'
  | 'rootDecisionDefinitionKey'
  | 'state'
  | 'tenantId'

/** The decision instances to delete. */
export interface DeleteDecisionInstancesBatchRequest extends CommandRequest {
  readonly filter: DecisionInstanceFilter
}
