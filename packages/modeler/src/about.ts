import type { ApiDescription } from '@x/rest'

/** The Web Modeler API v1: from Camunda 8.3 to 8.11. */
export const modelerApi: ApiDescription = {
  name: 'modeler',
  title: 'Web Modeler',
  versionPath: '/api/v1',
  audience: 'api.cloud.camunda.io',
  baseUrl: 'https://modeler.cloud.camunda.io',
  credentials: 'organization',
  address: 'modelerUrl',
}
