import type { OrchestrationClient, OrchestrationClientOptions } from '@x/orchestration'

type Resources = keyof OrchestrationClient

/** Loads the module of each resource. The names are literals, so that bundlers can split the modules. */
const modules: Readonly<Record<Resources, () => Promise<object>>> = {
  adHocSubProcesses: () => import('@x/orchestration/ad-hoc-sub-processes'),
  agentDefinitions: () => import('@x/orchestration/agent-definitions'),
  agentInstances: () => import('@x/orchestration/agent-instances'),
  auditLogs: () => import('@x/orchestration/audit-logs'),
  authentication: () => import('@x/orchestration/authentication'),
  authorizations: () => import('@x/orchestration/authorizations'),
  backups: () => import('@x/orchestration/backups'),
  batchOperations: () => import('@x/orchestration/batch-operations'),
  clock: () => import('@x/orchestration/clock'),
  clusterAdmin: () => import('@x/orchestration/cluster-admin'),
  clusterVariables: () => import('@x/orchestration/cluster-variables'),
  cluster: () => import('@x/orchestration/cluster'),
  conditionals: () => import('@x/orchestration/conditionals'),
  decisionDefinitions: () => import('@x/orchestration/decision-definitions'),
  decisionInstances: () => import('@x/orchestration/decision-instances'),
  decisionRequirements: () => import('@x/orchestration/decision-requirements'),
  deployments: () => import('@x/orchestration/deployments'),
  documents: () => import('@x/orchestration/documents'),
  elementInstances: () => import('@x/orchestration/element-instances'),
  exporting: () => import('@x/orchestration/exporting'),
  expressions: () => import('@x/orchestration/expressions'),
  forms: () => import('@x/orchestration/forms'),
  globalTaskListeners: () => import('@x/orchestration/global-task-listeners'),
  groups: () => import('@x/orchestration/groups'),
  incidents: () => import('@x/orchestration/incidents'),
  jobs: () => import('@x/orchestration/jobs'),
  license: () => import('@x/orchestration/license'),
  mappingRules: () => import('@x/orchestration/mapping-rules'),
  messageSubscriptions: () => import('@x/orchestration/message-subscriptions'),
  messages: () => import('@x/orchestration/messages'),
  processDefinitions: () => import('@x/orchestration/process-definitions'),
  processInstances: () => import('@x/orchestration/process-instances'),
  recovery: () => import('@x/orchestration/recovery'),
  resources: () => import('@x/orchestration/resources'),
  roles: () => import('@x/orchestration/roles'),
  secrets: () => import('@x/orchestration/secrets'),
  setup: () => import('@x/orchestration/setup'),
  signals: () => import('@x/orchestration/signals'),
  system: () => import('@x/orchestration/system'),
  tenants: () => import('@x/orchestration/tenants'),
  userTasks: () => import('@x/orchestration/user-tasks'),
  users: () => import('@x/orchestration/users'),
  variables: () => import('@x/orchestration/variables'),
}

/** Loads a resource and creates it: the module of `jobs` exports `createJobs`. */
export async function loadResource<Name extends Resources>(
  name: Name,
  options: OrchestrationClientOptions,
): Promise<OrchestrationClient[Name]> {
  const module = (await modules[name]()) as Record<string, Create<OrchestrationClient[Name]>>
  const create = module[`create${name.charAt(0).toUpperCase()}${name.slice(1)}`] as Create<OrchestrationClient[Name]>
  return create(options)
}

type Create<Resource> = (options: OrchestrationClientOptions) => Resource
