import type {
  CallOptions,
  DateFilter,
  DateTime,
  Int,
  KeyFilter,
  OpenEnum,
  Page,
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
import type { EvaluatedDecisionInputItem, MatchedDecisionRuleItem } from './shared.ts'

/** TODO(words) */
export interface DecisionInstances {
  /**
   * TODO(words)
   *
   * @operation POST /decision-instances/search
   * @permission DECISION_DEFINITION READ_DECISION_INSTANCE
   * @since 8.6
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<DecisionInstanceFilter, DecisionInstanceSortField>,
    options?: CallOptions,
  ): Promise<Page<DecisionInstance>>

  /** TODO(words) */
  searchAll(
    body?: Search<DecisionInstanceFilter, DecisionInstanceSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<DecisionInstance, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /decision-instances/{decisionEvaluationInstanceKey}
   * @permission DECISION_DEFINITION READ_DECISION_INSTANCE
   * @since 8.8
   * @eventuallyConsistent
   */
  get(
    decisionEvaluationInstanceKey: DecisionEvaluationInstanceKey,
    options?: CallOptions,
  ): Promise<DecisionInstanceDetails>

  /**
   * TODO(words)
   *
   * @operation POST /decision-instances/{decisionEvaluationKey}/deletion
   * @permission DECISION_DEFINITION DELETE_DECISION_INSTANCE
   * @since 8.9
   */
  delete(
    decisionEvaluationKey: DecisionEvaluationKey,
    body?: DeleteDecisionInstanceRequest | null,
    options?: CallOptions,
  ): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /decision-instances/deletion
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_DELETE_DECISION_INSTANCE
   * @since 8.9
   * @bulk
   */
  deleteBatch(
    body: DecisionInstanceDeletionBatchOperationRequest,
    options?: CallOptions,
  ): Promise<BatchOperationCreated>
}

export interface DecisionInstance {
  /** @since 8.10 */
  readonly businessId?: BusinessId | null | undefined
  readonly decisionDefinitionId: DecisionDefinitionId
  readonly decisionDefinitionKey: DecisionDefinitionKey
  readonly decisionDefinitionName: string
  readonly decisionDefinitionType: OpenEnum<DecisionDefinitionType>
  readonly decisionDefinitionVersion: Int
  readonly decisionEvaluationInstanceKey: DecisionEvaluationInstanceKey
  readonly decisionEvaluationKey: DecisionEvaluationKey
  readonly elementInstanceKey: ElementInstanceKey | null
  readonly evaluationDate: DateTime
  readonly evaluationFailure: string | null
  readonly processDefinitionKey: ProcessDefinitionKey | null
  readonly processInstanceKey: ProcessInstanceKey | null
  readonly result: string
  /** @since 8.9 */
  readonly rootDecisionDefinitionKey?: DecisionDefinitionKey | undefined
  /** @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly state: OpenEnum<DecisionInstanceState>
  readonly tenantId: TenantId
}

export type DecisionDefinitionType = 'DECISION_TABLE' | 'LITERAL_EXPRESSION' | 'UNSPECIFIED' | 'UNKNOWN'

export type DecisionInstanceState = 'EVALUATED' | 'FAILED' | 'UNSPECIFIED' | 'UNKNOWN'

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
  readonly decisionEvaluationKey?: DecisionEvaluationKey | undefined
  readonly processDefinitionKey?: ProcessDefinitionKey | undefined
  readonly processInstanceKey?: ProcessInstanceKey | undefined
  /** @since 8.10 */
  readonly businessId?: TextFilter | undefined
  readonly decisionDefinitionKey?: KeyFilter<DecisionDefinitionKey> | undefined
  readonly elementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  /** @since 8.9 */
  readonly rootDecisionDefinitionKey?: KeyFilter<DecisionDefinitionKey> | undefined
  /** @since 8.9 */
  readonly decisionRequirementsKey?: KeyFilter<DecisionRequirementsKey> | undefined
}

export type DecisionInstanceStateFilter = DecisionInstanceState | DecisionInstanceStateConditions

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
  /** @since 8.9 */
  readonly $like?: string | undefined
}

export type DecisionInstanceSortField =
  /** @since 8.10 */
  | 'businessId'
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

export interface DecisionInstanceDetails {
  /** @since 8.10 */
  readonly businessId?: BusinessId | null | undefined
  readonly decisionDefinitionId: DecisionDefinitionId
  readonly decisionDefinitionKey: DecisionDefinitionKey
  readonly decisionDefinitionName: string
  readonly decisionDefinitionType: OpenEnum<DecisionDefinitionType>
  readonly decisionDefinitionVersion: Int
  readonly decisionEvaluationInstanceKey: DecisionEvaluationInstanceKey
  readonly decisionEvaluationKey: DecisionEvaluationKey
  readonly elementInstanceKey: ElementInstanceKey | null
  readonly evaluationDate: DateTime
  readonly evaluationFailure: string | null
  readonly processDefinitionKey: ProcessDefinitionKey | null
  readonly processInstanceKey: ProcessInstanceKey | null
  readonly result: string
  /** @since 8.9 */
  readonly rootDecisionDefinitionKey?: DecisionDefinitionKey | undefined
  /** @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly state: OpenEnum<DecisionInstanceState>
  readonly tenantId: TenantId
  readonly evaluatedInputs: readonly EvaluatedDecisionInputItem[]
  readonly matchedRules: readonly MatchedDecisionRuleItem[]
}

export interface DeleteDecisionInstanceRequest {
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
}

export interface DecisionInstanceDeletionBatchOperationRequest {
  readonly filter: DecisionInstanceFilter
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
}
