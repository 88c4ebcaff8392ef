import type { CallOptions, DateInput, Int, OpenEnum, ReadOptions } from '@x/rest'
import type { TenantId } from './identifiers.ts'

/** Usage and configuration of the cluster. */
export interface System {
  /**
   * Returns the usage in a period: numbers of process instances, decision instances and assignees.
   *
   * @operation GET /system/usage-metrics
   * @permission SYSTEM READ_USAGE_METRIC
   * @since 8.8
   * @eventuallyConsistent
   *
   * @example
   * const year = { startTime: '2026-01-01T00:00:00Z', endTime: '2027-01-01T00:00:00Z' }
   * const { processInstances, assignees } = await camunda.system.getUsageMetrics(year)
   * console.log(processInstances, assignees)
   */
  getUsageMetrics(query: GetUsageMetricsQuery, options?: ReadOptions<UsageMetrics>): Promise<UsageMetrics>

  /**
   * Returns the configuration of the cluster. Experimental: Camunda may change it.
   *
   * @operation GET /system/configuration
   * @since 8.9
   *
   * @example
   * const { deployment } = await camunda.system.getConfiguration()
   * console.log('Requests may have', deployment?.maxRequestSize, 'bytes')
   */
  getConfiguration(options?: CallOptions): Promise<SystemConfiguration>
}

/** The period and tenants of usage metrics. */
export interface GetUsageMetricsQuery {
  /** Included. */
  readonly startTime: DateInput
  readonly endTime: DateInput
  /** @defaultValue all tenants */
  readonly tenantId?: TenantId | undefined
  /** True for the figures of each tenant as well. @defaultValue false */
  readonly withTenants?: boolean | undefined
}

/** Usage in a period, in total and by tenant. */
export interface UsageMetrics extends TenantUsageMetrics {
  readonly activeTenants: Int
  /** By tenant id; empty unless requested. */
  readonly tenants: Record<string, TenantUsageMetrics>
}

/** Usage in a period. */
export interface TenantUsageMetrics {
  /** Created root instances; instances started by call activities are not counted. */
  readonly processInstances: Int
  /** Evaluated decisions. */
  readonly decisionInstances: Int
  /** Distinct users with tasks. */
  readonly assignees: Int
}

/** The configuration of a cluster, by area. */
export interface SystemConfiguration {
  readonly jobMetrics: JobMetricsConfiguration
  /** @since 8.10 */
  readonly components?: ComponentsConfiguration | undefined
  /** @since 8.10 */
  readonly deployment?: DeploymentConfiguration | undefined
  /** @since 8.10 */
  readonly authentication?: AuthenticationConfiguration | undefined
  /** @since 8.10 */
  readonly cloud?: CloudConfiguration | undefined
}

/** Settings of job metrics. */
export interface JobMetricsConfiguration {
  readonly enabled: boolean
  /** An ISO 8601 duration, such as `PT5M`. */
  readonly exportInterval: string
  /** In characters. */
  readonly maxWorkerNameLength: Int
  /** In characters. */
  readonly maxJobTypeLength: Int
  /** In characters. */
  readonly maxTenantIdLength: Int
  /** Maximum number of distinct metrics that are tracked. */
  readonly maxUniqueKeys: Int
}

/** Enabled web applications. */
export interface ComponentsConfiguration {
  readonly active: readonly OpenEnum<WebappComponent>[]
}

/** Web applications of a cluster. */
export type WebappComponent = 'operate' | 'tasklist' | 'admin'

/** Settings of the deployment. */
export interface DeploymentConfiguration {
  readonly isMultiTenancyEnabled: boolean
  /** In bytes. */
  readonly maxRequestSize: Int
}

/** Settings of login and logout. */
export interface AuthenticationConfiguration {
  /** False on SaaS. */
  readonly canLogout: boolean
  /** True if users log in at an identity provider. */
  readonly isLoginDelegated: boolean
}

/** Settings of SaaS. */
export interface CloudConfiguration {
  readonly stage: OpenEnum<CloudStage> | null
}

/** Stages of Camunda's SaaS. */
export type CloudStage = 'dev' | 'int' | 'prod'
