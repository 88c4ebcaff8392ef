import type { ApiDescription } from '@x/rest'

/** The Operate API v1: up to Camunda 8.9. */
export const operateApi: ApiDescription = {
  name: 'operate',
  title: 'Operate',
  versionPath: '/v1',
  audience: 'operate.camunda.io',
  credentials: 'cluster',
  address: 'operateUrl',
}
