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
import type { AuditLog, AuditLogActorType, AuditLogOperationType, AuditLogOutcome } from './audit-logs.ts'
import type { Form } from './forms.ts'
import type {
  BusinessId,
  ElementInstanceKey,
  FormKey,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  TenantId,
  UserTaskKey,
} from './identifiers.ts'
import type { OffsetPagination, SortOrder } from './shared.ts'
import type { VariableSearchResult, VariableValueFilter } from './variables.ts'

/** TODO(words) */
export interface UserTasks {
  /**
   * TODO(words)
   *
   * @operation POST /user-tasks/search
   * @permission PROCESS_DEFINITION READ_USER_TASK or USER_TASK READ
   * @since 8.6
   * @paging cursor
   * @eventuallyConsistent
   */
  search(body?: Search<UserTaskFilter, UserTaskSortField>, options?: CallOptions): Promise<Page<UserTask>>

  /** TODO(words) */
  searchAll(
    body?: Search<UserTaskFilter, UserTaskSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<UserTask, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /user-tasks/{userTaskKey}
   * @permission PROCESS_DEFINITION READ_USER_TASK or USER_TASK READ
   * @since 8.8
   * @eventuallyConsistent
   */
  get(userTaskKey: UserTaskKey, options?: CallOptions): Promise<UserTask>

  /**
   * TODO(words)
   *
   * @operation PATCH /user-tasks/{userTaskKey}
   * @permission PROCESS_DEFINITION UPDATE_USER_TASK or USER_TASK UPDATE
   * @since 8.5
   */
  update(userTaskKey: UserTaskKey, body?: UserTaskUpdateRequest, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation DELETE /user-tasks/{userTaskKey}/assignee
   * @permission PROCESS_DEFINITION UPDATE_USER_TASK or USER_TASK UPDATE
   * @since 8.5
   */
  unassign(userTaskKey: UserTaskKey, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /user-tasks/{userTaskKey}/assignment
   * @permission PROCESS_DEFINITION UPDATE_USER_TASK or USER_TASK UPDATE
   * @since 8.5
   */
  assign(userTaskKey: UserTaskKey, body: UserTaskAssignmentRequest, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /user-tasks/{userTaskKey}/audit-logs/search
   * @permission PROCESS_DEFINITION READ_USER_TASK or USER_TASK READ
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  searchAuditLogs(
    userTaskKey: UserTaskKey,
    body?: Search<UserTaskAuditLogFilter, UserTaskAuditLogSortField>,
    options?: CallOptions,
  ): Promise<Page<AuditLog>>

  /** TODO(words) */
  searchAuditLogsAll(
    userTaskKey: UserTaskKey,
    body?: Search<UserTaskAuditLogFilter, UserTaskAuditLogSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<AuditLog, void, undefined>

  /**
   * TODO(words)
   *
   * @operation POST /user-tasks/{userTaskKey}/completion
   * @permission PROCESS_DEFINITION UPDATE_USER_TASK or PROCESS_DEFINITION COMPLETE_USER_TASK or USER_TASK UPDATE or USER_TASK COMPLETE
   * @since 8.5
   */
  complete(userTaskKey: UserTaskKey, body?: UserTaskCompletionRequest, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /user-tasks/{userTaskKey}/effective-variables/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchEffectiveVariables(
    userTaskKey: UserTaskKey,
    body?: UserTaskEffectiveVariableSearch,
    query?: SearchUserTaskEffectiveVariablesQuery,
    options?: CallOptions,
  ): Promise<Page<VariableSearchResult>>

  /** TODO(words) */
  searchEffectiveVariablesAll(
    userTaskKey: UserTaskKey,
    body?: UserTaskEffectiveVariableSearch,
    query?: SearchUserTaskEffectiveVariablesQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<VariableSearchResult, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /user-tasks/{userTaskKey}/form
   * @permission PROCESS_DEFINITION READ_USER_TASK or USER_TASK READ
   * @since 8.8
   * @eventuallyConsistent
   */
  getForm(userTaskKey: UserTaskKey, options?: CallOptions): Promise<Form>

  /**
   * TODO(words)
   *
   * @operation POST /user-tasks/{userTaskKey}/variables/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchVariables(
    userTaskKey: UserTaskKey,
    body?: Search<UserTaskVariableFilter, UserTaskVariableSortField>,
    query?: SearchUserTaskVariablesQuery,
    options?: CallOptions,
  ): Promise<Page<VariableSearchResult>>

  /** TODO(words) */
  searchVariablesAll(
    userTaskKey: UserTaskKey,
    body?: Search<UserTaskVariableFilter, UserTaskVariableSortField>,
    query?: SearchUserTaskVariablesQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<VariableSearchResult, void, undefined>
}

export interface UserTask {
  readonly name: string | null
  readonly state: OpenEnum<UserTaskState>
  readonly assignee: string | null
  readonly elementId: string
  readonly candidateGroups: readonly string[]
  readonly candidateUsers: readonly string[]
  readonly processDefinitionId: ProcessDefinitionId
  readonly creationDate: DateTime
  readonly completionDate: DateTime | null
  readonly followUpDate: DateTime | null
  readonly dueDate: DateTime | null
  readonly tenantId: TenantId
  readonly externalFormReference: string | null
  readonly processDefinitionVersion: Int
  readonly customHeaders: Record<string, string>
  /** @minimum 0 @maximum 100 */
  readonly priority: Int
  readonly userTaskKey: UserTaskKey
  readonly elementInstanceKey: ElementInstanceKey
  readonly processName: string | null
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processInstanceKey: ProcessInstanceKey
  /** @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  /** @since 8.10 */
  readonly businessId?: BusinessId | null | undefined
  readonly formKey: FormKey | null
  /** @maxItems 10 @since 8.9 */
  readonly tags?: readonly string[] | undefined
}

export type UserTaskState =
  | 'CREATING'
  | 'CREATED'
  | 'ASSIGNING'
  | 'UPDATING'
  | 'COMPLETING'
  | 'COMPLETED'
  | 'CANCELING'
  | 'CANCELED'
  | 'FAILED'

export interface UserTaskFilter {
  readonly state?: EnumFilter<UserTaskState> | undefined
  readonly assignee?: TextFilter | undefined
  /** @since 8.10 */
  readonly businessId?: TextFilter | undefined
  readonly priority?: NumberFilter | undefined
  readonly elementId?: string | undefined
  readonly name?: TextFilter | undefined
  readonly candidateGroup?: TextFilter | undefined
  readonly candidateUser?: TextFilter | undefined
  readonly tenantId?: TextFilter | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly creationDate?: DateFilter | undefined
  readonly completionDate?: DateFilter | undefined
  readonly followUpDate?: DateFilter | undefined
  readonly dueDate?: DateFilter | undefined
  readonly processInstanceVariables?: readonly VariableValueFilter[] | undefined
  readonly localVariables?: readonly VariableValueFilter[] | undefined
  readonly userTaskKey?: UserTaskKey | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly elementInstanceKey?: ElementInstanceKey | undefined
  /** @maxItems 10 @since 8.9 */
  readonly tags?: readonly string[] | undefined
  /** @since 8.10 */
  readonly $or?: readonly UserTaskFilterFields[] | undefined
}

export interface UserTaskFilterFields {
  readonly state?: EnumFilter<UserTaskState> | undefined
  readonly assignee?: TextFilter | undefined
  /** @since 8.10 */
  readonly businessId?: TextFilter | undefined
  readonly priority?: NumberFilter | undefined
  readonly elementId?: string | undefined
  readonly name?: TextFilter | undefined
  readonly candidateGroup?: TextFilter | undefined
  readonly candidateUser?: TextFilter | undefined
  readonly tenantId?: TextFilter | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly creationDate?: DateFilter | undefined
  readonly completionDate?: DateFilter | undefined
  readonly followUpDate?: DateFilter | undefined
  readonly dueDate?: DateFilter | undefined
  readonly processInstanceVariables?: readonly VariableValueFilter[] | undefined
  readonly localVariables?: readonly VariableValueFilter[] | undefined
  readonly userTaskKey?: UserTaskKey | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly elementInstanceKey?: ElementInstanceKey | undefined
  /** @maxItems 10 @since 8.9 */
  readonly tags?: readonly string[] | undefined
}

export type UserTaskSortField =
  | 'creationDate'
  | 'completionDate'
  | 'followUpDate'
  | 'dueDate'
  | 'priority'
  | 'name'
  | /** @since 8.10 */ 'businessId'

export interface UserTaskUpdateRequest {
  readonly changeset?: Changeset | null | undefined
  readonly action?: string | null | undefined
}

export interface Changeset {
  readonly dueDate?: DateTime | null | undefined
  readonly followUpDate?: DateTime | null | undefined
  readonly candidateUsers?: readonly string[] | null | undefined
  readonly candidateGroups?: readonly string[] | null | undefined
  /** @minimum 0 @maximum 100 */
  readonly priority?: Int | null | undefined
}

export interface UserTaskAssignmentRequest {
  readonly assignee?: string | undefined
  readonly allowOverride?: boolean | null | undefined
  readonly action?: string | null | undefined
}

export interface UserTaskAuditLogFilter {
  readonly operationType?: EnumFilter<AuditLogOperationType> | undefined
  readonly result?: EnumFilter<AuditLogOutcome> | undefined
  readonly timestamp?: DateFilter | undefined
  readonly actorType?: EnumFilter<AuditLogActorType> | undefined
  readonly actorId?: TextFilter | undefined
}

export type UserTaskAuditLogSortField =
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

export interface UserTaskCompletionRequest {
  readonly variables?: JsonObject | null | undefined
  readonly action?: string | null | undefined
}

export interface UserTaskEffectiveVariableSearch {
  readonly page?: OffsetPagination | undefined
  readonly sort?: readonly UserTaskVariableSort[] | undefined
  readonly filter?: UserTaskVariableFilter | undefined
}

export interface UserTaskVariableSort {
  readonly field: 'value' | 'name' | 'tenantId' | 'variableKey' | 'scopeKey' | 'processInstanceKey'
  readonly order?: SortOrder | undefined
}

export interface UserTaskVariableFilter {
  readonly name?: TextFilter | undefined
}

export interface SearchUserTaskEffectiveVariablesQuery {
  readonly truncateValues?: boolean | undefined
}

export type UserTaskVariableSortField =
  | 'value'
  | 'name'
  | 'tenantId'
  | 'variableKey'
  | 'scopeKey'
  | 'processInstanceKey'

export interface SearchUserTaskVariablesQuery {
  readonly truncateValues?: boolean | undefined
}
