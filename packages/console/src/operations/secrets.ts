import type { Operation } from '@x/rest'
import { string } from 'valibot'
import { secrets as routes } from '../routes.ts'
import { secretsSchemas as schemas } from '../schemas/secrets.ts'

const params = { clusterUuid: string() }
const secretParams = { clusterUuid: string(), secretName: string() }

export const secretOperations: readonly Operation[] = [
  {
    ...routes.list,
    ...schemas.list,
    summary: 'All connector secrets of a cluster, name to value',
    permission: 'Connector Secrets: get',
    params,
  },
  {
    ...routes.create,
    ...schemas.create,
    summary: 'Adds a connector secret',
    permission: 'Connector Secrets: create',
    params,
  },
  {
    ...routes.update,
    ...schemas.update,
    summary: 'Gives a connector secret a new value',
    permission: 'Connector Secrets: update',
    params: secretParams,
  },
  {
    ...routes.delete,
    ...schemas.delete,
    summary: 'Deletes a connector secret; it may be listed for a while',
    permission: 'Connector Secrets: delete',
    params: secretParams,
  },
]
