import { type Clients, clientsOver } from './resources/clients.ts'
import { createConsoleTransport } from './transport.ts'
import type { ConsoleResourceOptions } from './types/options.ts'

export type { Clients } from './resources/clients.ts'
export type {
  ClientConnectionDetails,
  ClientPermission,
  ClusterClient,
  CreateClientBody,
  CreatedClusterClient,
} from './types/client.ts'
export type { ConsoleResourceOptions } from './types/options.ts'

/**
 * Makes a client of API clients alone, for bundles that need no more. It brings no schemas: what goes in and out is not
 * checked.
 *
 * @throws RestError with code `config_invalid` that names the option.
 * @example
 * ```ts
 * import { createClients } from '@x/console/clients'
 *
 * const clients = createClients({ auth, baseUrl: organization.consoleUrl })
 * const worker = await clients.create(clusterId, { clientName: 'worker', permissions: ['Zeebe'] })
 * ```
 */
export function createClients(options: ConsoleResourceOptions): Clients {
  return clientsOver(createConsoleTransport(options))
}
