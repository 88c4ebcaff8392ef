import type {
  DateFilter,
  DateTime,
  EnumFilter,
  KeyFilter,
  OpenEnum,
  Page,
  ReadOptions,
  Search,
  SearchAllOptions,
  TextFilter,
} from '@x/rest'
import type { BatchOperationType } from './batch-operations.ts'
import type {
  AuditLogKey,
  BatchOperationKey,
  DecisionDefinitionId,
  DecisionDefinitionKey,
  DecisionEvaluationKey,
  DecisionRequirementsKey,
  DeploymentKey,
  ElementInstanceKey,
  FormKey,
  JobKey,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  TenantId,
  UserTaskKey,
} from './identifiers.ts'
import type { ResourceKey, ResourceKeyFilter } from './resources.ts'

/** The audit log: operations on the cluster with their actors and results. */
export interface AuditLogs {
  /**
   * Returns one page of the matching entries of the audit log. Without a filter, it returns all entries that the client
   * may read.
   *
   * @operation POST /audit-logs/search
   * @permission AUDIT_LOG READ
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<AuditLogFilter, AuditLogSortField>,
    options?: ReadOptions<Page<AuditLog>>,
  ): Promise<Page<AuditLog>>

  /**
   * Returns all matching entries one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const query = {
   *   filter: { entityType: 'AUTHORIZATION', timestamp: { $gte: '2026-04-01T00:00:00Z' } },
   *   sort: [{ field: 'timestamp', order: 'DESC' }],
   * } as const
   * for await (const { timestamp, actorId, operationType, result } of camunda.auditLogs.searchAll(query)) {
   *   console.log(timestamp, actorId, operationType, result)
   * }
   */
  searchAll(
    body?: Search<AuditLogFilter, AuditLogSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<AuditLog, void, undefined>

  /**
   * Returns one entry of the audit log by its key: the operation with its actor, its result and the entity that it was
   * about.
   *
   * @operation GET /audit-logs/{auditLogKey}
   * @permission AUDIT_LOG READ
   * @since 8.9
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist or is not visible yet
   */
  get(auditLogKey: AuditLogKey, options?: ReadOptions<AuditLog>): Promise<AuditLog>
}

/** Conditions on entries of the audit log; all must be met. */
export interface AuditLogFilter {
  readonly auditLogKey?: KeyFilter<AuditLogKey> | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly elementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  readonly operationType?: EnumFilter<AuditLogOperationType> | undefined
  readonly result?: EnumFilter<AuditLogOutcome> | undefined
  readonly timestamp?: DateFilter | undefined
  readonly actorId?: TextFilter | undefined
  readonly actorType?: EnumFilter<AuditLogActorType> | undefined
  readonly agentElementId?: TextFilter | undefined
  readonly entityKey?: KeyFilter<string> | undefined
  readonly entityType?: EnumFilter<AuditLogEntityType> | undefined
  readonly tenantId?: TextFilter | undefined
  readonly category?: EnumFilter<AuditLogCategory> | undefined
  readonly deploymentKey?: KeyFilter<DeploymentKey> | undefined
  readonly formKey?: KeyFilter<FormKey> | undefined
  readonly resourceKey?: ResourceKeyFilter | undefined
  readonly batchOperationType?: EnumFilter<BatchOperationType> | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly jobKey?: KeyFilter<JobKey> | undefined
  readonly userTaskKey?: KeyFilter<UserTaskKey> | undefined
  readonly decisionRequirementsId?: TextFilter | undefined
  readonly decisionRequirementsKey?: KeyFilter<DecisionRequirementsKey> | undefined
  readonly decisionDefinitionId?: TextFilter | undefined
  readonly decisionDefinitionKey?: KeyFilter<DecisionDefinitionKey> | undefined
  readonly decisionEvaluationKey?: KeyFilter<DecisionEvaluationKey> | undefined
  readonly relatedEntityKey?: KeyFilter<string> | undefined
  readonly relatedEntityType?: EnumFilter<AuditLogEntityType> | undefined
  readonly entityDescription?: TextFilter | undefined
  /** @since 8.10 */
  readonly inboundChannelType?: TextFilter | undefined
  /** @since 8.10 */
  readonly inboundChannelToolName?: TextFilter | undefined
}

/** Fields to sort the audit log by. */
export type AuditLogSortField =
  | 'actorId'
  | 'actorType'
  | 'auditLogKey'
  | 'batchOperationKey'
  | 'batchOperationType'
  | 'category'
  | 'decisionDefinitionId'
  | 'decisionDefinitionKey'
  | 'decisionEvaluationKey'
  | 'decisionRequirementsId'
  | 'decisionRequirementsKey'
  | 'elementInstanceKey'
  | 'entityKey'
  | 'entityType'
  | 'jobKey'
  | 'operationType'
  | 'processDefinitionId'
  | 'processDefinitionKey'
  | 'processInstanceKey'
  | /** @since 8.10 */ 'inboundChannelType'
  | /** @since 8.10 */ 'inboundChannelToolName'
  | 'result'
  | 'tenantId'
  | 'timestamp'
  | 'userTaskKey'

/** An entry of the audit log: one operation on one entity. Keys and ids that do not apply are null. */
export interface AuditLog {
  readonly auditLogKey: AuditLogKey
  /** Key or id of the entity, of the kind that `entityType` says. */
  readonly entityKey: string
  readonly entityType: OpenEnum<AuditLogEntityType>
  readonly operationType: OpenEnum<AuditLogOperationType>
  /** Null unless the operation was part of a batch operation. */
  readonly batchOperationKey: BatchOperationKey | null
  readonly batchOperationType: OpenEnum<BatchOperationType> | null
  readonly timestamp: DateTime
  /** A username or client id, as `actorType` says. */
  readonly actorId: string | null
  readonly actorType: OpenEnum<AuditLogActorType> | null
  /** Id of the element in the BPMN, if the actor was an AI agent. */
  readonly agentElementId: string | null
  readonly tenantId: TenantId | null
  readonly result: OpenEnum<AuditLogOutcome>
  readonly category: OpenEnum<AuditLogCategory>
  readonly processDefinitionId: ProcessDefinitionId | null
  readonly processDefinitionKey: ProcessDefinitionKey | null
  readonly processInstanceKey: ProcessInstanceKey | null
  /** The instance at the top of the call hierarchy; null for those from before Camunda 8.9. */
  readonly rootProcessInstanceKey: ProcessInstanceKey | null
  readonly elementInstanceKey: ElementInstanceKey | null
  readonly jobKey: JobKey | null
  readonly userTaskKey: UserTaskKey | null
  readonly decisionRequirementsId: string | null
  readonly decisionRequirementsKey: DecisionRequirementsKey | null
  readonly decisionDefinitionId: DecisionDefinitionId | null
  readonly decisionDefinitionKey: DecisionDefinitionKey | null
  readonly decisionEvaluationKey: DecisionEvaluationKey | null
  readonly deploymentKey: DeploymentKey | null
  readonly formKey: FormKey | null
  readonly resourceKey: ResourceKey | null
  /** Another affected entity, such as the owner of an authorization. */
  readonly relatedEntityKey: string | null
  readonly relatedEntityType: OpenEnum<AuditLogEntityType> | null
  /** More about the entity, such as the name of a variable. */
  readonly entityDescription: string | null
  /** Channel of the request if it is a special one, such as `MCP`. @since 8.10 */
  readonly inboundChannelType?: string | null | undefined
  /** The MCP tool that was called. @since 8.10 */
  readonly inboundChannelToolName?: string | null | undefined
}

/** Kinds of entities. */
export type AuditLogEntityType =
  | 'AUTHORIZATION'
  | 'BATCH'
  | 'DECISION'
  | 'GROUP'
  | 'INCIDENT'
  | 'JOB'
  | 'MAPPING_RULE'
  | 'PROCESS_INSTANCE'
  | 'RESOURCE'
  | 'ROLE'
  | 'TENANT'
  | 'USER'
  | 'USER_TASK'
  | 'VARIABLE'
  | 'CLIENT'

/** Kinds of operations. */
export type AuditLogOperationType =
  | 'ASSIGN'
  | 'CANCEL'
  | 'COMPLETE'
  | 'CREATE'
  | 'DELETE'
  | 'EVALUATE'
  | 'MIGRATE'
  | 'MODIFY'
  | 'RESOLVE'
  | 'RESUME'
  | 'SUSPEND'
  | 'UNASSIGN'
  | 'UNKNOWN'
  | 'UPDATE'

/** Kinds of actors. */
export type AuditLogActorType = 'ANONYMOUS' | 'CLIENT' | 'UNKNOWN' | 'USER'

/** Whether the operation succeeded. */
export type AuditLogOutcome = 'FAIL' | 'SUCCESS'

/** Areas of the audit log. */
export type AuditLogCategory = 'ADMIN' | 'DEPLOYED_RESOURCES' | 'USER_TASKS'
