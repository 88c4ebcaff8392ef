import { array, closed, exactOptional, loose, object, openEnum, optional, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { clients as routes } from '../routes.ts'
import type {
  ClientConnectionDetails,
  ClientPermission,
  ClusterClient,
  CreateClientBody,
  CreatedClusterClient,
} from '../types/client.ts'
import { links } from './cluster.ts'
import type { Schemas } from './schemas.ts'

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
const created = loose({
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

export const clientsSchemas: Schemas<typeof routes> = {
  list: { response: array(client) },
  create: { body: createBody, response: created },
  get: { response: connectionDetails },
  delete: {},
}
