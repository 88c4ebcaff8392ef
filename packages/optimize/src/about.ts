import type { ApiDescription } from '@x/rest'

/** The public API of Optimize. */
export const optimizeApi: ApiDescription = {
  name: 'optimize',
  title: 'Optimize',
  versionPath: '/api',
  audience: 'optimize.camunda.io',
  credentials: 'cluster',
  address: 'optimizeUrl',
}
