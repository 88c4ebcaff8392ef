export {
  ApiError,
  type CallOptions,
  ConflictError,
  MalformedResponseError,
  NetworkError,
  NotServedError,
  NotYetError,
  RateLimitedError,
  RestError,
  TimeoutError,
  ValidationError,
} from '@x/rest'
export { type Attempt, ClusterError, type ClusterErrorCode } from './cluster/cluster-error.ts'
export { type ConnectedCluster, connectCluster } from './connect-cluster.ts'
export { type ConnectedOrganization, connectOrganization } from './connect-organization.ts'
export type { UserTaskVariable } from './older/index.ts'
export type { ClusterConnection, ClusterOptions, ConnectOptions, OrganizationConnection } from './options.ts'
export type { DecisionDefinition, DecisionDefinitions } from './resources/decision-definitions.ts'
export type { DecisionInstance, DecisionInstanceDetails, DecisionInstances } from './resources/decision-instances.ts'
export type { DecisionRequirements, DecisionRequirementsResource } from './resources/decision-requirements.ts'
export type { ElementInstance, ElementInstances } from './resources/element-instances.ts'
export type { Incident, Incidents } from './resources/incidents.ts'
export type { ProcessDefinition, ProcessDefinitions } from './resources/process-definitions.ts'
export type { ProcessInstance, ProcessInstances, SequenceFlow, SequenceFlows } from './resources/process-instances.ts'
export type { Queries } from './resources/queries.ts'
export type { UserTask, UserTaskFilter, UserTasks } from './resources/user-tasks.ts'
export type { Variable, VariableSearchResult, Variables } from './resources/variables.ts'
export type { ServedBy, ServedPage } from './served.ts'
export { VersionError } from './version-error.ts'
export type { Work, WorkOptions } from './work.ts'
