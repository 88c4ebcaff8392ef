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
export { createOperateClient, type OperateClient } from './client.ts'
export { formatOperateDate, parseOperateDate } from './date.ts'
export type { KeyInput } from './key.ts'
export type { DecisionDefinitions } from './resources/decision-definitions.ts'
export type { DecisionInstances } from './resources/decision-instances.ts'
export type { DecisionRequirementsResource } from './resources/decision-requirements.ts'
export type { FlowNodeInstances } from './resources/flow-node-instances.ts'
export type { Incidents } from './resources/incidents.ts'
export type { ProcessDefinitions } from './resources/process-definitions.ts'
export type { ProcessInstances } from './resources/process-instances.ts'
export type { Variables } from './resources/variables.ts'
export type {
  DecisionDefinition,
  DecisionDefinitionFilter,
  DecisionDefinitionSortField,
} from './types/decision-definition.ts'
export type {
  DecisionInstance,
  DecisionInstanceFilter,
  DecisionInstanceInput,
  DecisionInstanceOutput,
  DecisionInstanceSortField,
  DecisionInstanceState,
  DecisionType,
} from './types/decision-instance.ts'
export type {
  DecisionRequirements,
  DecisionRequirementsFilter,
  DecisionRequirementsSortField,
} from './types/decision-requirements.ts'
export type {
  FlowNodeInstance,
  FlowNodeInstanceFilter,
  FlowNodeInstanceSortField,
  FlowNodeInstanceState,
  FlowNodeType,
} from './types/flow-node-instance.ts'
export type { Incident, IncidentFilter, IncidentSortField, IncidentState, IncidentType } from './types/incident.ts'
export type { OperateClientOptions, OperateResourceOptions } from './types/options.ts'
export type {
  ProcessDefinition,
  ProcessDefinitionFilter,
  ProcessDefinitionSortField,
} from './types/process-definition.ts'
export type {
  DeletionResult,
  FlowNodeStatistics,
  ProcessInstance,
  ProcessInstanceFilter,
  ProcessInstanceSortField,
  ProcessInstanceState,
} from './types/process-instance.ts'
export type { SearchAllOptions, SearchPage, SearchQuery, Sort, SortValue } from './types/search.ts'
export type { Variable, VariableFilter, VariableSortField } from './types/variable.ts'
export { parseVariable, stringifyVariable } from './variable-value.ts'
