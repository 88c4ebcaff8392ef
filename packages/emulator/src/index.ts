export type { Api, ApiAnswer, ApiContext, ApiRequest, Caller } from './api.ts'
export type { UnauthorizedBody } from './authentication.ts'
export type { CamundaVersion } from './camunda-version.ts'
export {
  CLUSTER_SCOPES,
  type ClusterScope,
  ORGANIZATION_PERMISSIONS,
  type OrganizationPermission,
} from './clients.ts'
export type { EmulatorClock } from './clock.ts'
export type { ClusterStatus, ClusterStorage } from './console/cluster.ts'
export type { Durations, PlanLimits } from './console/organization.ts'
export type { ClusterSeed } from './console/seed.ts'
export type { Controls, NewClient } from './controls.ts'
export { createEmulator } from './create-emulator.ts'
export type { CredentialsChoice, CredentialsSource, EmulatorCredentials } from './credentials.ts'
export type { Emulator } from './emulator.ts'
export type { OperateData } from './engine/sample-data.ts'
export type { FailureResponse, PlannedFailure } from './failures.ts'
export type { Journal, JournalEntry, JournalFilter } from './journal.ts'
export type { ModelerData } from './modeler/product.ts'
export type { EmulatorOptions } from './options.ts'
export type { OrchestrationData } from './orchestration/options.ts'
export type { EmulatorUser } from './session/users.ts'
export type { RateLimitOptions } from './token/rate-limit.ts'
export { SOURCE_HEADER } from './token/token-endpoint.ts'
