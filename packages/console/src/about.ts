import type { ApiDescription } from '@x/rest'

/** The Console API, which Camunda also calls Administration API. SaaS only. */
export const consoleApi: ApiDescription = {
  name: 'console',
  title: 'Console',
  versionPath: '',
  audience: 'api.cloud.camunda.io',
  baseUrl: 'https://api.cloud.camunda.io',
  credentials: 'organization',
  address: 'consoleUrl',
}
