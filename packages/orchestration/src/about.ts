import type { ApiDescription } from '@x/rest'

/** The Orchestration Cluster API v2: from Camunda 8.8 on. */
export const orchestrationApi: ApiDescription = {
  name: 'orchestration',
  title: 'Orchestration Cluster API',
  versionPath: '/v2',
  audience: 'zeebe.camunda.io',
  credentials: 'cluster',
  address: 'restUrl',
}
