import { type Clients, createClients as createOn } from './resources/clients.ts'
import { createConsoleTransport, type ResourceOptions } from './transport.ts'

export type { Clients } from './resources/clients.ts'
export type { ResourceOptions } from './transport.ts'
export type {
  ClientConnectionDetails,
  ClientPermission,
  ClusterClient,
  CreateClientBody,
  CreatedClusterClient,
} from './types/client.ts'

/** Only {@link Clients}, for small bundles: without the other resources, and without validation. Defaults as in `createConsoleClient`. */
export function createClients(options: ResourceOptions): Clients {
  return createOn(createConsoleTransport(options))
}
