import type {
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
  Sort,
  TextFilter,
} from '@x/rest'
import type {
  AuditLog,
  AuditLogActorType,
  AuditLogOperationType,
  AuditLogOutcome,
  AuditLogSortField,
} from './audit-logs.ts'
import type { Form } from './forms.ts'
import type {
  BusinessId,
  ElementInstanceKey,
  FormKey,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  Tags,
  TenantId,
  UserTaskKey,
} from './identifiers.ts'
import type { OffsetPagination } from './shared.ts'
import type { AssignUserTaskRequest, CompleteUserTaskRequest, UpdateUserTaskRequest } from './user-task-commands.ts'
import type { SearchVariablesQuery, VariableSearchResult, VariableSortField, VariableValueFilter } from './variables.ts'

/**
 * User tasks: the work that processes leave to people.
 *
 * `assign`, `unassign`, `update` and `complete` run the task listeners of the process before they return. If a listener's
 * worker does not finish within the server's time limit, they throw an `ApiError` 504, and **the change may still happen
 * later**: read the task before you repeat the call. If a listener denies the change, the task stays as it was.
 */
export interface UserTasks {
  /**
   * Returns one user task. A new one becomes visible seconds after the process reaches it.
   *
   * @operation GET /user-tasks/{userTaskKey}
   * @permission PROCESS_DEFINITION READ_USER_TASK or USER_TASK READ
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist, is not visible yet, or belongs to another tenant
   */
  get(userTaskKey: UserTaskKey, options?: ReadOptions<UserTask>): Promise<UserTask>

  /**
   * Returns one page of the matching user tasks, finished ones included.
   *
   * @operation POST /user-tasks/search
   * @permission PROCESS_DEFINITION READ_USER_TASK or USER_TASK READ
   * @since 8.6
   * @paging cursor
   * @eventuallyConsistent
   * @example
   * const { items, total } = await camunda.userTasks.search({
   *   filter: { state: 'CREATED', candidateGroup: 'accounting', assignee: { $exists: false } },
   *   sort: [{ field: 'priority', order: 'DESC' }, { field: 'dueDate' }],
   *   page: { limit: 20 },
   * })
   */
  search(
    body?: Search<UserTaskFilter, UserTaskSortField>,
    options?: ReadOptions<Page<UserTask>>,
  ): Promise<Page<UserTask>>

  /**
   * Returns all matching user tasks one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const overdue = { state: 'CREATED', dueDate: { $lt: new Date() } } as const
   * for await (const task of camunda.userTasks.searchAll({ filter: overdue })) {
   *   console.log(task.name, task.assignee)
   * }
   */
  searchAll(
    body?: Search<UserTaskFilter, UserTaskSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<UserTask, void, undefined>

  /**
   * Assigns a user task to a user, in place of its present assignee.
   *
   * With `allowOverride: false` it fails if the task has an assignee, so that two people who claim it at the same time do
   * not take it away from each other.
   *
   * @operation POST /user-tasks/{userTaskKey}/assignment
   * @permission PROCESS_DEFINITION UPDATE_USER_TASK or USER_TASK UPDATE
   * @since 8.5
   * @throws {ApiError} 404 if it does not exist; 409 if it is in another state than `CREATED`, or is assigned and
   * `allowOverride` is false, or a task listener denied it; 504 if a task listener took too long
   * @example
   * await camunda.userTasks.assign(userTaskKey, { assignee: 'jane', allowOverride: false })
   */
  assign(userTaskKey: UserTaskKey, body: AssignUserTaskRequest, options?: CallOptions): Promise<void>

  /**
   * Removes the assignee of a user task.
   *
   * @operation DELETE /user-tasks/{userTaskKey}/assignee
   * @permission PROCESS_DEFINITION UPDATE_USER_TASK or USER_TASK UPDATE
   * @since 8.5
   * @throws {ApiError} 404 if it does not exist; 409 if it is in another state than `CREATED`, or a task listener denied
   * it; 504 if a task listener took too long
   */
  unassign(userTaskKey: UserTaskKey, options?: CallOptions): Promise<void>

  /**
   * Changes the dates, the candidates or the priority of a user task. For the assignee use `assign` and `unassign`.
   *
   * @operation PATCH /user-tasks/{userTaskKey}
   * @permission PROCESS_DEFINITION UPDATE_USER_TASK or USER_TASK UPDATE
   * @since 8.5
   * @throws {ApiError} 404 if it does not exist; 409 if it is in another state than `CREATED`, or a task listener denied
   * it; 504 if a task listener took too long
   * @example
   * await camunda.userTasks.update(userTaskKey, { changeset: { priority: 80, candidateGroups: ['managers'] } })
   */
  update(userTaskKey: UserTaskKey, body?: UpdateUserTaskRequest, options?: CallOptions): Promise<void>

  /**
   * Completes a user task, so that the process continues. `variables` become variables of the process as the output mappings
   * of the task say.
   *
   * @operation POST /user-tasks/{userTaskKey}/completion
   * @permission PROCESS_DEFINITION UPDATE_USER_TASK or PROCESS_DEFINITION COMPLETE_USER_TASK or USER_TASK UPDATE or USER_TASK COMPLETE
   * @since 8.5
   * @throws {ApiError} 404 if it does not exist; 409 if it is in another state than `CREATED`, or a task listener denied
   * it; 504 if a task listener took too long
   * @example
   * await camunda.userTasks.complete(userTaskKey, { variables: { approved: true, comment: 'Looks good' } })
   */
  complete(userTaskKey: UserTaskKey, body?: CompleteUserTaskRequest, options?: CallOptions): Promise<void>

  /**
   * Returns the form of a user task; undefined if it has none. Only forms that are deployed on their own are found, not
   * those embedded in the BPMN.
   *
   * @operation GET /user-tasks/{userTaskKey}/form
   * @permission PROCESS_DEFINITION READ_USER_TASK or USER_TASK READ
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if the user task does not exist or is not visible yet
   */
  getForm(userTaskKey: UserTaskKey, options?: ReadOptions<Form | undefined>): Promise<Form | undefined>

  /**
   * Returns one page of the variables that a user task sees, each name once: the value of the scope closest to the task.
   * Long values are cut off unless you pass `truncateValues: false`.
   *
   * @operation POST /user-tasks/{userTaskKey}/effective-variables/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @paging offset
   * @eventuallyConsistent
   * @example
   * const { items } = await camunda.userTasks.searchEffectiveVariables(userTaskKey, {}, { truncateValues: false })
   * const variables = Object.fromEntries(items.map(({ name, value }) => [name, JSON.parse(value)]))
   */
  searchEffectiveVariables(
    userTaskKey: UserTaskKey,
    body?: UserTaskEffectiveVariableSearch,
    query?: SearchVariablesQuery,
    options?: ReadOptions<Page<VariableSearchResult>>,
  ): Promise<Page<VariableSearchResult>>

  /**
   * Returns all variables that a user task sees one by one, each name once, and requests the next page while you work on the
   * current one.
   */
  searchEffectiveVariablesAll(
    userTaskKey: UserTaskKey,
    body?: UserTaskEffectiveVariableSearch,
    query?: SearchVariablesQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<VariableSearchResult, void, undefined>

  /**
   * Returns one page of the variables of a user task and of all scopes around it, up to the process instance. A name can
   * occur several times, once for each scope; `searchEffectiveVariables` returns only the one that counts. Long values are
   * cut off unless you pass `truncateValues: false`.
   *
   * @operation POST /user-tasks/{userTaskKey}/variables/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchVariables(
    userTaskKey: UserTaskKey,
    body?: Search<UserTaskVariableFilter, VariableSortField>,
    query?: SearchVariablesQuery,
    options?: ReadOptions<Page<VariableSearchResult>>,
  ): Promise<Page<VariableSearchResult>>

  /**
   * Returns the variables of a user task and of all scopes around it one by one, and requests the next page while you work
   * on the current one.
   */
  searchVariablesAll(
    userTaskKey: UserTaskKey,
    body?: Search<UserTaskVariableFilter, VariableSortField>,
    query?: SearchVariablesQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<VariableSearchResult, void, undefined>

  /**
   * Returns one page of the audit log of a user task: who did what to it, and when.
   *
   * @operation POST /user-tasks/{userTaskKey}/audit-logs/search
   * @permission PROCESS_DEFINITION READ_USER_TASK or USER_TASK READ
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  searchAuditLogs(
    userTaskKey: UserTaskKey,
    body?: Search<UserTaskAuditLogFilter, AuditLogSortField>,
    options?: ReadOptions<Page<AuditLog>>,
  ): Promise<Page<AuditLog>>

  /**
   * Returns all matching entries of the audit log one by one, and requests the next page while you work on the current one.
   */
  searchAuditLogsAll(
    userTaskKey: UserTaskKey,
    body?: Search<UserTaskAuditLogFilter, AuditLogSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<AuditLog, void, undefined>
}

/**
 * State of a user task. It waits for people in `CREATED`, assigned or not; in a state that ends with `ING` a task listener
 * runs. `FAILED` occurs only for tasks of the older kind that job workers handle.
 */
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

/** A user task. */
export interface UserTask {
  readonly userTaskKey: UserTaskKey
  /** Name of the element in the BPMN; null if it has none. */
  readonly name: string | null
  readonly state: OpenEnum<UserTaskState>
  /** User that works on it; null while nobody has claimed it. */
  readonly assignee: string | null
  /** Users that may claim it. */
  readonly candidateUsers: readonly string[]
  /** Groups whose members may claim it. */
  readonly candidateGroups: readonly string[]
  /** A higher number is more urgent; 50 unless the BPMN says otherwise. @minimum 0 @maximum 100 */
  readonly priority: Int
  readonly creationDate: DateTime
  /** Null until it is completed. */
  readonly completionDate: DateTime | null
  readonly dueDate: DateTime | null
  /** When somebody should look at it again. */
  readonly followUpDate: DateTime | null
  /** Key of the deployed form; null if it has none. */
  readonly formKey: FormKey | null
  /** Reference to a form of your own application, as the BPMN has it. */
  readonly externalFormReference: string | null
  /** Headers that the element has in the BPMN. */
  readonly customHeaders: Record<string, string>
  /** Id of the element in the BPMN. */
  readonly elementId: string
  readonly elementInstanceKey: ElementInstanceKey
  readonly processInstanceKey: ProcessInstanceKey
  /** The instance at the top of the chain of calls; null if it was started before Camunda 8.9. @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processDefinitionVersion: Int
  /** Name of the process in the BPMN; null if it has none. */
  readonly processName: string | null
  /** Business id of the process instance; null if it has none or the task is older than Camunda 8.10. @since 8.10 */
  readonly businessId?: BusinessId | null | undefined
  /** Tags of the process instance. @since 8.9 */
  readonly tags?: Tags | undefined
  readonly tenantId: TenantId
}

/** Conditions on user tasks; all of them must hold. */
export interface UserTaskFilterFields {
  readonly userTaskKey?: UserTaskKey | undefined
  /** Finds no tasks older than Camunda 8.8. */
  readonly name?: TextFilter | undefined
  readonly state?: EnumFilter<UserTaskState> | undefined
  /** `{ $exists: false }` finds tasks that nobody has claimed. */
  readonly assignee?: TextFilter | undefined
  readonly candidateUser?: TextFilter | undefined
  readonly candidateGroup?: TextFilter | undefined
  readonly priority?: NumberFilter | undefined
  readonly creationDate?: DateFilter | undefined
  readonly completionDate?: DateFilter | undefined
  readonly dueDate?: DateFilter | undefined
  readonly followUpDate?: DateFilter | undefined
  readonly elementId?: string | undefined
  readonly elementInstanceKey?: ElementInstanceKey | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  /** Variables that the process instance must have; their values are compared as JSON. */
  readonly processInstanceVariables?: readonly VariableValueFilter[] | undefined
  /** Local variables that the task must have; their values are compared as JSON. */
  readonly localVariables?: readonly VariableValueFilter[] | undefined
  /** Finds no tasks older than Camunda 8.10. @since 8.10 */
  readonly businessId?: TextFilter | undefined
  /** @since 8.9 */
  readonly tags?: Tags | undefined
  readonly tenantId?: TextFilter | undefined
}

/** Conditions on user tasks; all of them must hold. */
export interface UserTaskFilter extends UserTaskFilterFields {
  /** Alternatives, of which at least one must hold too. Slow on clusters with much data. @since 8.10 */
  readonly $or?: readonly UserTaskFilterFields[] | undefined
}

/** Fields to sort user tasks by. */
export type UserTaskSortField =
  | 'creationDate'
  | 'completionDate'
  | 'followUpDate'
  | 'dueDate'
  | 'priority'
  | 'name'
  | /** @since 8.10 */ 'businessId'

/** Which effective variables to return. Its pages are counted from the first item, without cursors. */
export interface UserTaskEffectiveVariableSearch {
  readonly filter?: UserTaskVariableFilter | undefined
  /** Criteria in order of weight. */
  readonly sort?: readonly Sort<VariableSortField>[] | undefined
  readonly page?: OffsetPagination | undefined
}

/** Conditions on variables of a user task; all of them must hold. */
export interface UserTaskVariableFilter {
  readonly name?: TextFilter | undefined
}

/** Conditions on entries of the audit log; all of them must hold. */
export interface UserTaskAuditLogFilter {
  readonly operationType?: EnumFilter<AuditLogOperationType> | undefined
  /** Whether the operation succeeded. */
  readonly result?: EnumFilter<AuditLogOutcome> | undefined
  readonly timestamp?: DateFilter | undefined
  readonly actorType?: EnumFilter<AuditLogActorType> | undefined
  /** Name of the user, or id of the client, that did it. */
  readonly actorId?: TextFilter | undefined
}
