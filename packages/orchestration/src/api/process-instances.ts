import type { BulkOptions, CallOptions, Page, ReadOptions, Search, SearchAllOptions } from '@x/rest'
import type { BatchOperationCreated } from './batch-operations.ts'
import type { BusinessId, ProcessInstanceKey } from './identifiers.ts'
import type { Incident, IncidentFilter, IncidentSortField } from './incidents.ts'
import type { ElementStatistics } from './process-definition-statistics.ts'
import type { CreatedProcessInstance, CreateProcessInstanceRequest } from './process-instance-creation.ts'
import type {
  MigrateProcessInstanceRequest,
  MigrateProcessInstancesBatchRequest,
  ModifyProcessInstanceRequest,
  ModifyProcessInstancesBatchRequest,
  ProcessInstanceBatchRequest,
} from './process-instance-modifications.ts'
import type {
  CallHierarchyEntry,
  ProcessInstanceSequenceFlows,
  ProcessInstanceWaitStateStatistics,
} from './process-instance-progress.ts'
import type { ProcessInstance, ProcessInstanceFilter, ProcessInstanceSortField } from './process-instance-search.ts'
import type { CommandRequest } from './shared.ts'

/**
 * Process instances: start them, find them, change them, end them.
 *
 * Commands such as `create` and `cancel` have taken effect when they return. Their changes become visible to `get`,
 * `search` and the statistics up to a few seconds later.
 */
export interface ProcessInstances {
  /**
   * Creates and starts a process instance.
   *
   * It returns once the instance is started or, with `awaitCompletion`, once it is completed, with its variables. The
   * new instance is visible to searches up to a few seconds later: pass `waitFor: true` to the first read of it. Each
   * call starts another instance; a `businessId` prevents duplicates if the cluster enforces unique business ids.
   *
   * @operation POST /process-instances
   * @permission PROCESS_DEFINITION CREATE_PROCESS_INSTANCE
   * @since 8.6
   * @throws {ApiError} 404 if there is no such process definition; 409 if business ids must be unique and an active
   * root instance of this process has the same one; 504 if `awaitCompletion` is set and the instance takes longer than
   * `requestTimeout`: it continues to run
   * @example
   * const { processInstanceKey } = await camunda.processInstances.create({
   *   processDefinitionId: 'order',
   *   variables: { orderId: 'A-1' },
   * })
   * const { state } = await camunda.processInstances.get(processInstanceKey, { waitFor: true })
   * @example
   * const { variables } = await camunda.processInstances.create({
   *   processDefinitionId: 'quote',
   *   variables: { sku: 'B-7' },
   *   awaitCompletion: true,
   *   requestTimeout: 60_000,
   * })
   */
  create(body: CreateProcessInstanceRequest, options?: CallOptions): Promise<CreatedProcessInstance>

  /**
   * Returns one process instance, running or finished.
   *
   * @operation GET /process-instances/{processInstanceKey}
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist, is not visible yet, or belongs to another tenant
   */
  get(processInstanceKey: ProcessInstanceKey, options?: ReadOptions<ProcessInstance>): Promise<ProcessInstance>

  /**
   * Returns one page of the matching process instances, running and finished. Those that the client has no permission
   * to read are left out, and not counted.
   *
   * @operation POST /process-instances/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.6
   * @paging cursor
   * @eventuallyConsistent
   * @example
   * const { items, total } = await camunda.processInstances.search({
   *   filter: { processDefinitionId: 'order', variables: [{ name: 'orderId', value: '"A-1"' }] },
   *   sort: [{ field: 'startDate', order: 'DESC' }],
   *   page: { limit: 20 },
   * })
   */
  search(
    body?: Search<ProcessInstanceFilter, ProcessInstanceSortField>,
    options?: ReadOptions<Page<ProcessInstance>>,
  ): Promise<Page<ProcessInstance>>

  /**
   * Returns all matching process instances one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const filter = { state: 'ACTIVE', hasIncident: true, parentProcessInstanceKey: { $exists: false } } as const
   * for await (const { processInstanceKey, startDate } of camunda.processInstances.searchAll({ filter })) {
   *   console.log(processInstanceKey, startDate)
   * }
   */
  searchAll(
    body?: Search<ProcessInstanceFilter, ProcessInstanceSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<ProcessInstance, void, undefined>

  /**
   * Cancels a running process instance, and the instances that it called. **This cannot be undone.** Its state becomes
   * `TERMINATED`.
   *
   * @operation POST /process-instances/{processInstanceKey}/cancellation
   * @permission PROCESS_DEFINITION CANCEL_PROCESS_INSTANCE
   * @since 8.6
   * @throws {ApiError} 404 if no such instance is running; 409 if it is already being terminated, or if another
   * instance called it: cancel that one; 504 if a listener must finish first and takes too long: check its worker, then
   * retry
   */
  cancel(processInstanceKey: ProcessInstanceKey, body?: CommandRequest, options?: CallOptions): Promise<void>

  /**
   * Deletes a finished process instance, `COMPLETED` or `TERMINATED`. **This cannot be undone.** The call only marks it:
   * the data is removed later.
   *
   * @operation POST /process-instances/{processInstanceKey}/deletion
   * @permission PROCESS_DEFINITION DELETE_PROCESS_INSTANCE
   * @since 8.9
   * @throws {ApiError} 404 if it does not exist; 409 if it is not finished
   */
  delete(processInstanceKey: ProcessInstanceKey, body?: CommandRequest, options?: CallOptions): Promise<void>

  /**
   * Activates, terminates and moves elements of a running process instance. Use it to repair an instance that is stuck or
   * took the wrong path. Either all instructions are applied or none.
   *
   * @operation POST /process-instances/{processInstanceKey}/modification
   * @permission PROCESS_DEFINITION MODIFY_PROCESS_INSTANCE
   * @since 8.6
   * @throws {ApiError} 400 if an instruction cannot be applied, or if there is none; 404 if no such instance is running
   * @example
   * await camunda.processInstances.modify(processInstanceKey, {
   *   activateInstructions: [{ elementId: 'ship-parcel', variableInstructions: [{ variables: { carrier: 'DHL' } }] }],
   *   terminateInstructions: [{ elementInstanceKey }],
   * })
   */
  modify(
    processInstanceKey: ProcessInstanceKey,
    body: ModifyProcessInstanceRequest,
    options?: CallOptions,
  ): Promise<void>

  /**
   * Migrates a running process instance to another version of its process, or to another process. Each active element
   * needs a mapping, even if its id stays the same.
   *
   * @operation POST /process-instances/{processInstanceKey}/migration
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   * @throws {ApiError} 404 if no such instance is running, or if the target does not exist; 409 if an active element has
   * no mapping or cannot be mapped, or if the instance has changed in the meantime
   * @example
   * await camunda.processInstances.migrate(processInstanceKey, {
   *   targetProcessDefinitionKey,
   *   mappingInstructions: [{ sourceElementId: 'charge-card', targetElementId: 'collect-payment' }],
   * })
   */
  migrate(
    processInstanceKey: ProcessInstanceKey,
    body: MigrateProcessInstanceRequest,
    options?: CallOptions,
  ): Promise<void>

  /**
   * Suspends an active process instance: it stops until `resume`. The instances that it called continue.
   *
   * @operation POST /process-instances/{processInstanceKey}/suspension
   * @permission PROCESS_DEFINITION SUSPEND_PROCESS_INSTANCE
   * @since 8.10
   * @throws {ApiError} 404 if it does not exist; 409 unless it is `ACTIVE`
   */
  suspend(processInstanceKey: ProcessInstanceKey, body?: CommandRequest, options?: CallOptions): Promise<void>

  /**
   * Resumes a suspended process instance: it is `ACTIVE` again and continues.
   *
   * @operation POST /process-instances/{processInstanceKey}/resumption
   * @permission PROCESS_DEFINITION SUSPEND_PROCESS_INSTANCE
   * @since 8.10
   * @throws {ApiError} 404 if it does not exist; 409 unless it is `SUSPENDED`
   */
  resume(processInstanceKey: ProcessInstanceKey, body?: CommandRequest, options?: CallOptions): Promise<void>

  /**
   * Assigns a business id to a running process instance that has none. **This cannot be undone or changed.** Existing
   * jobs, user tasks and other entities do not get it; new ones do. Repeating the call with the same id has no effect.
   *
   * @operation POST /process-instances/{processInstanceKey}/business-id-assignment
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.10
   * @throws {ApiError} 404 if no such instance is running; 409 if it has another business id, if another instance called
   * it, or if the cluster enforces unique business ids
   */
  assignBusinessId(
    processInstanceKey: ProcessInstanceKey,
    body: AssignBusinessIdRequest,
    options?: CallOptions,
  ): Promise<void>

  /**
   * Returns one page of the incidents of a process instance and of the process and decision instances that it called.
   * `filter.processInstanceKey` narrows them to one of these instances.
   *
   * @operation POST /process-instances/{processInstanceKey}/incidents/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   * @throws {ApiError} 404 if the process instance does not exist or is not visible yet
   */
  searchIncidents(
    processInstanceKey: ProcessInstanceKey,
    body?: Search<IncidentFilter, IncidentSortField>,
    options?: ReadOptions<Page<Incident>>,
  ): Promise<Page<Incident>>

  /** Returns all matching incidents one by one, and requests the next page while you work on the current one. */
  searchIncidentsAll(
    processInstanceKey: ProcessInstanceKey,
    body?: Search<IncidentFilter, IncidentSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Incident, void, undefined>

  /**
   * Starts a batch operation that resolves the incidents of one process instance.
   *
   * @operation POST /process-instances/{processInstanceKey}/incident-resolution
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.9
   * @throws {ApiError} 404 if the process instance does not exist
   */
  resolveIncidents(processInstanceKey: ProcessInstanceKey, options?: CallOptions): Promise<BatchOperationCreated>

  /**
   * Returns the call hierarchy of a process instance, up to its root instance.
   *
   * @operation GET /process-instances/{processInstanceKey}/call-hierarchy
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if the process instance does not exist or is not visible yet
   */
  getCallHierarchy(
    processInstanceKey: ProcessInstanceKey,
    options?: ReadOptions<readonly CallHierarchyEntry[]>,
  ): Promise<readonly CallHierarchyEntry[]>

  /**
   * Returns the sequence flows that a process instance has taken, in one response.
   *
   * @operation GET /process-instances/{processInstanceKey}/sequence-flows
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @eventuallyConsistent
   */
  getSequenceFlows(
    processInstanceKey: ProcessInstanceKey,
    options?: ReadOptions<ProcessInstanceSequenceFlows>,
  ): Promise<ProcessInstanceSequenceFlows>

  /**
   * Returns, for each element, how many instances are active, completed, canceled or have an incident, in one response.
   *
   * @operation GET /process-instances/{processInstanceKey}/statistics/element-instances
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @eventuallyConsistent
   */
  getElementStatistics(
    processInstanceKey: ProcessInstanceKey,
    options?: ReadOptions<ElementStatistics>,
  ): Promise<ElementStatistics>

  /**
   * Returns, for each element, how many instances are waiting for a worker, a message, a timer and so on, in one
   * response. `elementInstances.searchWaitStates` returns what each one waits for.
   *
   * @operation GET /process-instances/{processInstanceKey}/statistics/wait-states
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.10
   * @eventuallyConsistent
   */
  getWaitStateStatistics(
    processInstanceKey: ProcessInstanceKey,
    options?: ReadOptions<ProcessInstanceWaitStateStatistics>,
  ): Promise<ProcessInstanceWaitStateStatistics>

  /**
   * Starts a batch operation that cancels the matching process instances. **This cannot be undone.** Only
   * active root instances are canceled: `state` and `parentProcessInstanceKey` in the filter have no effect.
   *
   * @operation POST /process-instances/cancellation
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_CANCEL_PROCESS_INSTANCE
   * @since 8.8
   * @bulk state, parentProcessInstanceKey
   * @throws {ValidationError} with code `request_invalid` for an empty filter without the option `everything: true`
   * @example
   * const { batchOperationKey } = await camunda.processInstances.cancelBatch({
   *   filter: { processDefinitionId: 'order', processDefinitionVersion: { $lt: 12 } },
   * })
   * const { state, operationsFailedCount } = await camunda.batchOperations.wait(batchOperationKey)
   */
  cancelBatch(body: ProcessInstanceBatchRequest, options?: BulkOptions): Promise<BatchOperationCreated>

  /**
   * Starts a batch operation that deletes the matching process instances. **This cannot be undone.** Only
   * finished ones are deleted, `COMPLETED` or `TERMINATED`.
   *
   * @operation POST /process-instances/deletion
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_DELETE_PROCESS_INSTANCE
   * @since 8.9
   * @bulk
   * @throws {ValidationError} with code `request_invalid` for an empty filter without the option `everything: true`
   */
  deleteBatch(body: ProcessInstanceBatchRequest, options?: BulkOptions): Promise<BatchOperationCreated>

  /**
   * Starts a batch operation that moves the matching process instances from some elements to others. Only active ones
   * are modified: `state` in the filter has no effect. To set variables or to move one of several element instances, use
   * `modify`.
   *
   * @operation POST /process-instances/modification
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_MODIFY_PROCESS_INSTANCE
   * @since 8.8
   * @bulk state
   * @throws {ValidationError} with code `request_invalid` for an empty filter without the option `everything: true`
   */
  modifyBatch(body: ModifyProcessInstancesBatchRequest, options?: BulkOptions): Promise<BatchOperationCreated>

  /**
   * Starts a batch operation that migrates the matching process instances to another process definition. Only active
   * ones are migrated: `state` in the filter has no effect.
   *
   * @operation POST /process-instances/migration
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_MIGRATE_PROCESS_INSTANCE
   * @since 8.8
   * @bulk state
   * @throws {ValidationError} with code `request_invalid` for an empty filter without the option `everything: true`
   */
  migrateBatch(body: MigrateProcessInstancesBatchRequest, options?: BulkOptions): Promise<BatchOperationCreated>

  /**
   * Starts a batch operation that suspends the matching process instances. Only active root instances are suspended:
   * `state` and `parentProcessInstanceKey` in the filter have no effect.
   *
   * @operation POST /process-instances/suspension
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_SUSPEND_PROCESS_INSTANCE
   * @since 8.10
   * @bulk state, parentProcessInstanceKey
   * @throws {ValidationError} with code `request_invalid` for an empty filter without the option `everything: true`
   */
  suspendBatch(body: ProcessInstanceBatchRequest, options?: BulkOptions): Promise<BatchOperationCreated>

  /**
   * Starts a batch operation that resumes the matching process instances. Only suspended root instances are resumed:
   * `state` and `parentProcessInstanceKey` in the filter have no effect.
   *
   * @operation POST /process-instances/resumption
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_SUSPEND_PROCESS_INSTANCE
   * @since 8.10
   * @bulk state, parentProcessInstanceKey
   * @throws {ValidationError} with code `request_invalid` for an empty filter without the option `everything: true`
   */
  resumeBatch(body: ProcessInstanceBatchRequest, options?: BulkOptions): Promise<BatchOperationCreated>

  /**
   * Starts a batch operation that resolves the incidents of the matching process instances. Only active ones can have
   * open incidents: `state` in the filter has no effect.
   *
   * @operation POST /process-instances/incident-resolution
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_RESOLVE_INCIDENT
   * @since 8.8
   * @bulk state
   * @throws {ValidationError} with code `request_invalid` for an empty filter without the option `everything: true`
   */
  resolveIncidentsBatch(body?: ProcessInstanceBatchRequest, options?: BulkOptions): Promise<BatchOperationCreated>
}

/** The business id to assign. */
export interface AssignBusinessIdRequest {
  readonly businessId: BusinessId
}
