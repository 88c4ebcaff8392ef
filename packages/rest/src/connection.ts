import type { ValidationMode } from './options.ts'
import type { TransportOptions } from './settings.ts'
import { sleep } from './sleep.ts'
import { createTransport, type Transport } from './transport.ts'

/** What the resources of one client share: its transport and its options. */
export interface Connection {
  readonly transport: Transport
  readonly validate: ValidationMode
  /** Version of the server: operations, members and values that it does not know are rejected. */
  readonly version?: string | undefined
  readonly now: () => number
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

/**
 * Creates the connection of a client.
 *
 * @param transport - For APIs that wrap the transport, for example to limit the rate of calls.
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
