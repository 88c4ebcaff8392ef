import type { CallOptions, OpenEnum } from '@x/rest'
import type { ProjectKey, WorkspaceKey } from './identifiers.ts'

/**
 * Environments: the clusters, or physical tenants of clusters, that projects can be deployed to. On SaaS an API client also
 * needs the permission to read clusters.
 *
 * @permission Hub API
 * @since 8.10
 */
export interface Environments {
  /**
   * Returns all environments of the organization.
   *
   * @operation GET /environments
   * @permission Hub API: read
   * @example
   * const { items } = await hub.environments.list()
   * const unhealthy = items.filter(({ runtimeState }) => runtimeState !== 'HEALTHY')
   */
  list(options?: CallOptions): Promise<EnvironmentList>

  /**
   * Returns the environments that are assigned to a workspace.
   *
   * @operation GET /workspaces/{workspaceKey}/environments
   * @permission Hub API: read
   * @throws {ApiError} 404 if the workspace does not exist
   */
  listForWorkspace(workspaceKey: WorkspaceKey, options?: CallOptions): Promise<EnvironmentList>

  /**
   * Replaces the environments of a workspace: those that are not in the list are no longer assigned to it.
   *
   * @operation PUT /workspaces/{workspaceKey}/environments
   * @permission Hub API: update
   * @returns the environments that are now assigned
   * @throws {ApiError} 404 if the workspace does not exist
   */
  updateForWorkspace(
    workspaceKey: WorkspaceKey,
    body: UpdateWorkspaceEnvironmentsRequest,
    options?: CallOptions,
  ): Promise<EnvironmentList>

  /**
   * Returns the environments that a project can be deployed to.
   *
   * @operation GET /projects/{projectKey}/environments
   * @permission Hub API: read
   * @throws {ApiError} 404 if the project does not exist
   */
  listForProject(projectKey: ProjectKey, options?: CallOptions): Promise<EnvironmentList>
}

/** Environments, all in one response. */
export interface EnvironmentList {
  readonly items: readonly Environment[]
}

/** A cluster, or a physical tenant of one, that projects can be deployed to. */
export interface Environment {
  readonly id: string
  readonly name: string
  /** Whether it is a cluster, or one physical tenant of a cluster. */
  readonly targetType: OpenEnum<'PHYSICAL_TENANT_BACKED' | 'CLUSTER_BACKED'>
  readonly tags: readonly string[]
  readonly clusterId: string
  readonly clusterName: string
  readonly clusterVersion: string | null
  /** `null` for a whole cluster. */
  readonly physicalTenantId: string | null
  readonly runtimeState: OpenEnum<'HEALTHY' | 'UNHEALTHY' | 'PAUSED' | 'RESUMING' | 'UNKNOWN'>
  /** `NOT_REPORTED` if the cluster has stopped reporting it. */
  readonly discoveryState: OpenEnum<'ACTIVE' | 'NOT_REPORTED'>
  readonly assignedWorkspaces: readonly AssignedWorkspace[]
  readonly applications: readonly EnvironmentApplication[]
}

/** A workspace that an environment is assigned to. */
export interface AssignedWorkspace {
  /** Its `workspaceKey`. */
  readonly id: string
  readonly name: string
}

/** A web application of an environment, such as Operate. */
export interface EnvironmentApplication {
  readonly type: string
  readonly name: string
  readonly webappUrl: string
  /** True if the address was set by hand instead of reported by the cluster. */
  readonly overridden: boolean
}

/** The environments of a workspace. */
export interface UpdateWorkspaceEnvironmentsRequest {
  /** An empty array removes all. @maxItems 500 */
  readonly environmentIds: readonly string[]
}
