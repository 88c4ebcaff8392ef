import type { ApiDescription } from '@x/rest'

/** The Tasklist API v1: up to Camunda 8.9. */
export const tasklistApi: ApiDescription = {
  name: 'tasklist',
  title: 'Tasklist',
  versionPath: '/v1',
  audience: 'tasklist.camunda.io',
  credentials: 'cluster',
  address: 'tasklistUrl',
}
