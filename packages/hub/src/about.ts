import type { ApiDescription } from '@x/rest'

/** The Camunda Hub API v2: from Camunda 8.10 on. */
export const hubApi: ApiDescription = {
  name: 'hub',
  title: 'Camunda Hub',
  versionPath: '/api/v2',
  audience: 'api.cloud.camunda.io',
  baseUrl: 'https://hub.cloud.camunda.io',
  credentials: 'organization',
  address: 'hubUrl',
}
