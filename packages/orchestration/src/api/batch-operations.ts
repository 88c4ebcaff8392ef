import type {
  CallOptions,
  DateTime,
  EnumFilter,
  Int,
  KeyFilter,
  OpenEnum,
  Page,
  Search,
  SearchAllOptions,
  TextFilter,
} from '@x/rest'
import type { BatchOperationWaitOptions } from '../wait-for-batch-operation.ts'
import type { AuditLogActorType } from './audit-logs.ts'
import type { BatchOperationKey, ProcessInstanceKey } from './identifiers.ts'
import type { BasicStringFilter } from './shared.ts'

/** TODO(words) */
export interface BatchOperations {
  /**
   * TODO(words)
   *
   * @operation POST /batch-operation-items/search
   * @permission BATCH READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchItems(
    body?: Search<BatchOperationItemFilter, BatchOperationItemSortField>,
    options?: CallOptions,
  ): Promise<Page<BatchOperationItem>>

  /** TODO(words) */
  searchItemsAll(
    body?: Search<BatchOperationItemFilter, BatchOperationItemSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<BatchOperationItem, void, undefined>

  /**
   * TODO(words)
   *
   * @operation POST /batch-operations/search
   * @permission BATCH READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<BatchOperationFilter, BatchOperationSortField>,
    options?: CallOptions,
  ): Promise<Page<BatchOperation>>

  /** TODO(words) */
  searchAll(
    body?: Search<BatchOperationFilter, BatchOperationSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<BatchOperation, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /batch-operations/{batchOperationKey}
   * @permission BATCH READ
   * @since 8.8
   * @eventuallyConsistent
   */
  get(batchOperationKey: BatchOperationKey, options?: CallOptions): Promise<BatchOperation>

  /**
   * TODO(words)
   *
   * @operation POST /batch-operations/{batchOperationKey}/cancellation
   * @permission BATCH UPDATE
   * @since 8.8
   */
  cancel(batchOperationKey: BatchOperationKey, body?: unknown, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /batch-operations/{batchOperationKey}/resumption
   * @permission BATCH UPDATE
   * @since 8.8
   */
  resume(batchOperationKey: BatchOperationKey, body?: unknown, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /batch-operations/{batchOperationKey}/suspension
   * @permission BATCH UPDATE
   * @since 8.8
   */
  suspend(batchOperationKey: BatchOperationKey, body?: unknown, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @code ../wait-for-batch-operation.ts
   */
  wait(batchOperationKey: BatchOperationKey, options?: BatchOperationWaitOptions): Promise<BatchOperation>
}

export interface BatchOperationItem {
  readonly operationType: OpenEnum<BatchOperationType>
  readonly batchOperationKey: BatchOperationKey
  readonly itemKey: string
  readonly processInstanceKey: ProcessInstanceKey | null
  /** @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly state: OpenEnum<'ACTIVE' | 'COMPLETED' | 'SKIPPED' | 'CANCELED' | 'FAILED'>
  readonly processedDate: DateTime | null
  readonly errorMessage: string | null
}

export interface BatchOperationItemFilter {
  readonly batchOperationKey?: BasicStringFilter | undefined
  readonly itemKey?: BasicStringFilter | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly state?: EnumFilter<BatchOperationItemState> | undefined
  /** @since 8.9 */
  readonly operationType?: EnumFilter<BatchOperationType> | undefined
}

export type BatchOperationItemState = 'ACTIVE' | 'COMPLETED' | 'CANCELED' | 'FAILED'

export type BatchOperationItemSortField =
  | 'batchOperationKey'
  | 'itemKey'
  | 'processInstanceKey'
  | 'processedDate'
  | 'state'

export interface BatchOperation {
  readonly batchOperationKey: BatchOperationKey
  readonly state: OpenEnum<BatchOperationState>
  readonly batchOperationType: OpenEnum<BatchOperationType> | null
  readonly startDate: DateTime | null
  readonly endDate: DateTime | null
  /** @since 8.9 */
  readonly actorType?: OpenEnum<AuditLogActorType> | null | undefined
  /** @since 8.9 */
  readonly actorId?: string | null | undefined
  readonly operationsTotalCount: Int
  readonly operationsFailedCount: Int
  readonly operationsCompletedCount: Int
  readonly errors: readonly BatchOperationError[]
}

export type BatchOperationState =
  | 'ACTIVE'
  | 'CANCELED'
  | 'COMPLETED'
  | 'CREATED'
  | 'FAILED'
  | 'PARTIALLY_COMPLETED'
  | 'SUSPENDED'

export interface BatchOperationError {
  readonly partitionId: Int
  readonly type: OpenEnum<'QUERY_FAILED' | 'RESULT_BUFFER_SIZE_EXCEEDED'>
  readonly message: string
}

export interface BatchOperationFilter {
  readonly batchOperationKey?: BasicStringFilter | undefined
  readonly operationType?: EnumFilter<BatchOperationType> | undefined
  readonly state?: EnumFilter<BatchOperationState> | undefined
  /** @since 8.9 */
  readonly actorType?: AuditLogActorType | undefined
  /** @since 8.9 */
  readonly actorId?: TextFilter | undefined
}

export type BatchOperationSortField =
  | 'batchOperationKey'
  | 'operationType'
  | 'state'
  | 'startDate'
  | 'endDate'
  | 'actorType'
  | 'actorId'

export type BatchOperationType =
  | 'ADD_VARIABLE'
  | 'CANCEL_PROCESS_INSTANCE'
  | 'DELETE_DECISION_DEFINITION'
  | 'DELETE_DECISION_INSTANCE'
  | 'DELETE_PROCESS_DEFINITION'
  | 'DELETE_PROCESS_INSTANCE'
  | 'MIGRATE_PROCESS_INSTANCE'
  | 'MODIFY_PROCESS_INSTANCE'
  | 'RESOLVE_INCIDENT'
  | /** @since 8.10 */ 'RESUME_PROCESS_INSTANCE'
  | /** @since 8.10 */ 'SUSPEND_PROCESS_INSTANCE'
  | /** @since 8.10 */ 'UPDATE_JOB'
  | 'UPDATE_VARIABLE'

export interface BatchOperationCreated {
  readonly batchOperationKey: BatchOperationKey
  readonly batchOperationType: OpenEnum<BatchOperationType>
}
