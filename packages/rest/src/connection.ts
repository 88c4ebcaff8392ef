import { expectOption } from './errors.ts'
import type { WhyUnknown } from './lifetime.ts'
import type { ValidationMode } from './options.ts'
import { readSettings, type Settings, type TransportOptions } from './settings.ts'
import { type Transport, transportOf } from './transport.ts'

/** The transport and options that the resources of one client share. */
export interface Connection {
  readonly transport: Transport
  readonly validate: ValidationMode
  /** Rejects what the server's version does not know. */
  readonly whyUnknown?: WhyUnknown | undefined
  /** The client's options, checked and with defaults. */
  readonly settings: Settings
}

/**
 * Creates the connection of a client.
 *
 * @param wrap - Wraps the transport, for example with a rate limit.
 * @throws `RestError` with code `config_invalid` that names the option
 */
export function createConnection(
  options: TransportOptions & {
    readonly validate?: ValidationMode | undefined
    readonly whyUnknown?: WhyUnknown | undefined
  },
  wrap: (transport: Transport) => Transport = (transport) => transport,
): Connection {
  const { validate = 'lenient', whyUnknown } = options
  const settings = readSettings(options)
  return { transport: wrap(transportOf(settings)), validate, whyUnknown, settings }
}

const connections = new WeakMap<object, Connection>()

/** Stores the connection of a client or a resource, and returns the client or resource. */
export function connected<Client extends object>(client: Client, connection: Connection): Client {
  connections.set(client, connection)
  return client
}

/**
 * Returns the connection of a client or a resource; undefined for options of a new one.
 *
 * @throws `RestError` with code `config_invalid` for what is not an object
 */
export function connectionOf(source: object): Connection | undefined {
  expectOption(Object(source) === source, 'options', 'an object')
  return connections.get(source)
}
