import type {
  CallOptions,
  DateTime,
  EnumFilter,
  Int,
  KeyFilter,
  OpenEnum,
  Page,
  ReadOptions,
  Search,
  SearchAllOptions,
  TextFilter,
} from '@x/rest'
import type { BatchOperationWaitOptions } from '../wait-for-batch-operation.ts'
import type { AuditLogActorType } from './audit-logs.ts'
import type { BatchOperationKey, ProcessInstanceKey } from './identifiers.ts'

/**
 * Batch operations: changes to many process instances, decision instances or jobs, which the cluster processes in the
 * background. Other resources start them, for example `processInstances.cancelBatch`.
 */
export interface BatchOperations {
  /**
   * Waits until a batch operation has ended, in any final state: `COMPLETED`, `PARTIALLY_COMPLETED`, `CANCELED` or
   * `FAILED`. It also waits for one that is not visible yet, and for a suspended one.
   *
   * @code ../wait-for-batch-operation.ts
   * @returns the ended batch operation; `searchItems` returns which items failed, and why
   * @throws {NotYetError} after `timeoutMs`, with the last state as `response`. The batch operation continues in the
   * cluster
   * @example
   * const { batchOperationKey } = await camunda.processInstances.resolveIncidents(processInstanceKey)
   * const { state } = await camunda.batchOperations.wait(batchOperationKey, {
   *   onProgress: (it) => console.log(`${it.operationsCompletedCount} of ${it.operationsTotalCount}`),
   * })
   */
  wait(batchOperationKey: BatchOperationKey, options?: BatchOperationWaitOptions): Promise<BatchOperation>

  /**
   * Returns one batch operation with its state and its progress.
   *
   * @operation GET /batch-operations/{batchOperationKey}
   * @permission BATCH READ
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist, or is new and not visible yet
   */
  get(batchOperationKey: BatchOperationKey, options?: ReadOptions<BatchOperation>): Promise<BatchOperation>

  /**
   * Returns one page of the matching batch operations, running and ended.
   *
   * @operation POST /batch-operations/search
   * @permission BATCH READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<BatchOperationFilter, BatchOperationSortField>,
    options?: ReadOptions<Page<BatchOperation>>,
  ): Promise<Page<BatchOperation>>

  /** Returns all matching batch operations one by one, and requests the next page while you work on the current one. */
  searchAll(
    body?: Search<BatchOperationFilter, BatchOperationSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<BatchOperation, void, undefined>

  /**
   * Returns one page of the matching items: the process instances and so on that a batch operation applies to, each
   * with its state and error.
   *
   * @operation POST /batch-operation-items/search
   * @permission BATCH READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchItems(
    body?: Search<BatchOperationItemFilter, BatchOperationItemSortField>,
    options?: ReadOptions<Page<BatchOperationItem>>,
  ): Promise<Page<BatchOperationItem>>

  /**
   * Returns all matching items one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const filter = { batchOperationKey, state: 'FAILED' } as const
   * for await (const { itemKey, errorMessage } of camunda.batchOperations.searchItemsAll({ filter })) {
   *   console.error(itemKey, errorMessage)
   * }
   */
  searchItemsAll(
    body?: Search<BatchOperationItemFilter, BatchOperationItemSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<BatchOperationItem, void, undefined>

  /**
   * Cancels a batch operation. Items that are already processed stay changed. **It cannot be resumed.** It ends some
   * time after the call.
   *
   * @operation POST /batch-operations/{batchOperationKey}/cancellation
   * @permission BATCH UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if it does not exist
   */
  cancel(batchOperationKey: BatchOperationKey, options?: CallOptions): Promise<void>

  /**
   * Suspends a running batch operation until `resume`. It pauses some time after the call.
   *
   * @operation POST /batch-operations/{batchOperationKey}/suspension
   * @permission BATCH UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if it does not exist
   */
  suspend(batchOperationKey: BatchOperationKey, options?: CallOptions): Promise<void>

  /**
   * Resumes a suspended batch operation. It continues some time after the call.
   *
   * @operation POST /batch-operations/{batchOperationKey}/resumption
   * @permission BATCH UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if it does not exist
   */
  resume(batchOperationKey: BatchOperationKey, options?: CallOptions): Promise<void>
}

/** What a batch operation does. */
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

/**
 * A state of batch operations. The final ones are `COMPLETED`, `PARTIALLY_COMPLETED`, `CANCELED` and `FAILED`. Check
 * `operationsFailedCount` too.
 */
export type BatchOperationState =
  | 'ACTIVE'
  | 'CANCELED'
  | 'COMPLETED'
  | 'CREATED'
  | 'FAILED'
  | 'PARTIALLY_COMPLETED'
  | 'SUSPENDED'

/** A batch operation that was just started. `batchOperations.wait` waits for its end. */
export interface BatchOperationCreated {
  readonly batchOperationKey: BatchOperationKey
  readonly batchOperationType: OpenEnum<BatchOperationType>
}

/** A batch operation and its progress. */
export interface BatchOperation {
  /** A UUID for one that Operate started before Camunda 8.8. */
  readonly batchOperationKey: BatchOperationKey
  readonly state: OpenEnum<BatchOperationState>
  readonly batchOperationType: OpenEnum<BatchOperationType> | null
  /** Null before it is started. */
  readonly startDate: DateTime | null
  /** Null before it has ended. Check `state` instead, which is reliable. */
  readonly endDate: DateTime | null
  /** Null in data from before Camunda 8.9. @since 8.9 */
  readonly actorType?: OpenEnum<AuditLogActorType> | null | undefined
  /** Who started it; null in data from before Camunda 8.9. @since 8.9 */
  readonly actorId?: string | null | undefined
  /** Number of items; 0 until they are found. */
  readonly operationsTotalCount: Int
  /** Number of items that failed, for example because the engine rejected the command. */
  readonly operationsFailedCount: Int
  readonly operationsCompletedCount: Int
  /** Errors of the operation itself, by partition. Those of items are in the items. */
  readonly errors: readonly BatchOperationError[]
}

/** An error that prevented a batch operation from processing items on one partition. */
export interface BatchOperationError {
  readonly partitionId: Int
  readonly type: OpenEnum<'QUERY_FAILED' | 'RESULT_BUFFER_SIZE_EXCEEDED'>
  readonly message: string
}

/** Conditions on batch operations; all must be met. */
export interface BatchOperationFilter {
  readonly batchOperationKey?: KeyFilter<BatchOperationKey> | undefined
  readonly operationType?: EnumFilter<BatchOperationType> | undefined
  readonly state?: EnumFilter<BatchOperationState> | undefined
  /** @since 8.9 */
  readonly actorType?: AuditLogActorType | undefined
  /** Who started it. @since 8.9 */
  readonly actorId?: TextFilter | undefined
}

/** Fields to sort batch operations by. */
export type BatchOperationSortField =
  | 'batchOperationKey'
  | 'operationType'
  | 'state'
  | 'startDate'
  | 'endDate'
  | 'actorType'
  | 'actorId'

/** A state of items to filter by. */
export type BatchOperationItemState = 'ACTIVE' | 'COMPLETED' | 'CANCELED' | 'FAILED'

/** One entity that a batch operation applies to. */
export interface BatchOperationItem {
  readonly batchOperationKey: BatchOperationKey
  readonly operationType: OpenEnum<BatchOperationType>
  /** Key of the changed entity, for example of a process instance. */
  readonly itemKey: string
  /** The process instance itself, or the one that contains the entity; null for decision instances and definitions. */
  readonly processInstanceKey: ProcessInstanceKey | null
  /** The instance at the top of the call hierarchy; null if it was started before Camunda 8.9. @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly state: OpenEnum<BatchOperationItemState | 'SKIPPED'>
  /** Null before it is processed. */
  readonly processedDate: DateTime | null
  /** Why it failed; null otherwise. */
  readonly errorMessage: string | null
}

/** Conditions on items; all must be met. */
export interface BatchOperationItemFilter {
  readonly batchOperationKey?: KeyFilter<BatchOperationKey> | undefined
  readonly itemKey?: KeyFilter<string> | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly state?: EnumFilter<BatchOperationItemState> | undefined
  /** @since 8.9 */
  readonly operationType?: EnumFilter<BatchOperationType> | undefined
}

/** Fields to sort items by. */
export type BatchOperationItemSortField =
  | 'batchOperationKey'
  | 'itemKey'
  | 'processInstanceKey'
  | 'processedDate'
  | 'state'
