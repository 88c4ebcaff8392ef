import type { Operation } from '@x/rest'
import { closed, object, openEnum } from '@x/rest/validation'
import { array, exactOptional, type GenericSchema, looseObject, optional, string } from 'valibot'
import { clients as routes } from '../routes.ts'
import type {
  ClientConnectionDetails,
  ClientPermission,
  ClusterClient,
  CreateClientBody,
  CreatedClusterClient,
} from '../types/client.ts'
import { links } from './cluster.ts'

const params = { clusterUuid: string() }
const clientParams = { clusterUuid: string(), clientId: string() }

const permissions: GenericSchema<unknown, ClientPermission[]> = array(
  openEnum(['Zeebe', 'Operate', 'Tasklist', 'Optimize', 'Secrets']),
)

const client: GenericSchema<unknown, ClusterClient> = object({ name: string(), clientId: string(), permissions })

const createBody: GenericSchema<unknown, CreateClientBody> = closed({
  clientName: string(),
  permissions: exactOptional(permissions),
})

// The secret comes once. An answer that lacks something else, or has something more, must not cost the caller the
// secret, whatever the mode: only what it takes to use or delete the client is insisted on.
const created = looseObject({
  clientId: string(),
  clientSecret: string(),
  name: optional(string()),
  uuid: optional(string()),
  permissions: optional(array(string())),
  audience: optional(string()),
  links: optional(links),
}) as GenericSchema<unknown, CreatedClusterClient>

const connectionDetails: GenericSchema<unknown, ClientConnectionDetails> = object({
  name: string(),
  ZEEBE_ADDRESS: string(),
  ZEEBE_CLIENT_ID: string(),
  ZEEBE_AUTHORIZATION_SERVER_URL: string(),
})

export const clientOperations: readonly Operation[] = [
  {
    ...routes.list,
    summary: 'All API clients of a cluster, without their secrets',
    permission: 'Clients: get',
    params,
    response: array(client),
  },
  {
    ...routes.create,
    summary: 'Creates an API client and gives its secret, this once; without permissions it gets all of them',
    permission: 'Clients: create',
    params,
    body: createBody,
    response: created,
  },
  {
    ...routes.get,
    summary: 'Connection details of an API client',
    permission: 'Clients: get',
    params: clientParams,
    response: connectionDetails,
  },
  {
    ...routes.delete,
    summary: 'Deletes an API client, for good',
    permission: 'Clients: delete',
    params: clientParams,
  },
]
