import type { Operation } from '@x/rest'
import { string } from 'valibot'
import { clients as routes } from '../routes.ts'
import { clientsSchemas as schemas } from '../schemas/clients.ts'

const params = { clusterUuid: string() }
const clientParams = { clusterUuid: string(), clientId: string() }

export const clientOperations: readonly Operation[] = [
  {
    ...routes.list,
    ...schemas.list,
    summary: 'All API clients of a cluster, without their secrets',
    permission: 'Clients: get',
    params,
  },
  {
    ...routes.create,
    ...schemas.create,
    summary: 'Creates an API client and gives its secret, this once; without permissions it gets all of them',
    permission: 'Clients: create',
    params,
  },
  {
    ...routes.get,
    ...schemas.get,
    summary: 'Connection details of an API client',
    permission: 'Clients: get',
    params: clientParams,
  },
  {
    ...routes.delete,
    ...schemas.delete,
    summary: 'Deletes an API client, for good',
    permission: 'Clients: delete',
    params: clientParams,
  },
]
