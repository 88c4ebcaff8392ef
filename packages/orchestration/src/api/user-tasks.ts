import type {
  CallOptions,
  DateFilter,
  EnumFilter,
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
import type { UserTaskKey } from './identifiers.ts'
import type { OffsetPagination } from './shared.ts'
import type { AssignUserTaskRequest, CompleteUserTaskRequest, UpdateUserTaskRequest } from './user-task-commands.ts'
import type { UserTask, UserTaskFilter, UserTaskSortField } from './user-task-search.ts'
import type { SearchVariablesQuery, VariableSearchResult, VariableSortField } from './variables.ts'

/**
 * User tasks: the work that processes delegate to people.
 *
 * `assign`, `unassign`, `update` and `complete` run the task listeners of the process before they return. If a
 * listener's worker does not finish within the server's time limit, they throw an `ApiError` 504, and **the change may
 * still happen later**: read the task before you repeat the call. If a listener denies the change, the task stays
 * unchanged.
 */
export interface UserTasks {
  /**
   * Returns one user task. A new one becomes visible some seconds after the process reaches it.
   *
   * @operation GET /user-tasks/{userTaskKey}
   * @permission PROCESS_DEFINITION READ_USER_TASK or USER_TASK READ
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist, is not visible yet, or belongs to another tenant
   */
  get(userTaskKey: UserTaskKey, options?: ReadOptions<UserTask>): Promise<UserTask>

  /**
   * Returns one page of the matching user tasks, including finished ones.
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
   * Assigns a user task to a user, replacing its current assignee.
   *
   * With `allowOverride: false`, it fails if the task has an assignee, so that two people cannot claim it at the same
   * time.
   *
   * @operation POST /user-tasks/{userTaskKey}/assignment
   * @permission PROCESS_DEFINITION UPDATE_USER_TASK or USER_TASK UPDATE
   * @since 8.5
   * @throws {ApiError} 404 if it does not exist; 409 if its state is not `CREATED`, or is assigned and `allowOverride`
   * is false, or a task listener denied it; 504 if a task listener took too long
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
   * @throws {ApiError} 404 if it does not exist; 409 if its state is not `CREATED`, or a task listener denied it; 504
   * if a task listener took too long
   */
  unassign(userTaskKey: UserTaskKey, options?: CallOptions): Promise<void>

  /**
   * Changes the dates, the candidates or the priority of a user task. For the assignee use `assign` and `unassign`.
   *
   * @operation PATCH /user-tasks/{userTaskKey}
   * @permission PROCESS_DEFINITION UPDATE_USER_TASK or USER_TASK UPDATE
   * @since 8.5
   * @throws {ApiError} 404 if it does not exist; 409 if its state is not `CREATED`, or a task listener denied it; 504
   * if a task listener took too long
   * @example
   * await camunda.userTasks.update(userTaskKey, { changeset: { priority: 80, candidateGroups: ['managers'] } })
   */
  update(userTaskKey: UserTaskKey, body?: UpdateUserTaskRequest, options?: CallOptions): Promise<void>

  /**
   * Completes a user task, so that the process continues. `variables` become variables of the process according to the
   * output mappings of the task.
   *
   * @operation POST /user-tasks/{userTaskKey}/completion
   * @permission PROCESS_DEFINITION UPDATE_USER_TASK or PROCESS_DEFINITION COMPLETE_USER_TASK or USER_TASK UPDATE or USER_TASK COMPLETE
   * @since 8.5
   * @throws {ApiError} 404 if it does not exist; 409 if its state is not `CREATED`, or a task listener denied it; 504
   * if a task listener took too long
   * @example
   * await camunda.userTasks.complete(userTaskKey, { variables: { approved: true, comment: 'Looks good' } })
   */
  complete(userTaskKey: UserTaskKey, body?: CompleteUserTaskRequest, options?: CallOptions): Promise<void>

  /**
   * Returns the form of a user task; undefined if it has none. Only separately deployed forms are found, not those
   * embedded in the BPMN.
   *
   * @operation GET /user-tasks/{userTaskKey}/form
   * @permission PROCESS_DEFINITION READ_USER_TASK or USER_TASK READ
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if the user task does not exist or is not visible yet
   */
  getForm(userTaskKey: UserTaskKey, options?: ReadOptions<Form | undefined>): Promise<Form | undefined>

  /**
   * Returns one page of the variables visible to a user task, each name once, with the value of the closest scope. Long
   * values are truncated unless you pass `truncateValues: false`.
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
   * Returns all variables visible to a user task one by one, each name once, and requests the next page while you work
   * on the current one.
   */
  searchEffectiveVariablesAll(
    userTaskKey: UserTaskKey,
    body?: UserTaskEffectiveVariableSearch,
    query?: SearchVariablesQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<VariableSearchResult, void, undefined>

  /**
   * Returns one page of the variables of a user task and of all scopes around it, up to the process instance. A name
   * can occur several times, once for each scope; `searchEffectiveVariables` returns only the effective one. Long
   * values are truncated unless you pass `truncateValues: false`.
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

/** The effective variables to return. Pages are offset-based, without cursors. */
export interface UserTaskEffectiveVariableSearch {
  readonly filter?: UserTaskVariableFilter | undefined
  /** Sort criteria, the most important first. */
  readonly sort?: readonly Sort<VariableSortField>[] | undefined
  readonly page?: OffsetPagination | undefined
}

/** Conditions on variables of a user task; all must be met. */
export interface UserTaskVariableFilter {
  readonly name?: TextFilter | undefined
}

/** Conditions on entries of the audit log; all must be met. */
export interface UserTaskAuditLogFilter {
  readonly operationType?: EnumFilter<AuditLogOperationType> | undefined
  /** Whether the operation succeeded. */
  readonly result?: EnumFilter<AuditLogOutcome> | undefined
  readonly timestamp?: DateFilter | undefined
  readonly actorType?: EnumFilter<AuditLogActorType> | undefined
  /** Username or client id of the actor. */
  readonly actorId?: TextFilter | undefined
}
