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

/** TODO(words) */
export interface GlobalTaskListeners {
  /**
   * TODO(words)
   *
   * @operation POST /global-task-listeners
   * @permission GLOBAL_LISTENER CREATE_TASK_LISTENER
   * @since 8.9
   */
  create(body: CreateGlobalTaskListenerRequest, options?: CallOptions): Promise<GlobalTaskListener>

  /**
   * TODO(words)
   *
   * @operation GET /global-task-listeners/{id}
   * @permission GLOBAL_LISTENER READ_TASK_LISTENER
   * @since 8.9
   * @eventuallyConsistent
   */
  get(id: string, options?: ReadOptions<GlobalTaskListener>): Promise<GlobalTaskListener>

  /**
   * TODO(words)
   *
   * @operation PUT /global-task-listeners/{id}
   * @permission GLOBAL_LISTENER UPDATE_TASK_LISTENER
   * @since 8.9
   */
  update(id: string, body: UpdateGlobalTaskListenerRequest, options?: CallOptions): Promise<GlobalTaskListener>

  /**
   * TODO(words)
   *
   * @operation DELETE /global-task-listeners/{id}
   * @permission GLOBAL_LISTENER DELETE_TASK_LISTENER
   * @since 8.9
   */
  delete(id: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
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

  /** TODO(words) */
  searchAll(
    body?: Search<GlobalTaskListenerFilter, GlobalTaskListenerSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<GlobalTaskListener, void, undefined>
}

export interface GlobalTaskListener {
  readonly type?: string | undefined
  readonly retries?: Int | undefined
  readonly afterNonGlobal?: boolean | undefined
  readonly priority?: Int | undefined
  readonly eventTypes?: readonly OpenEnum<GlobalTaskListenerEventType>[] | undefined
  /** @minLength 1 @maxLength 256 */
  readonly id: string
  readonly source: OpenEnum<GlobalListenerSource>
}

export type GlobalTaskListenerEventType = 'all' | 'creating' | 'assigning' | 'updating' | 'completing' | 'canceling'

export type GlobalListenerSource = 'CONFIGURATION' | 'API'

export interface CreateGlobalTaskListenerRequest {
  readonly type?: string | undefined
  readonly retries?: Int | undefined
  readonly afterNonGlobal?: boolean | undefined
  readonly priority?: Int | undefined
  readonly eventTypes?: readonly GlobalTaskListenerEventType[] | undefined
  /** @minLength 1 @maxLength 256 */
  readonly id: string
}

export interface UpdateGlobalTaskListenerRequest {
  readonly type?: string | undefined
  readonly retries?: Int | undefined
  readonly afterNonGlobal?: boolean | undefined
  readonly priority?: Int | undefined
  readonly eventTypes?: readonly GlobalTaskListenerEventType[] | undefined
}

export interface GlobalTaskListenerFilter {
  readonly id?: TextFilter | undefined
  readonly type?: TextFilter | undefined
  readonly retries?: NumberFilter | undefined
  readonly eventTypes?: readonly EnumFilter<GlobalTaskListenerEventType>[] | undefined
  readonly afterNonGlobal?: boolean | undefined
  readonly priority?: NumberFilter | undefined
  readonly source?: EnumFilter<GlobalListenerSource> | undefined
}

export type GlobalTaskListenerSortField = 'id' | 'type' | 'afterNonGlobal' | 'priority' | 'source'
