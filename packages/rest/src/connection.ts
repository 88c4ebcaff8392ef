import type { ValidationMode } from './options.ts'
import type { TransportOptions } from './settings.ts'
import { sleep } from './sleep.ts'
import { createTransport, type Transport } from './transport.ts'

/** What the resources of one client share: its transport and its options. */
export interface Connection {
  readonly transport: Transport
  readonly validate: ValidationMode
  /** Version of the server: what it does not know is not sent. */
  readonly version?: string | undefined
  readonly now: () => number
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

/**
 * Makes the connection of a client.
 *
 * @param transport - Where the API needs more than the transport of the options, such as a limit of its rate.
 * @throws `RestError` with code `config_invalid` that names the option
 */
export function createConnection(
  options: TransportOptions & {
    readonly validate?: ValidationMode | undefined
    readonly version?: string | undefined
  },
  transport: Transport = createTransport(options),
): Connection {
  return {
    transport,
    validate: options.validate ?? 'lenient',
    version: options.version,
    now: options.now ?? Date.now,
    sleep: (options.sleep as Connection['sleep']) ?? sleep,
  }
}

const connections = new WeakMap<object, Connection>()

/** Remembers what a client or a resource is connected through, and returns it. */
export function connected<Client extends object>(client: Client, connection: Connection): Client {
  connections.set(client, connection)
  return client
}

/** Returns the connection of a client or a resource; undefined for options of a new one. */
export function connectionOf(source: object): Connection | undefined {
  return connections.get(source)
}
