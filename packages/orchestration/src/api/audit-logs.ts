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
import type { BasicStringFilter } from './shared.ts'

/** TODO(words) */
export interface AuditLogs {
  /**
   * TODO(words)
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

  /** TODO(words) */
  searchAll(
    body?: Search<AuditLogFilter, AuditLogSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<AuditLog, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /audit-logs/{auditLogKey}
   * @permission AUDIT_LOG READ
   * @since 8.9
   * @eventuallyConsistent
   */
  get(auditLogKey: AuditLogKey, options?: ReadOptions<AuditLog>): Promise<AuditLog>
}

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
  readonly entityKey?: AuditLogEntityKeyFilter | undefined
  readonly entityType?: EnumFilter<AuditLogEntityType> | undefined
  readonly tenantId?: TextFilter | undefined
  readonly category?: EnumFilter<AuditLogCategory> | undefined
  readonly deploymentKey?: KeyFilter<DeploymentKey> | undefined
  readonly formKey?: KeyFilter<FormKey> | undefined
  readonly resourceKey?: ResourceKeyFilter | undefined
  readonly batchOperationType?: EnumFilter<BatchOperationType> | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly jobKey?: KeyFilter<JobKey> | undefined
  readonly userTaskKey?: BasicStringFilter | undefined
  readonly decisionRequirementsId?: TextFilter | undefined
  readonly decisionRequirementsKey?: KeyFilter<DecisionRequirementsKey> | undefined
  readonly decisionDefinitionId?: TextFilter | undefined
  readonly decisionDefinitionKey?: KeyFilter<DecisionDefinitionKey> | undefined
  readonly decisionEvaluationKey?: KeyFilter<DecisionEvaluationKey> | undefined
  readonly relatedEntityKey?: AuditLogEntityKeyFilter | undefined
  readonly relatedEntityType?: EnumFilter<AuditLogEntityType> | undefined
  readonly entityDescription?: TextFilter | undefined
  /** @since 8.10 */
  readonly inboundChannelType?: TextFilter | undefined
  /** @since 8.10 */
  readonly inboundChannelToolName?: TextFilter | undefined
}

export type AuditLogEntityKeyFilter = string | AuditLogEntityKeyConditions

export interface AuditLogEntityKeyConditions {
  readonly $eq?: string | undefined
  readonly $neq?: string | undefined
  readonly $exists?: boolean | undefined
  readonly $in?: readonly string[] | undefined
  readonly $notIn?: readonly string[] | undefined
}

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

export interface AuditLog {
  readonly auditLogKey: AuditLogKey
  readonly entityKey: string
  readonly entityType: OpenEnum<AuditLogEntityType>
  readonly operationType: OpenEnum<AuditLogOperationType>
  readonly batchOperationKey: BatchOperationKey | null
  readonly batchOperationType: OpenEnum<BatchOperationType> | null
  readonly timestamp: DateTime
  readonly actorId: string | null
  readonly actorType: OpenEnum<AuditLogActorType> | null
  readonly agentElementId: string | null
  readonly tenantId: TenantId | null
  readonly result: OpenEnum<AuditLogOutcome>
  readonly category: OpenEnum<AuditLogCategory>
  readonly processDefinitionId: ProcessDefinitionId | null
  readonly processDefinitionKey: ProcessDefinitionKey | null
  readonly processInstanceKey: ProcessInstanceKey | null
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
  readonly relatedEntityKey: string | null
  readonly relatedEntityType: OpenEnum<AuditLogEntityType> | null
  readonly entityDescription: string | null
  /** @since 8.10 */
  readonly inboundChannelType?: string | null | undefined
  /** @since 8.10 */
  readonly inboundChannelToolName?: string | null | undefined
}

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

export type AuditLogActorType = 'ANONYMOUS' | 'CLIENT' | 'UNKNOWN' | 'USER'

export type AuditLogOutcome = 'FAIL' | 'SUCCESS'

export type AuditLogCategory = 'ADMIN' | 'DEPLOYED_RESOURCES' | 'USER_TASKS'
