/** What is kept: whole resources. */
const STORED = [
  'users',
  'groups',
  'roles',
  'tenants',
  'mappingRules',
  'authorizations',
  'authentication',
  'documents',
  'clusterVariables',
  'globalTaskListeners',
  'setup',
  'auditLogs',
]

/** What the engine does and shows: verbs by resource. */
const SIMULATED: Readonly<Record<string, string>> = {
  deployments: 'create',
  processInstances:
    'create assignBusinessId delete deleteBatch modify modifyBatch migrate migrateBatch cancel cancelBatch suspend suspendBatch resume resumeBatch resolveIncidents resolveIncidentsBatch get search searchIncidents getSequenceFlows getElementStatistics getCallHierarchy getWaitStateStatistics',
  elementInstances: 'get search searchWaitStates setVariables searchIncidents',
  incidents: 'get search resolve getStatisticsByError getStatisticsByDefinition',
  jobs: 'activate complete fail throwError update updateBatch search getGlobalStatistics getTypeStatistics getWorkerStatistics getTimeSeriesStatistics getErrorStatistics',
  messages: 'publish correlate',
  signals: 'broadcast',
  messageSubscriptions: 'search searchCorrelated',
  decisionDefinitions: 'get getXml search evaluate',
  decisionInstances: 'get search delete deleteBatch',
  adHocSubProcesses: 'activateActivities',
  conditionals: 'evaluate',
  expressions: 'evaluate',
  system: 'getUsageMetrics',
  decisionRequirements: 'get getXml search',
  forms: 'get',
  resources: 'get getContent getContentBinary search delete',
  clock: 'pin reset',
  batchOperations: 'get search searchItems cancel suspend resume',
  processDefinitions:
    'get search getXml getStartForm getElementStatistics getInstanceStatistics getInstanceVersionStatistics searchVariableNames getMessageSubscriptionStatistics',
  variables: 'get search',
  userTasks:
    'get search assign unassign update complete getForm searchVariables searchEffectiveVariables searchAuditLogs',
}

/** Whether an operation of the Orchestration Cluster API is more than a sample. */
export function isReal(id: string): boolean {
  const [resource = '', verb = ''] = id.split('.')
  return STORED.includes(resource) || SIMULATED[resource]?.split(' ').includes(verb) === true
}
