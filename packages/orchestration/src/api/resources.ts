import type {
  BinaryResponse,
  CallOptions,
  Int,
  JsonObject,
  KeyFilter,
  NumberFilter,
  Page,
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

/** TODO(words) */
export interface Resources {
  /**
   * TODO(words)
   *
   * @operation POST /resources/search
   * @permission RESOURCE READ
   * @since 8.10
   * @paging cursor
   * @eventuallyConsistent
   */
  search(body?: Search<ResourceFilter, ResourceSortField>, options?: CallOptions): Promise<Page<Resource>>

  /** TODO(words) */
  searchAll(
    body?: Search<ResourceFilter, ResourceSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Resource, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /resources/{resourceKey}
   * @permission RESOURCE READ
   * @since 8.7
   * @eventuallyConsistent
   */
  get(resourceKey: ResourceKey, options?: CallOptions): Promise<Resource>

  /**
   * TODO(words)
   *
   * @operation GET /resources/{resourceKey}/content
   * @permission RESOURCE READ
   * @since 8.7
   * @deprecated TODO(words)
   * @eventuallyConsistent
   */
  getContent(resourceKey: ResourceKey, options?: CallOptions): Promise<JsonObject>

  /**
   * TODO(words)
   *
   * @operation GET /resources/{resourceKey}/content/binary
   * @permission RESOURCE READ
   * @since 8.10
   * @eventuallyConsistent
   */
  getContentBinary(resourceKey: ResourceKey, options?: CallOptions): Promise<BinaryResponse>

  /**
   * TODO(words)
   *
   * @operation POST /resources/{resourceKey}/deletion
   * @permission undefined undefined
   * @since 8.6
   */
  delete(resourceKey: ResourceKey, body?: DeleteResourceRequest | null, options?: CallOptions): Promise<DeleteResource>
}

export interface Resource {
  readonly resourceName: string
  readonly version: Int
  readonly versionTag: string | null
  readonly resourceId: string
  readonly tenantId: TenantId
  readonly resourceKey: ResourceKey
}

export interface ResourceFilter {
  readonly resourceKey?: ResourceKeyFilter | undefined
  readonly resourceName?: TextFilter | undefined
  readonly resourceId?: TextFilter | undefined
  readonly version?: NumberFilter | undefined
  readonly versionTag?: TextFilter | undefined
  readonly deploymentKey?: KeyFilter<DeploymentKey> | undefined
  readonly tenantId?: TenantId | undefined
}

export type ResourceSortField =
  | 'resourceKey'
  | 'resourceName'
  | 'resourceId'
  | 'version'
  | 'versionTag'
  | 'deploymentKey'
  | 'tenantId'

export interface DeleteResource {
  /** @since 8.9 */
  readonly resourceKey?: ResourceKey | undefined
  /** @since 8.9 */
  readonly batchOperation?: BatchOperationCreated | null | undefined
}

export interface DeleteResourceRequest {
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
  /** @since 8.9 */
  readonly deleteHistory?: boolean | undefined
}

export type ResourceKey = ProcessDefinitionKey | DecisionRequirementsKey | FormKey | DecisionDefinitionKey

export type ResourceKeyFilter = ResourceKey | ResourceKeyConditions

export interface ResourceKeyConditions {
  readonly $eq?: ResourceKey | undefined
  readonly $neq?: ResourceKey | undefined
  readonly $exists?: boolean | undefined
  readonly $in?: readonly ResourceKey[] | undefined
  readonly $notIn?: readonly ResourceKey[] | undefined
}

export type ResourceType =
  | 'AUDIT_LOG'
  | 'AUTHORIZATION'
  | /** @since 8.10 */ 'BACKUP'
  | 'BATCH'
  | 'CLUSTER_VARIABLE'
  | 'COMPONENT'
  | 'DECISION_DEFINITION'
  | 'DECISION_REQUIREMENTS_DEFINITION'
  | 'DOCUMENT'
  | /** @since 8.10 */ 'EXPORTER'
  | 'EXPRESSION'
  | 'GLOBAL_LISTENER'
  | 'GROUP'
  | 'MAPPING_RULE'
  | 'MESSAGE'
  | 'PROCESS_DEFINITION'
  | 'RESOURCE'
  | 'ROLE'
  | /** @since 8.10 */ 'SECRET'
  | 'SYSTEM'
  | 'TENANT'
  | 'USER'
  | 'USER_TASK'
