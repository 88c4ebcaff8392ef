import type { Route } from '@x/rest'

type Routes<Verb extends string> = Readonly<Record<Verb, Route>>

// Searches change nothing, so they may be sent again although they are POST.

export const processDefinitionRoutes: Routes<'search' | 'get' | 'getXml'> = {
  search: { id: 'processDefinitions.search', method: 'POST', path: '/process-definitions/search', safe: true },
  get: { id: 'processDefinitions.get', method: 'GET', path: '/process-definitions/{key}' },
  getXml: { id: 'processDefinitions.getXml', method: 'GET', path: '/process-definitions/{key}/xml', answer: 'text' },
}

export const processInstanceRoutes: Routes<'search' | 'get' | 'delete' | 'getStatistics' | 'getSequenceFlows'> = {
  search: { id: 'processInstances.search', method: 'POST', path: '/process-instances/search', safe: true },
  get: { id: 'processInstances.get', method: 'GET', path: '/process-instances/{key}' },
  delete: { id: 'processInstances.delete', method: 'DELETE', path: '/process-instances/{key}' },
  getStatistics: { id: 'processInstances.getStatistics', method: 'GET', path: '/process-instances/{key}/statistics' },
  getSequenceFlows: {
    id: 'processInstances.getSequenceFlows',
    method: 'GET',
    path: '/process-instances/{key}/sequence-flows',
  },
}

export const flowNodeInstanceRoutes: Routes<'search' | 'get'> = {
  search: { id: 'flowNodeInstances.search', method: 'POST', path: '/flownode-instances/search', safe: true },
  get: { id: 'flowNodeInstances.get', method: 'GET', path: '/flownode-instances/{key}' },
}

export const incidentRoutes: Routes<'search' | 'get'> = {
  search: { id: 'incidents.search', method: 'POST', path: '/incidents/search', safe: true },
  get: { id: 'incidents.get', method: 'GET', path: '/incidents/{key}' },
}

export const variableRoutes: Routes<'search' | 'get'> = {
  search: { id: 'variables.search', method: 'POST', path: '/variables/search', safe: true },
  get: { id: 'variables.get', method: 'GET', path: '/variables/{key}' },
}

export const decisionDefinitionRoutes: Routes<'search' | 'get'> = {
  search: { id: 'decisionDefinitions.search', method: 'POST', path: '/decision-definitions/search', safe: true },
  get: { id: 'decisionDefinitions.get', method: 'GET', path: '/decision-definitions/{key}' },
}

export const decisionInstanceRoutes: Routes<'search' | 'get'> = {
  search: { id: 'decisionInstances.search', method: 'POST', path: '/decision-instances/search', safe: true },
  get: { id: 'decisionInstances.get', method: 'GET', path: '/decision-instances/{id}' },
}

export const decisionRequirementsRoutes: Routes<'search' | 'get' | 'getXml'> = {
  search: { id: 'decisionRequirements.search', method: 'POST', path: '/drd/search', safe: true },
  get: { id: 'decisionRequirements.get', method: 'GET', path: '/drd/{key}' },
  getXml: { id: 'decisionRequirements.getXml', method: 'GET', path: '/drd/{key}/xml', answer: 'text' },
}
