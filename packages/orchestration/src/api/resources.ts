import type {
  BinaryResponse,
  CallOptions,
  Int,
  JsonObject,
  KeyFilter,
  NumberFilter,
  Page,
  ReadOptions,
  Search,
  SearchAllOptions,
  TextFilter,
} from '@x/rest'
import type { BatchOperationCreated } from './batch-operations.ts'
import type {
  DecisionDefinitionKey,
  DecisionRequirementsKey,
  DeploymentKey,
  FormKey,
  ProcessDefinitionKey,
  TenantId,
} from './identifiers.ts'
import type { CommandRequest } from './shared.ts'

/**
 * Deployed files that are not a process, decision or form: RPA scripts, and from Camunda 8.10 on any other file. For
 * processes, decisions and forms see `processDefinitions`, `decisionRequirements`, `decisionDefinitions` and `forms`.
 * Only `delete` works for all of them.
 */
export interface Resources {
  /**
   * Returns one file, without its content.
   *
   * @operation GET /resources/{resourceKey}
   * @permission RESOURCE READ
   * @since 8.7
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist, is not visible yet, or is a process, decision or form
   */
  get(resourceKey: ResourceKey, options?: ReadOptions<Resource>): Promise<Resource>

  /**
   * Returns the content of a file, whatever its kind.
   *
   * @operation GET /resources/{resourceKey}/content/binary
   * @permission RESOURCE READ
   * @since 8.10
   * @eventuallyConsistent
   * @returns the content as a stream, or all of it with `bytes()` or `text()`
   * @throws {ApiError} 404 if it does not exist, is not visible yet, or is a process, decision or form
   * @example
   * const content = await camunda.resources.getContentBinary(resourceKey)
   * console.log(await content.text())
   */
  getContentBinary(resourceKey: ResourceKey, options?: ReadOptions<BinaryResponse>): Promise<BinaryResponse>

  /**
   * Returns the content of an RPA script.
   *
   * @operation GET /resources/{resourceKey}/content
   * @permission RESOURCE READ
   * @since 8.7
   * @deprecated From Camunda 8.10 on use `getContentBinary`, which returns files of any kind.
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist or is not visible yet; 406 if it is not an RPA script
   */
  getContent(resourceKey: ResourceKey, options?: ReadOptions<JsonObject>): Promise<JsonObject>

  /**
   * Returns one page of the matching files, without their content.
   *
   * @operation POST /resources/search
   * @permission RESOURCE READ
   * @since 8.10
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<ResourceFilter, ResourceSortField>,
    options?: ReadOptions<Page<Resource>>,
  ): Promise<Page<Resource>>

  /** Returns all matching files one by one, and requests the next page while you work on the current one. */
  searchAll(
    body?: Search<ResourceFilter, ResourceSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Resource, void, undefined>

  /**
   * Deletes a deployed process, DMN file, form or other file. **This cannot be undone**; you can deploy the file again.
   *
   * History stays visible unless you pass `deleteHistory`, which starts a batch operation for a DMN file. From Camunda
   * 8.10 on, running instances of a process end first, and its history is deleted after that.
   *
   * @operation POST /resources/{resourceKey}/deletion
   * @permission RESOURCE DELETE_PROCESS or RESOURCE DELETE_DRD or RESOURCE DELETE_FORM or RESOURCE DELETE_RESOURCE
   * @since 8.6
   * @throws {ApiError} 404 if it does not exist; 409 for `deleteHistory` of a process that is already being deleted and
   * still has running instances: repeat the call when they have ended
   * @example
   * await camunda.resources.delete(processDefinitionKey, { deleteHistory: true })
   */
  delete(resourceKey: ResourceKey, body?: DeleteResourceRequest, options?: CallOptions): Promise<ResourceDeletion>
}

/** Key of a deployed process, DMN file, decision, form or other file. */
export type ResourceKey = ProcessDefinitionKey | DecisionRequirementsKey | FormKey | DecisionDefinitionKey

/** The key itself, or conditions on it. */
export type ResourceKeyFilter = KeyFilter<ResourceKey>

/** One version of a deployed file. */
export interface Resource {
  readonly resourceKey: ResourceKey
  /** For an RPA script, the id in its file. */
  readonly resourceId: string
  /** Name of the file. */
  readonly resourceName: string
  readonly version: Int
  readonly versionTag: string | null
  readonly tenantId: TenantId
}

/** Conditions on files; all must be met. */
export interface ResourceFilter {
  readonly resourceKey?: ResourceKeyFilter | undefined
  readonly resourceName?: TextFilter | undefined
  readonly resourceId?: TextFilter | undefined
  readonly version?: NumberFilter | undefined
  readonly versionTag?: TextFilter | undefined
  readonly deploymentKey?: KeyFilter<DeploymentKey> | undefined
  readonly tenantId?: TenantId | undefined
}

/** Fields to sort files by. */
export type ResourceSortField =
  | 'resourceKey'
  | 'resourceName'
  | 'resourceId'
  | 'version'
  | 'versionTag'
  | 'deploymentKey'
  | 'tenantId'

/** What to delete along with the resource. */
export interface DeleteResourceRequest extends CommandRequest {
  /**
   * Also deletes the finished instances of the process, or the evaluations of the decisions. Has no effect for forms and
   * other files. @defaultValue `false` @since 8.9
   */
  readonly deleteHistory?: boolean | undefined
}

/** The deleted resource. */
export interface ResourceDeletion {
  /** @since 8.9 */
  readonly resourceKey?: ResourceKey | undefined
  /**
   * The batch operation that deletes the history. Null if there is nothing to delete, and for a process that is still
   * deployed: its history is deleted after it, without one. @since 8.9
   */
  readonly batchOperation?: BatchOperationCreated | null | undefined
}
