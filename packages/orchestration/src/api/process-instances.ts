import type {
  CallOptions,
  DateFilter,
  DateTime,
  EnumFilter,
  Int,
  JsonObject,
  KeyFilter,
  NumberFilter,
  OpenEnum,
  Page,
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
  TenantId,
} from './identifiers.ts'
import type { Incident, IncidentFilter, IncidentSortField } from './incidents.ts'
import type { ProcessElementStatistics } from './process-definitions.ts'
import type { VariableValueFilter } from './variables.ts'

/** TODO(words) */
export interface ProcessInstances {
  /**
   * TODO(words)
   *
   * @operation POST /process-instances
   * @permission PROCESS_DEFINITION CREATE_PROCESS_INSTANCE
   * @since 8.6
   */
  create(body: ProcessInstanceCreationInstruction, options?: CallOptions): Promise<CreatedProcessInstance>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/cancellation
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_CANCEL_PROCESS_INSTANCE
   * @since 8.8
   * @bulk
   */
  cancelBatch(
    body: ProcessInstanceCancellationBatchOperationRequest,
    options?: CallOptions,
  ): Promise<BatchOperationCreated>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/deletion
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_DELETE_PROCESS_INSTANCE
   * @since 8.9
   * @bulk
   */
  deleteBatch(body: ProcessInstanceDeletionBatchOperationRequest, options?: CallOptions): Promise<BatchOperationCreated>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/incident-resolution
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_RESOLVE_INCIDENT
   * @since 8.8
   * @bulk
   */
  resolveIncidentsBatch(
    body?: ProcessInstanceIncidentResolutionBatchOperationRequest,
    options?: CallOptions,
  ): Promise<BatchOperationCreated>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/migration
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_MIGRATE_PROCESS_INSTANCE
   * @since 8.8
   * @bulk
   */
  migrateBatch(
    body: ProcessInstanceMigrationBatchOperationRequest,
    options?: CallOptions,
  ): Promise<BatchOperationCreated>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/modification
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_MODIFY_PROCESS_INSTANCE
   * @since 8.8
   * @bulk
   */
  modifyBatch(
    body: ProcessInstanceModificationBatchOperationRequest,
    options?: CallOptions,
  ): Promise<BatchOperationCreated>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/resumption
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_SUSPEND_PROCESS_INSTANCE
   * @since 8.10
   * @bulk
   */
  resumeBatch(
    body: ProcessInstanceResumptionBatchOperationRequest,
    options?: CallOptions,
  ): Promise<BatchOperationCreated>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.6
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<ProcessInstanceFilter, ProcessInstanceSortField>,
    options?: CallOptions,
  ): Promise<Page<ProcessInstance>>

  /** TODO(words) */
  searchAll(
    body?: Search<ProcessInstanceFilter, ProcessInstanceSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<ProcessInstance, void, undefined>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/suspension
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_SUSPEND_PROCESS_INSTANCE
   * @since 8.10
   * @bulk
   */
  suspendBatch(
    body: ProcessInstanceSuspensionBatchOperationRequest,
    options?: CallOptions,
  ): Promise<BatchOperationCreated>

  /**
   * TODO(words)
   *
   * @operation GET /process-instances/{processInstanceKey}
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @eventuallyConsistent
   */
  get(processInstanceKey: ProcessInstanceKey, options?: CallOptions): Promise<ProcessInstance>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/{processInstanceKey}/business-id-assignment
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.10
   */
  assignBusinessId(
    processInstanceKey: ProcessInstanceKey,
    body: ProcessInstanceBusinessIdAssignmentInstruction,
    options?: CallOptions,
  ): Promise<void>

  /**
   * TODO(words)
   *
   * @operation GET /process-instances/{processInstanceKey}/call-hierarchy
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @eventuallyConsistent
   */
  getCallHierarchy(
    processInstanceKey: ProcessInstanceKey,
    options?: CallOptions,
  ): Promise<readonly ProcessInstanceCallHierarchyEntry[]>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/{processInstanceKey}/cancellation
   * @permission PROCESS_DEFINITION CANCEL_PROCESS_INSTANCE
   * @since 8.6
   */
  cancel(
    processInstanceKey: ProcessInstanceKey,
    body?: CancelProcessInstanceRequest | null,
    options?: CallOptions,
  ): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/{processInstanceKey}/deletion
   * @permission PROCESS_DEFINITION DELETE_PROCESS_INSTANCE
   * @since 8.9
   */
  delete(
    processInstanceKey: ProcessInstanceKey,
    body?: DeleteProcessInstanceRequest | null,
    options?: CallOptions,
  ): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/{processInstanceKey}/incident-resolution
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.9
   */
  resolveIncidents(processInstanceKey: ProcessInstanceKey, options?: CallOptions): Promise<BatchOperationCreated>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/{processInstanceKey}/incidents/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchIncidents(
    processInstanceKey: ProcessInstanceKey,
    body?: Search<IncidentFilter, IncidentSortField>,
    options?: CallOptions,
  ): Promise<Page<Incident>>

  /** TODO(words) */
  searchIncidentsAll(
    processInstanceKey: ProcessInstanceKey,
    body?: Search<IncidentFilter, IncidentSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Incident, void, undefined>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/{processInstanceKey}/migration
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   */
  migrate(
    processInstanceKey: ProcessInstanceKey,
    body: ProcessInstanceMigrationInstruction,
    options?: CallOptions,
  ): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/{processInstanceKey}/modification
   * @permission PROCESS_DEFINITION MODIFY_PROCESS_INSTANCE
   * @since 8.6
   */
  modify(
    processInstanceKey: ProcessInstanceKey,
    body: ProcessInstanceModificationInstruction,
    options?: CallOptions,
  ): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/{processInstanceKey}/resumption
   * @permission PROCESS_DEFINITION SUSPEND_PROCESS_INSTANCE
   * @since 8.10
   */
  resume(
    processInstanceKey: ProcessInstanceKey,
    body?: ResumeProcessInstanceRequest | null,
    options?: CallOptions,
  ): Promise<void>

  /**
   * TODO(words)
   *
   * @operation GET /process-instances/{processInstanceKey}/sequence-flows
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @eventuallyConsistent
   */
  getSequenceFlows(processInstanceKey: ProcessInstanceKey, options?: CallOptions): Promise<ProcessInstanceSequenceFlows>

  /**
   * TODO(words)
   *
   * @operation GET /process-instances/{processInstanceKey}/statistics/element-instances
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @eventuallyConsistent
   */
  getElementStatistics(
    processInstanceKey: ProcessInstanceKey,
    options?: CallOptions,
  ): Promise<ProcessInstanceElementStatistics>

  /**
   * TODO(words)
   *
   * @operation GET /process-instances/{processInstanceKey}/statistics/wait-states
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.10
   * @eventuallyConsistent
   */
  getWaitStateStatistics(
    processInstanceKey: ProcessInstanceKey,
    options?: CallOptions,
  ): Promise<ProcessInstanceWaitStates>

  /**
   * TODO(words)
   *
   * @operation POST /process-instances/{processInstanceKey}/suspension
   * @permission PROCESS_DEFINITION SUSPEND_PROCESS_INSTANCE
   * @since 8.10
   */
  suspend(
    processInstanceKey: ProcessInstanceKey,
    body?: SuspendProcessInstanceRequest | null,
    options?: CallOptions,
  ): Promise<void>
}

export interface CreatedProcessInstance {
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionVersion: Int
  readonly tenantId: TenantId
  readonly variables: JsonObject
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processInstanceKey: ProcessInstanceKey
  /** @maxItems 10 */
  readonly tags: readonly string[]
  /** @since 8.9 */
  readonly businessId?: BusinessId | null | undefined
}

export type ProcessInstanceCreationInstruction =
  | ProcessInstanceCreationInstructionByKey
  | ProcessInstanceCreationInstructionById
  | ProcessInstanceCreationInstructionByVersionTag

export interface ProcessInstanceCreationInstructionByKey {
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processDefinitionVersion?: Int | undefined
  readonly variables?: JsonObject | undefined
  readonly startInstructions?: readonly ProcessInstanceCreationStartInstruction[] | undefined
  readonly runtimeInstructions?: readonly ProcessInstanceCreationRuntimeInstruction[] | undefined
  readonly tenantId?: TenantId | undefined
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
  readonly awaitCompletion?: boolean | undefined
  readonly requestTimeout?: Int | undefined
  readonly fetchVariables?: readonly string[] | undefined
  /** @maxItems 10 */
  readonly tags?: readonly string[] | undefined
  /** @since 8.9 */
  readonly businessId?: BusinessId | undefined
}

export interface ProcessInstanceCreationStartInstruction {
  readonly elementId: string
}

export interface ProcessInstanceCreationRuntimeInstruction {
  /** @since 8.9 */
  readonly type?: string | undefined
  readonly afterElementId: string
}

export interface ProcessInstanceCreationInstructionById {
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionVersion?: Int | undefined
  readonly variables?: JsonObject | undefined
  readonly tenantId?: TenantId | undefined
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
  readonly startInstructions?: readonly ProcessInstanceCreationStartInstruction[] | undefined
  readonly runtimeInstructions?: readonly ProcessInstanceCreationRuntimeInstruction[] | undefined
  readonly awaitCompletion?: boolean | undefined
  readonly fetchVariables?: readonly string[] | undefined
  readonly requestTimeout?: Int | undefined
  /** @maxItems 10 */
  readonly tags?: readonly string[] | undefined
  /** @since 8.9 */
  readonly businessId?: BusinessId | undefined
}

export interface ProcessInstanceCreationInstructionByVersionTag {
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionVersionTag: string
  readonly variables?: JsonObject | undefined
  readonly tenantId?: TenantId | undefined
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
  readonly startInstructions?: readonly ProcessInstanceCreationStartInstruction[] | undefined
  readonly runtimeInstructions?: readonly ProcessInstanceCreationRuntimeInstruction[] | undefined
  readonly awaitCompletion?: boolean | undefined
  readonly fetchVariables?: readonly string[] | undefined
  readonly requestTimeout?: Int | undefined
  /** @maxItems 10 */
  readonly tags?: readonly string[] | undefined
  /** @since 8.9 */
  readonly businessId?: BusinessId | undefined
}

export interface ProcessInstanceCancellationBatchOperationRequest {
  readonly filter: ProcessInstanceFilter
  /** @minimum 1 @since 8.9 */
  readonly operationReference?: Int | undefined
}

export interface ProcessInstanceFilter {
  readonly startDate?: DateFilter | undefined
  readonly endDate?: DateFilter | undefined
  readonly state?: EnumFilter<ProcessInstanceState> | undefined
  readonly hasIncident?: boolean | undefined
  /** @since 8.10 */
  readonly suspendedDate?: DateFilter | undefined
  readonly tenantId?: TextFilter | undefined
  readonly variables?: readonly VariableValueFilter[] | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly parentProcessInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly parentElementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  /** @deprecated */
  readonly batchOperationId?: TextFilter | undefined
  readonly batchOperationKey?: TextFilter | undefined
  readonly errorMessage?: TextFilter | undefined
  readonly hasRetriesLeft?: boolean | undefined
  readonly elementInstanceState?: EnumFilter<ElementInstanceState> | undefined
  readonly elementId?: TextFilter | undefined
  readonly hasElementInstanceIncident?: boolean | undefined
  readonly incidentErrorHashCode?: NumberFilter | undefined
  /** @maxItems 10 */
  readonly tags?: readonly string[] | undefined
  /** @since 8.9 */
  readonly businessId?: TextFilter | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly processDefinitionName?: TextFilter | undefined
  readonly processDefinitionVersion?: NumberFilter | undefined
  readonly processDefinitionVersionTag?: TextFilter | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  readonly $or?: readonly ProcessInstanceFilterFields[] | undefined
}

export interface ProcessInstanceFilterFields {
  readonly startDate?: DateFilter | undefined
  readonly endDate?: DateFilter | undefined
  readonly state?: EnumFilter<ProcessInstanceState> | undefined
  readonly hasIncident?: boolean | undefined
  /** @since 8.10 */
  readonly suspendedDate?: DateFilter | undefined
  readonly tenantId?: TextFilter | undefined
  readonly variables?: readonly VariableValueFilter[] | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly parentProcessInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly parentElementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  /** @deprecated */
  readonly batchOperationId?: TextFilter | undefined
  readonly batchOperationKey?: TextFilter | undefined
  readonly errorMessage?: TextFilter | undefined
  readonly hasRetriesLeft?: boolean | undefined
  readonly elementInstanceState?: EnumFilter<ElementInstanceState> | undefined
  readonly elementId?: TextFilter | undefined
  readonly hasElementInstanceIncident?: boolean | undefined
  readonly incidentErrorHashCode?: NumberFilter | undefined
  /** @maxItems 10 */
  readonly tags?: readonly string[] | undefined
  /** @since 8.9 */
  readonly businessId?: TextFilter | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly processDefinitionName?: TextFilter | undefined
  readonly processDefinitionVersion?: NumberFilter | undefined
  readonly processDefinitionVersionTag?: TextFilter | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
}

export interface ProcessInstanceDeletionBatchOperationRequest {
  readonly filter: ProcessInstanceFilter
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
}

export interface ProcessInstanceIncidentResolutionBatchOperationRequest {
  readonly filter: ProcessInstanceFilter
  /** @minimum 1 @since 8.9 */
  readonly operationReference?: Int | undefined
}

export interface ProcessInstanceMigrationBatchOperationRequest {
  readonly filter: ProcessInstanceFilter
  readonly migrationPlan: ProcessInstanceMigrationBatchOperationPlan
  /** @minimum 1 @since 8.9 */
  readonly operationReference?: Int | undefined
}

export interface ProcessInstanceMigrationBatchOperationPlan {
  readonly targetProcessDefinitionKey: ProcessDefinitionKey
  readonly mappingInstructions: readonly MigrateProcessInstanceMappingInstruction[]
}

export interface MigrateProcessInstanceMappingInstruction {
  readonly sourceElementId: string
  readonly targetElementId: string
}

export interface ProcessInstanceModificationBatchOperationRequest {
  readonly filter: ProcessInstanceFilter
  readonly moveInstructions: readonly ProcessInstanceModificationMoveBatchOperationInstruction[]
  /** @minimum 1 @since 8.9 */
  readonly operationReference?: Int | undefined
}

export interface ProcessInstanceModificationMoveBatchOperationInstruction {
  readonly sourceElementId: string
  readonly targetElementId: string
}

export interface ProcessInstanceResumptionBatchOperationRequest {
  readonly filter: ProcessInstanceFilter
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
}

export interface ProcessInstance {
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionName: string | null
  readonly processDefinitionVersion: Int
  readonly processDefinitionVersionTag: string | null
  readonly startDate: DateTime
  readonly endDate: DateTime | null
  readonly state: OpenEnum<ProcessInstanceState>
  /** @since 8.10 */
  readonly suspendedDate?: DateTime | null | undefined
  readonly hasIncident: boolean
  readonly tenantId: TenantId
  readonly processInstanceKey: ProcessInstanceKey
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly parentProcessInstanceKey: ProcessInstanceKey | null
  readonly parentElementInstanceKey: ElementInstanceKey | null
  /** @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  /** @maxItems 10 */
  readonly tags: readonly string[]
  /** @since 8.9 */
  readonly businessId?: BusinessId | null | undefined
}

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

export interface ProcessInstanceSuspensionBatchOperationRequest {
  readonly filter: ProcessInstanceFilter
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
}

export interface ProcessInstanceBusinessIdAssignmentInstruction {
  readonly businessId: BusinessId
}

export interface ProcessInstanceCallHierarchyEntry {
  readonly processInstanceKey: ProcessInstanceKey
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processDefinitionName: string
}

export interface CancelProcessInstanceRequest {
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
}

export interface DeleteProcessInstanceRequest {
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
}

export interface ProcessInstanceMigrationInstruction {
  readonly targetProcessDefinitionKey: ProcessDefinitionKey
  readonly mappingInstructions: readonly MigrateProcessInstanceMappingInstruction[]
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
}

export interface ProcessInstanceModificationInstruction {
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
  readonly activateInstructions?: readonly ProcessInstanceModificationActivateInstruction[] | undefined
  /** @since 8.9 */
  readonly moveInstructions?: readonly ProcessInstanceModificationMoveInstruction[] | undefined
  readonly terminateInstructions?: readonly ProcessInstanceModificationTerminateInstruction[] | undefined
}

export interface ProcessInstanceModificationActivateInstruction {
  readonly elementId: string
  readonly variableInstructions?: readonly ModifyProcessInstanceVariableInstruction[] | undefined
  readonly ancestorElementInstanceKey?: ElementInstanceKey | undefined
}

export interface ModifyProcessInstanceVariableInstruction {
  readonly variables: JsonObject
  readonly scopeId?: string | undefined
}

export interface ProcessInstanceModificationMoveInstruction {
  readonly sourceElementInstruction: SourceElementInstruction
  readonly targetElementId: string
  readonly ancestorScopeInstruction?: AncestorScopeInstruction | undefined
  readonly variableInstructions?: readonly ModifyProcessInstanceVariableInstruction[] | undefined
}

export type SourceElementInstruction = SourceElementIdInstruction | SourceElementInstanceKeyInstruction

export interface SourceElementIdInstruction {
  readonly sourceType: string
  readonly sourceElementId: string
}

export interface SourceElementInstanceKeyInstruction {
  readonly sourceType: string
  readonly sourceElementInstanceKey: ElementInstanceKey
}

export type AncestorScopeInstruction =
  | DirectAncestorKeyInstruction
  | InferredAncestorKeyInstruction
  | UseSourceParentKeyInstruction

export interface DirectAncestorKeyInstruction {
  readonly ancestorScopeType: string
  readonly ancestorElementInstanceKey: ElementInstanceKey
}

export interface InferredAncestorKeyInstruction {
  readonly ancestorScopeType: string
}

export interface UseSourceParentKeyInstruction {
  readonly ancestorScopeType: string
}

export type ProcessInstanceModificationTerminateInstruction =
  | ProcessInstanceModificationTerminateByIdInstruction
  | ProcessInstanceModificationTerminateByKeyInstruction

export interface ProcessInstanceModificationTerminateByIdInstruction {
  /** @since 8.9 */
  readonly elementId?: string | undefined
}

export interface ProcessInstanceModificationTerminateByKeyInstruction {
  readonly elementInstanceKey: ElementInstanceKey
}

export interface ResumeProcessInstanceRequest {
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
}

export interface ProcessInstanceSequenceFlows {
  readonly items: readonly ProcessInstanceSequenceFlow[]
}

export interface ProcessInstanceSequenceFlow {
  readonly sequenceFlowId: string
  readonly processInstanceKey: ProcessInstanceKey
  /** @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly processDefinitionKey: ProcessDefinitionKey | null
  readonly processDefinitionId: ProcessDefinitionId | null
  readonly elementId: string
  readonly tenantId: TenantId
}

export interface ProcessInstanceElementStatistics {
  readonly items: readonly ProcessElementStatistics[]
}

export interface ProcessInstanceWaitStates {
  readonly items: readonly ProcessInstanceWaitStateStatistics[]
}

export interface ProcessInstanceWaitStateStatistics {
  readonly elementId: string
  readonly waitingCount: Int
}

export interface SuspendProcessInstanceRequest {
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
}

export type ProcessInstanceState = 'ACTIVE' | 'COMPLETED' | /** @since 8.10 */ 'SUSPENDED' | 'TERMINATED'
