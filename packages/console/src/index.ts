export {
  ApiError,
  type CallOptions,
  ConflictError,
  MalformedResponseError,
  NetworkError,
  RateLimitedError,
  RestError,
  TimeoutError,
  ValidationError,
} from '@x/rest'
export { type ConsoleClient, createConsoleClient } from './client.ts'
export type { Activity } from './resources/activity.ts'
export type { Backups } from './resources/backups.ts'
export type { Clients } from './resources/clients.ts'
export type { Clusters } from './resources/clusters.ts'
export type { Members } from './resources/members.ts'
export type { Meta } from './resources/meta.ts'
export type { ClusterMonitoring } from './resources/monitoring.ts'
export type { ConnectorSecrets } from './resources/secrets.ts'
export type { ClusterSecureConnectivity } from './resources/secure-connectivity.ts'
export type { ActivityEvent } from './types/activity.ts'
export type {
  Backup,
  BackupSchedule,
  BackupStatus,
  Restore,
  RestoreState,
  SetBackupScheduleBody,
} from './types/backup.ts'
export type {
  ClientConnectionDetails,
  ClientPermission,
  ClusterClient,
  CreateClientBody,
  CreatedClusterClient,
} from './types/client.ts'
export type {
  Cluster,
  ClusterEncryption,
  ClusterEncryptionStatus,
  ClusterEncryptionType,
  ClusterHealth,
  ClusterLinks,
  ClusterStage,
  ClusterStatus,
  IpAllowlistEntry,
  NamedItem,
} from './types/cluster.ts'
export type {
  AllowedGeneration,
  BackupRegion,
  ClusterChannel,
  ClusterParameters,
  ClusterRegion,
} from './types/cluster-parameters.ts'
export type {
  ClusterUpgrade,
  CreateClusterBody,
  CreatedCluster,
  FailoverBody,
  FailoverResult,
  FailoverStep,
  UpdateClusterBody,
  UpdateClusterEncryptionBody,
  UpdateIpAllowlistBody,
  UpdateIpWhitelistBody,
} from './types/cluster-requests.ts'
export type { AssignableRole, Member, OrganizationRole, SetRolesBody } from './types/member.ts'
export type { IpRanges } from './types/meta.ts'
export type {
  CreateMonitoringClientBody,
  Monitoring,
  MonitoringClient,
  MonitoringClientWithPassword,
  MonitoringStatus,
} from './types/monitoring.ts'
export type { NotActive } from './types/not-active.ts'
export type { ConsoleClientOptions, ConsoleResourceOptions } from './types/options.ts'
export type { CreateSecretBody, Secrets, UpdateSecretBody } from './types/secret.ts'
export type {
  ActivateSecureConnectivityBody,
  EndpointConnection,
  SecureConnectivity,
  SecureConnectivityCondition,
  SecureConnectivityState,
} from './types/secure-connectivity.ts'
export { ClusterNotHealthyError, type WaitOptions } from './wait-until-healthy.ts'
