// Searches change nothing, so they may be sent again although they are POST.

export const processDefinitionRoutes = {
  search: {
    id: 'processDefinitions.search',
    method: 'POST',
    path: '/process-definitions/search',
    takes: 'body',
    safe: true,
  },
  get: { id: 'processDefinitions.get', method: 'GET', path: '/process-definitions/{key}' },
  getXml: { id: 'processDefinitions.getXml', method: 'GET', path: '/process-definitions/{key}/xml', answer: 'text' },
} as const

export const processInstanceRoutes = {
  search: {
    id: 'processInstances.search',
    method: 'POST',
    path: '/process-instances/search',
    takes: 'body',
    safe: true,
  },
  get: { id: 'processInstances.get', method: 'GET', path: '/process-instances/{key}' },
  delete: { id: 'processInstances.delete', method: 'DELETE', path: '/process-instances/{key}' },
  getStatistics: { id: 'processInstances.getStatistics', method: 'GET', path: '/process-instances/{key}/statistics' },
  getSequenceFlows: {
    id: 'processInstances.getSequenceFlows',
    method: 'GET',
    path: '/process-instances/{key}/sequence-flows',
  },
} as const

export const flowNodeInstanceRoutes = {
  search: {
    id: 'flowNodeInstances.search',
    method: 'POST',
    path: '/flownode-instances/search',
    takes: 'body',
    safe: true,
  },
  get: { id: 'flowNodeInstances.get', method: 'GET', path: '/flownode-instances/{key}' },
} as const

export const incidentRoutes = {
  search: { id: 'incidents.search', method: 'POST', path: '/incidents/search', takes: 'body', safe: true },
  get: { id: 'incidents.get', method: 'GET', path: '/incidents/{key}' },
} as const

export const variableRoutes = {
  search: { id: 'variables.search', method: 'POST', path: '/variables/search', takes: 'body', safe: true },
  get: { id: 'variables.get', method: 'GET', path: '/variables/{key}' },
} as const

export const decisionDefinitionRoutes = {
  search: {
    id: 'decisionDefinitions.search',
    method: 'POST',
    path: '/decision-definitions/search',
    takes: 'body',
    safe: true,
  },
  get: { id: 'decisionDefinitions.get', method: 'GET', path: '/decision-definitions/{key}' },
} as const

export const decisionInstanceRoutes = {
  search: {
    id: 'decisionInstances.search',
    method: 'POST',
    path: '/decision-instances/search',
    takes: 'body',
    safe: true,
  },
  get: { id: 'decisionInstances.get', method: 'GET', path: '/decision-instances/{id}' },
} as const

export const decisionRequirementsRoutes = {
  search: { id: 'decisionRequirements.search', method: 'POST', path: '/drd/search', takes: 'body', safe: true },
  get: { id: 'decisionRequirements.get', method: 'GET', path: '/drd/{key}' },
  getXml: { id: 'decisionRequirements.getXml', method: 'GET', path: '/drd/{key}/xml', answer: 'text' },
} as const
