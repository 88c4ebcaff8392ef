import type {
  CallOptions,
  EnumFilter,
  Int,
  NumberFilter,
  OpenEnum,
  Page,
  ReadOptions,
  Search,
  SearchAllOptions,
  TextFilter,
} from '@x/rest'

/**
 * Listeners for the user tasks of all processes. On an event, such as the assignment of a task, the engine creates a job of
 * the listener's type and continues when a worker has completed it.
 */
export interface GlobalTaskListeners {
  /**
   * Creates a listener, and returns it. Searches find it a moment later. Without a worker for its job type, the
   * affected user tasks get stuck.
   *
   * @operation POST /global-task-listeners
   * @permission GLOBAL_LISTENER CREATE_TASK_LISTENER
   * @since 8.9
   * @throws {ApiError} 409 if `id` is taken
   *
   * @example
   * await camunda.globalTaskListeners.create({
   *   id: 'notify-assignee',
   *   type: 'send-notification',
   *   eventTypes: ['assigning'],
   *   retries: 3,
   * })
   */
  create(body: CreateGlobalTaskListenerRequest, options?: CallOptions): Promise<GlobalTaskListener>

  /**
   * Returns one listener by its id, with its events, its priority and the type of its jobs.
   *
   * @operation GET /global-task-listeners/{id}
   * @permission GLOBAL_LISTENER READ_TASK_LISTENER
   * @since 8.9
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist or is not visible yet
   */
  get(id: string, options?: ReadOptions<GlobalTaskListener>): Promise<GlobalTaskListener>

  /**
   * Replaces the settings of a listener, and returns it. The id cannot be changed.
   *
   * @operation PUT /global-task-listeners/{id}
   * @permission GLOBAL_LISTENER UPDATE_TASK_LISTENER
   * @since 8.9
   * @throws {ApiError} 404 if it does not exist
   */
  update(id: string, body: GlobalTaskListenerSettings, options?: CallOptions): Promise<GlobalTaskListener>

  /**
   * Deletes a listener. **This cannot be undone.**
   *
   * @operation DELETE /global-task-listeners/{id}
   * @permission GLOBAL_LISTENER DELETE_TASK_LISTENER
   * @since 8.9
   * @throws {ApiError} 404 if it does not exist
   */
  delete(id: string, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the matching listeners, including those from the configuration of the cluster (`source`).
   * Without a filter, it returns all that the client may read.
   *
   * @operation POST /global-task-listeners/search
   * @permission GLOBAL_LISTENER READ_TASK_LISTENER
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<GlobalTaskListenerFilter, GlobalTaskListenerSortField>,
    options?: ReadOptions<Page<GlobalTaskListener>>,
  ): Promise<Page<GlobalTaskListener>>

  /** Returns all matching listeners one by one, and requests the next page while you work on the current one. */
  searchAll(
    body?: Search<GlobalTaskListenerFilter, GlobalTaskListenerSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<GlobalTaskListener, void, undefined>
}

/** A listener for the user tasks of all processes. */
export interface GlobalTaskListener {
  /** Type of the jobs, as workers activate them. */
  readonly type?: string | undefined
  /** Number of retries of the listener's jobs. */
  readonly retries?: Int | undefined
  /** Whether it comes after the listeners of the process model, instead of before them. */
  readonly afterNonGlobal?: boolean | undefined
  /** Listeners with a higher priority come first. */
  readonly priority?: Int | undefined
  readonly eventTypes?: readonly OpenEnum<GlobalTaskListenerEventType>[] | undefined
  /** @minLength 1 @maxLength 256 */
  readonly id: string
  readonly source: OpenEnum<GlobalListenerSource>
}

/** Events of user tasks. */
export type GlobalTaskListenerEventType = 'all' | 'creating' | 'assigning' | 'updating' | 'completing' | 'canceling'

/** Where a listener comes from: the configuration of the cluster, or this API. */
export type GlobalListenerSource = 'CONFIGURATION' | 'API'

/** Settings of a listener. */
export interface GlobalTaskListenerSettings {
  /** Type of the jobs, as workers activate them. */
  readonly type?: string | undefined
  /** Number of retries of the listener's jobs. */
  readonly retries?: Int | undefined
  /** True to come after the listeners of the process model, instead of before them. */
  readonly afterNonGlobal?: boolean | undefined
  /** Listeners with a higher priority come first. */
  readonly priority?: Int | undefined
  readonly eventTypes?: readonly GlobalTaskListenerEventType[] | undefined
}

/** A new listener. */
export interface CreateGlobalTaskListenerRequest extends GlobalTaskListenerSettings {
  /** @minLength 1 @maxLength 256 */
  readonly id: string
}

/** Conditions on listeners; all must be met. */
export interface GlobalTaskListenerFilter {
  readonly id?: TextFilter | undefined
  readonly type?: TextFilter | undefined
  readonly retries?: NumberFilter | undefined
  readonly eventTypes?: readonly EnumFilter<GlobalTaskListenerEventType>[] | undefined
  readonly afterNonGlobal?: boolean | undefined
  readonly priority?: NumberFilter | undefined
  readonly source?: EnumFilter<GlobalListenerSource> | undefined
}

/** Fields to sort listeners by. */
export type GlobalTaskListenerSortField = 'id' | 'type' | 'afterNonGlobal' | 'priority' | 'source'
