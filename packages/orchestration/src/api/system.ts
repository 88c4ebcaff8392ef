import type { CallOptions, DateTime, Int, OpenEnum, ReadOptions } from '@x/rest'
import type { TenantId } from './identifiers.ts'

/** TODO(words) */
export interface System {
  /**
   * TODO(words)
   *
   * @operation GET /system/usage-metrics
   * @permission SYSTEM READ_USAGE_METRIC
   * @since 8.8
   * @eventuallyConsistent
   */
  getUsageMetrics(query: GetUsageMetricsQuery, options?: ReadOptions<UsageMetrics>): Promise<UsageMetrics>

  /**
   * TODO(words)
   *
   * @operation GET /system/configuration
   * @since 8.9
   */
  getConfiguration(options?: CallOptions): Promise<SystemConfiguration>
}

export interface UsageMetrics {
  readonly processInstances: Int
  readonly decisionInstances: Int
  readonly assignees: Int
  readonly activeTenants: Int
  readonly tenants: Record<string, UsageMetricsItem>
}

export interface UsageMetricsItem {
  readonly processInstances: Int
  readonly decisionInstances: Int
  readonly assignees: Int
}

export interface GetUsageMetricsQuery {
  readonly startTime: DateTime
  readonly endTime: DateTime
  readonly tenantId?: TenantId | undefined
  readonly withTenants?: boolean | undefined
}

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

export interface JobMetricsConfiguration {
  readonly enabled: boolean
  readonly exportInterval: string
  readonly maxWorkerNameLength: Int
  readonly maxJobTypeLength: Int
  readonly maxTenantIdLength: Int
  readonly maxUniqueKeys: Int
}

export interface ComponentsConfiguration {
  readonly active: readonly OpenEnum<WebappComponent>[]
}

export type WebappComponent = 'operate' | 'tasklist' | 'admin'

export interface DeploymentConfiguration {
  readonly isMultiTenancyEnabled: boolean
  readonly maxRequestSize: Int
}

export interface AuthenticationConfiguration {
  readonly canLogout: boolean
  readonly isLoginDelegated: boolean
}

export interface CloudConfiguration {
  readonly stage: OpenEnum<CloudStage> | null
}

export type CloudStage = 'dev' | 'int' | 'prod'
