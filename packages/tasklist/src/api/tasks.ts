import type { CallOptions, DateInput, DateTime, Int, OpenEnum, ReadOptions, SearchAllOptions } from '@x/rest'
import type { ProcessDefinitionKey, ProcessInstanceKey, TaskId } from './identifiers.ts'
import type { IncludeVariable, TaskVariable, VariableInput } from './variables.ts'

/**
 * User tasks.
 *
 * Tasklist v1 finds both kinds of tasks. It changes only those that are jobs of a worker (without `zeebe:userTask` in
 * their BPMN), and rejects changes of the others with 400: use the Orchestration Cluster REST API v2 for them.
 *
 * @until 8.9
 * @eventuallyConsistent
 * @deprecated Since Camunda 8.8, in favor of the Orchestration Cluster REST API v2.
 */
export interface Tasks {
  /**
   * Returns one page of the matching tasks, the newest first. A new task becomes visible some seconds after the process
   * has reached it.
   *
   * @operation POST /tasks/search
   * @safe
   * @throws {ApiError} 400 for more than one of `searchAfter`, `searchAfterOrEqual`, `searchBefore` and `searchBeforeOrEqual`
   * @throws {ValidationError} with code `request_invalid` for a condition that the server would ignore; nothing is sent
   * @see `POST /v2/user-tasks/search` of the Orchestration Cluster REST API v2
   * @example
   * const open = { state: 'CREATED', assigned: false, pageSize: 20 } as const
   * const first = await tasklist.tasks.search(open)
   * const second = await tasklist.tasks.search({ ...open, searchAfter: first.at(-1)?.sortValues })
   */
  search(body?: TaskSearch, options?: ReadOptions<readonly FoundTask[]>): Promise<readonly FoundTask[]>

  /**
   * Returns all matching tasks one by one, and requests the next page while you work on the current one.
   *
   * @code ../search-all.ts
   * @throws {RestError} with code `request_invalid` for a wrong `limit`
   * @example
   * const mine = tasklist.tasks.searchAll({ state: 'CREATED', assignee: 'jane' })
   * for await (const { id, name } of mine) console.log(id, name)
   */
  searchAll(body?: TaskSearchAll, options?: SearchAllOptions): AsyncGenerator<FoundTask, void, undefined>

  /**
   * Returns one task with its form and assignment, without its variables, which `searchVariables` returns.
   *
   * @operation GET /tasks/{taskId}
   * @throws {ApiError} 403 if the user may not see it (Self-Managed); 404 if it does not exist or is not imported yet
   * @see `GET /v2/user-tasks/{userTaskKey}` of the Orchestration Cluster REST API v2
   */
  get(taskId: TaskId, options?: ReadOptions<Task>): Promise<Task>

  /**
   * Assigns a task. With a token, `assignee` is required, because a token belongs to no user; with a session, it
   * defaults to the user.
   *
   * @operation PATCH /tasks/{taskId}/assign
   * @returns the task after the change
   * @throws {ApiError} 400 if the task is not open, or is assigned and `allowOverrideAssignment` is false; 403 if the
   * user may not assign it to other users; 404 if it does not exist
   * @see `POST /v2/user-tasks/{userTaskKey}/assignment` of the Orchestration Cluster REST API v2
   */
  assign(taskId: TaskId, body?: AssignTaskRequest, options?: CallOptions): Promise<Task>

  /**
   * Removes the assignee of a task.
   *
   * @operation PATCH /tasks/{taskId}/unassign
   * @returns the task after the change
   * @throws {ApiError} 400 if the task is not open or not assigned; 404 if it does not exist
   * @see `DELETE /v2/user-tasks/{userTaskKey}/assignee` of the Orchestration Cluster REST API v2
   */
  unassign(taskId: TaskId, options?: CallOptions): Promise<Task>

  /**
   * Completes a task, optionally with variables. **This cannot be undone.** A session can complete only tasks that are
   * assigned to its user.
   *
   * @operation PATCH /tasks/{taskId}/complete
   * @returns the task after the change
   * @throws {ApiError} 400 if the task is not open or not assigned; 403 if the user may not see it (Self-Managed); 404 if it does
   * not exist
   * @see `POST /v2/user-tasks/{userTaskKey}/completion` of the Orchestration Cluster REST API v2
   * @example
   * await tasklist.tasks.complete(taskId, { variables: [{ name: 'approved', value: JSON.stringify(true) }] })
   */
  complete(taskId: TaskId, body?: CompleteTaskRequest, options?: CallOptions): Promise<Task>

  /**
   * Replaces the drafts of a task's variables: values that are stored for the task but are not variables of the process
   * yet.
   *
   * Drafts that are not in the list are deleted. A value that equals that of the variable is not stored, and of two
   * with the same name the last one is used.
   *
   * @operation POST /tasks/{taskId}/variables
   * @throws {ApiError} 400 if the task is not open, or for a session not assigned to its user; 404 if it does not exist
   */
  saveDraftVariables(taskId: TaskId, body: SaveDraftVariablesRequest, options?: CallOptions): Promise<void>

  /**
   * Returns the variables of a task with their drafts; all of them, unless you list names.
   *
   * @operation POST /tasks/{taskId}/variables/search
   * @safe
   * @throws {ApiError} 404 if the task does not exist
   * @see `POST /v2/user-tasks/{userTaskKey}/effective-variables/search` of the Orchestration Cluster REST API v2
   */
  searchVariables(
    taskId: TaskId,
    body?: TaskVariableSearch,
    options?: ReadOptions<readonly TaskVariable[]>,
  ): Promise<readonly TaskVariable[]>
}

/** State of a task. */
export type TaskState = 'CREATED' | 'COMPLETED' | 'CANCELED' | 'FAILED'

/** Whether a task is a job of a worker, or managed by the engine (`zeebe:userTask` in its BPMN). */
export type TaskImplementation = 'JOB_WORKER' | 'ZEEBE_USER_TASK'

/** A user task. */
export interface Task {
  readonly id: TaskId
  readonly name?: string | null | undefined
  /** Id of the element in the BPMN. */
  readonly taskDefinitionId: string
  readonly processName?: string | null | undefined
  readonly creationDate: DateTime
  readonly completionDate?: DateTime | null | undefined
  readonly assignee?: string | null | undefined
  readonly taskState: OpenEnum<TaskState>
  /** Id of a deployed form, `camunda-forms:bpmn:…` for an embedded one, or the BPMN's value for your own form. */
  readonly formKey?: string | null | undefined
  /** Id of a deployed form; `null` for other forms. */
  readonly formId?: string | null | undefined
  /** Version of a deployed form; `null` for other forms. */
  readonly formVersion?: Int | null | undefined
  /** `null` without a form. */
  readonly isFormEmbedded?: boolean | null | undefined
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processInstanceKey: ProcessInstanceKey
  readonly tenantId?: string | null | undefined
  readonly dueDate?: DateTime | null | undefined
  readonly followUpDate?: DateTime | null | undefined
  readonly candidateGroups?: readonly string[] | null | undefined
  readonly candidateUsers?: readonly string[] | null | undefined
  readonly implementation?: OpenEnum<TaskImplementation> | null | undefined
  /** From 0 to 100; the highest is the most urgent. @since 8.6 */
  readonly priority?: Int | null | undefined
}

/** A task found by a search. */
export interface FoundTask extends Task {
  /** Position in the order of the search: pass that of the last task as {@link TaskSearch.searchAfter}. */
  readonly sortValues: readonly string[]
  /** True for the first of all matching tasks. */
  readonly isFirst: boolean
  /** The variables in `includeVariables`, without drafts. */
  readonly variables?: readonly TaskVariable[] | null | undefined
}

/** Conditions on tasks; all must be met. */
export interface TaskConditions {
  readonly state?: TaskState | undefined
  readonly assigned?: boolean | undefined
  readonly assignee?: string | undefined
  readonly assignees?: readonly string[] | undefined
  /** Id of the element in the BPMN. */
  readonly taskDefinitionId?: string | undefined
  readonly candidateGroup?: string | undefined
  /** The task must have at least one of them. */
  readonly candidateGroups?: readonly string[] | undefined
  readonly candidateUser?: string | undefined
  /** The task must have at least one of them. */
  readonly candidateUsers?: readonly string[] | undefined
  readonly processDefinitionKey?: ProcessDefinitionKey | undefined
  readonly processInstanceKey?: ProcessInstanceKey | undefined
  readonly followUpDate?: DateRange | undefined
  readonly dueDate?: DateRange | undefined
  /** All must match. Long values are not found, because the search compares truncated values. */
  readonly taskVariables?: readonly VariableCondition[] | undefined
  /** Ignored unless multi-tenancy is on. */
  readonly tenantIds?: readonly string[] | undefined
  readonly implementation?: TaskImplementation | undefined
  /** @since 8.6 */
  readonly priority?: PriorityConditions | undefined
}

/** A search for tasks. `searchAfter` and its three siblings exclude one another. */
export interface TaskSearch extends TaskConditions {
  /** Tasks on a page. @defaultValue the server's `50`; `100` in `searchAll` @minimum 1 */
  readonly pageSize?: Int | undefined
  /** Sort criteria, the most important first. @defaultValue the creation time, the newest first */
  readonly sort?: readonly TaskSort[] | undefined
  /** `sortValues` of a task: returns the tasks after it. */
  readonly searchAfter?: readonly string[] | undefined
  /** `sortValues` of a task: returns the task and those after it. */
  readonly searchAfterOrEqual?: readonly string[] | undefined
  /** `sortValues` of a task: returns the tasks before it. */
  readonly searchBefore?: readonly string[] | undefined
  /** `sortValues` of a task: returns the task and those before it. */
  readonly searchBeforeOrEqual?: readonly string[] | undefined
  /** Variables to return with each task. */
  readonly includeVariables?: readonly IncludeVariable[] | undefined
}

/** A search through all pages, forward from the start or from `searchAfter`. */
export interface TaskSearchAll extends TaskConditions {
  /** Tasks on a page. @defaultValue `100` @minimum 1 */
  readonly pageSize?: Int | undefined
  /** Sort criteria, the most important first. @defaultValue the creation time, the newest first */
  readonly sort?: readonly TaskSort[] | undefined
  /** `sortValues` of a task: returns the tasks after it. */
  readonly searchAfter?: readonly string[] | undefined
  /** Variables to return with each task. */
  readonly includeVariables?: readonly IncludeVariable[] | undefined
}

/** One sort criterion. */
export interface TaskSort {
  readonly field: 'completionTime' | 'creationTime' | 'followUpDate' | 'dueDate' | 'priority'
  readonly order?: 'ASC' | 'DESC' | undefined
}

/** A period, including both ends. */
export interface DateRange {
  readonly from?: DateInput | undefined
  readonly to?: DateInput | undefined
}

/** A condition on a variable of the task or its process instance. */
export interface VariableCondition {
  readonly name: string
  /** As JSON text: `'"A-1"'` for the string A-1. */
  readonly value: string
  readonly operator: 'eq'
}

/** Conditions on the priority; all must be met. */
export interface PriorityConditions {
  /** @minimum 0 @maximum 100 */
  readonly eq?: Int | undefined
  /** @minimum 0 @maximum 100 */
  readonly gte?: Int | undefined
  /** @minimum 0 @maximum 100 */
  readonly gt?: Int | undefined
  /** @minimum 0 @maximum 100 */
  readonly lt?: Int | undefined
  /** @minimum 0 @maximum 100 */
  readonly lte?: Int | undefined
}

/** The new assignee of a task. */
export interface AssignTaskRequest {
  /** Required with a token. @defaultValue with a session, its user */
  readonly assignee?: string | undefined
  /** False to fail if the task is assigned already. @defaultValue `true` */
  readonly allowOverrideAssignment?: boolean | undefined
}

/** The completion of a task. */
export interface CompleteTaskRequest {
  /** Variables to add to the process instance, or to change. */
  readonly variables?: readonly VariableInput[] | undefined
}

/** The drafts of a task's variables. */
export interface SaveDraftVariablesRequest {
  /** All drafts. Those that are not in the list are deleted. */
  readonly variables: readonly VariableInput[]
}

/** The variables of a task to return. */
export interface TaskVariableSearch {
  /** All, if empty or undefined. */
  readonly variableNames?: readonly string[] | undefined
  /** Like `variableNames`; also sets for which of them the full value is returned. */
  readonly includeVariables?: readonly IncludeVariable[] | undefined
}
