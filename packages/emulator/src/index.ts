export type { Api, ApiAnswer, ApiContext, ApiRequest, Caller } from './api.ts'
export type { UnauthorizedBody } from './authentication.ts'
export {
  CLUSTER_SCOPES,
  type ClusterScope,
  ORGANIZATION_PERMISSIONS,
  type OrganizationPermission,
} from './clients.ts'
export type { EmulatorClock } from './clock.ts'
export type { ClusterStatus } from './console/cluster.ts'
export type { Durations, PlanLimits } from './console/organization.ts'
export type { ClusterSeed } from './console/seed.ts'
export type { Controls, NewClient } from './controls.ts'
export type { CredentialsChoice, CredentialsSource, EmulatorCredentials } from './credentials.ts'
export { createEmulator, type Emulator } from './emulator.ts'
export type { FailureAnswer, PlannedFailure } from './failures.ts'
export type { Journal, JournalEntry, JournalFilter } from './journal.ts'
export type { ModelerData } from './modeler/product.ts'
export type { IncidentState, IncidentType } from './operate/entities.ts'
export type { IncidentFixture, ProcessInstanceFixture } from './operate/fixtures/fixture.ts'
export type { OperateData } from './operate/options.ts'
export type { EmulatorOptions } from './options.ts'
export type { EmulatorUser } from './session/users.ts'
export type { RateLimitOptions } from './token/rate-limit.ts'
export { SOURCE_HEADER } from './token/token-endpoint.ts'
