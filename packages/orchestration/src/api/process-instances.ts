import type {
  BulkOptions,
  CallOptions,
  DateFilter,
  DateTime,
  EnumFilter,
  Int,
  KeyFilter,
  NumberFilter,
  OpenEnum,
  Page,
  ReadOptions,
  Search,
  SearchAllOptions,
  TextFilter,
} from '@x/rest'
import type { BatchOperationCreated } from './batch-operations.ts'
import type { ElementInstanceState } from './element-instances.ts'
import type {
  BusinessId,
  ElementInstanceKey,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  Tags,
  TenantId,
} from './identifiers.ts'
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
import type { CommandRequest } from './shared.ts'
import type { VariableValueFilter } from './variables.ts'

/**
 * Process instances: start them, find them, change them, end them.
 *
 * Commands such as `create` and `cancel` take effect when they return. What they change becomes visible to `get`,
 * `search` and the statistics up to a few seconds later.
 */
export interface ProcessInstances {
  /**
   * Creates and starts a process instance.
   *
   * It returns once the instance is started or, with `awaitCompletion`, once it is completed, with its variables. The
   * new instance is visible to searches up to a few seconds later: pass `waitFor: true` to the first read of it. Each
   * call starts another instance; a `businessId` prevents duplicates where the cluster enforces unique business ids.
   *
   * @operation POST /process-instances
   * @permission PROCESS_DEFINITION CREATE_PROCESS_INSTANCE
   * @since 8.6
   * @throws {ApiError} 404 if there is no such process definition; 409 if business ids have to be unique and an active
   * root instance of this process has the same one; 504 if `awaitCompletion` is set and the instance takes longer than
   * `requestTimeout`: it goes on running
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
   * @throws {ApiError} 404 if no such instance is running; 409 if it is already being terminated, or if another instance
   * called it: cancel that one; 504 if a listener has to finish first and takes too long: check its worker, then retry
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
   * Suspends an active process instance: it stops where it is until `resume`. The instances that it called go on.
   *
   * @operation POST /process-instances/{processInstanceKey}/suspension
   * @permission PROCESS_DEFINITION SUSPEND_PROCESS_INSTANCE
   * @since 8.10
   * @throws {ApiError} 404 if it does not exist; 409 unless it is `ACTIVE`
   */
  suspend(processInstanceKey: ProcessInstanceKey, body?: CommandRequest, options?: CallOptions): Promise<void>

  /**
   * Resumes a suspended process instance: it is `ACTIVE` again and goes on.
   *
   * @operation POST /process-instances/{processInstanceKey}/resumption
   * @permission PROCESS_DEFINITION SUSPEND_PROCESS_INSTANCE
   * @since 8.10
   * @throws {ApiError} 404 if it does not exist; 409 unless it is `SUSPENDED`
   */
  resume(processInstanceKey: ProcessInstanceKey, body?: CommandRequest, options?: CallOptions): Promise<void>

  /**
   * Assigns a business id to a running process instance that has none. **This cannot be undone or changed.** Jobs, user
   * tasks and other things that already exist stay without it; those created afterwards have it. Repeating the call with
   * the same id has no effect.
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
   * Returns the chain of calls that led to a process instance, up to its root instance.
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
   * Returns the sequence flows that a process instance has taken, all in one response.
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
   * Returns how many instances of each element are active, completed, canceled or have an incident, all in one response.
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
   * Returns how many instances of each element are waiting: for a worker, a message, a timer and so on, all in one
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

/** A state of process instances. */
export type ProcessInstanceState = 'ACTIVE' | 'COMPLETED' | /** @since 8.10 */ 'SUSPENDED' | 'TERMINATED'

/** A running or finished instance of a process. */
export interface ProcessInstance {
  readonly processInstanceKey: ProcessInstanceKey
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionName: string | null
  readonly processDefinitionVersion: Int
  readonly processDefinitionVersionTag: string | null
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly state: OpenEnum<ProcessInstanceState>
  readonly startDate: DateTime
  /** When it was completed or terminated; null before. */
  readonly endDate: DateTime | null
  /** When it was suspended; null unless it is suspended now. @since 8.10 */
  readonly suspendedDate?: DateTime | null | undefined
  readonly hasIncident: boolean
  readonly tenantId: TenantId
  /** The instance that called this one; null for a root instance. */
  readonly parentProcessInstanceKey: ProcessInstanceKey | null
  /** The call activity in the instance that called this one; null for a root instance. */
  readonly parentElementInstanceKey: ElementInstanceKey | null
  /** The instance at the top of the chain of calls; null if it was started before Camunda 8.9. @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly tags: Tags
  /** @since 8.9 */
  readonly businessId?: BusinessId | null | undefined
}

/** Conditions on a process instance and on what happens in it; all of them must hold. */
export interface ProcessInstanceFilterBase {
  readonly startDate?: DateFilter | undefined
  readonly endDate?: DateFilter | undefined
  readonly state?: EnumFilter<ProcessInstanceState> | undefined
  readonly hasIncident?: boolean | undefined
  /** @since 8.10 */
  readonly suspendedDate?: DateFilter | undefined
  readonly tenantId?: TextFilter | undefined
  readonly variables?: readonly VariableValueFilter[] | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  /** `{ $exists: false }` matches root instances. */
  readonly parentProcessInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly parentElementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  /** @deprecated Use `batchOperationKey`. With both, the server responds with 400. */
  readonly batchOperationId?: TextFilter | undefined
  /** The batch operation that the instance belongs to. */
  readonly batchOperationKey?: TextFilter | undefined
  /** The message of an error in the instance. */
  readonly errorMessage?: TextFilter | undefined
  /** Whether it has failed jobs with retries left. */
  readonly hasRetriesLeft?: boolean | undefined
  /** The state of an element instance in it. */
  readonly elementInstanceState?: EnumFilter<ElementInstanceState> | undefined
  /** The id of an element that it has reached. */
  readonly elementId?: TextFilter | undefined
  /** Whether an element instance in it has an incident. */
  readonly hasElementInstanceIncident?: boolean | undefined
  /** Identifies an error; `incidents.getStatisticsByError` returns it. */
  readonly incidentErrorHashCode?: NumberFilter | undefined
  readonly tags?: Tags | undefined
  /** @since 8.9 */
  readonly businessId?: TextFilter | undefined
}

/** Conditions on a process instance and its process definition; all of them must hold. */
export interface ProcessInstanceFilterFields extends ProcessInstanceFilterBase {
  readonly processDefinitionId?: TextFilter | undefined
  readonly processDefinitionName?: TextFilter | undefined
  readonly processDefinitionVersion?: NumberFilter | undefined
  readonly processDefinitionVersionTag?: TextFilter | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
}

/** Conditions on process instances; all of them must hold. */
export interface ProcessInstanceFilter extends ProcessInstanceFilterFields {
  /** Alternatives: at least one of them must hold too. Complex ones slow the search down. */
  readonly $or?: readonly ProcessInstanceFilterFields[] | undefined
}

/** Fields to sort process instances by. */
export type ProcessInstanceSortField =
  | 'processInstanceKey'
  | 'processDefinitionId'
  | 'processDefinitionName'
  | 'processDefinitionVersion'
  | 'processDefinitionVersionTag'
  | 'processDefinitionKey'
  | 'parentProcessInstanceKey'
  | 'parentElementInstanceKey'
  | 'startDate'
  | 'endDate'
  | /** @since 8.10 */ 'suspendedDate'
  | 'state'
  | 'hasIncident'
  | 'tenantId'
  | 'businessId'

/** The business id to assign. */
export interface AssignBusinessIdRequest {
  readonly businessId: BusinessId
}

/** One process instance in a chain of calls. */
export interface CallHierarchyEntry {
  readonly processInstanceKey: ProcessInstanceKey
  readonly processDefinitionKey: ProcessDefinitionKey
  /** The id of the process where it has no name. */
  readonly processDefinitionName: string
}

/** The sequence flows that a process instance has taken. */
export interface ProcessInstanceSequenceFlows {
  readonly items: readonly ProcessInstanceSequenceFlow[]
}

/** A sequence flow that a process instance has taken. */
export interface ProcessInstanceSequenceFlow {
  readonly sequenceFlowId: string
  readonly processInstanceKey: ProcessInstanceKey
  /** The instance at the top of the chain of calls; null if it was started before Camunda 8.9. @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly processDefinitionKey: ProcessDefinitionKey | null
  readonly processDefinitionId: ProcessDefinitionId | null
  /** Id of the sequence flow in the BPMN. */
  readonly elementId: string
  readonly tenantId: TenantId
}

/** Counts of waiting element instances in a process instance, by element. */
export interface ProcessInstanceWaitStateStatistics {
  readonly items: readonly WaitStateStatistics[]
}

/** How many instances of an element are waiting. */
export interface WaitStateStatistics {
  readonly elementId: string
  readonly waitingCount: Int
}
