import { Secret } from '@x/env'
import {
  type CallOptions,
  type ClientOptions,
  createTransport,
  type FailedCall,
  type Route,
  ValidationError,
} from '@x/rest'

/** Options of {@link createConnectorSecrets}. `auth` needs a client of the cluster with the scope `Secrets`. */
export interface ConnectorSecretsOptions extends Omit<ClientOptions, 'validate'> {
  /** @defaultValue `https://cluster-api.cloud.camunda.io` */
  readonly baseUrl?: string | URL | undefined
  /** Audience of the token. @defaultValue `secrets.camunda.io` */
  readonly audience?: string | undefined
}

/** The connector secrets of one cluster on SaaS, for your own connector runtime. */
export interface ConnectorSecrets {
  /**
   * Returns all connector secrets of the cluster that the token belongs to, by name. Each value is a `Secret` of
   * `@x/env`: printed or sent as JSON, it is `[redacted]`, and `reveal()` returns the value.
   *
   * Not cached: Camunda's own runtime reads them at most every 20 seconds.
   *
   * @throws {ApiError} 401 or 403 if the client lacks the scope `Secrets`
   * @throws {ValidationError} code `response_invalid` if the response is not an object of strings
   */
  list(options?: CallOptions): Promise<ReadonlyMap<string, Secret>>
}

const listRoute: Route = { id: 'connectorSecrets.list', method: 'GET', path: '/secrets' }

/**
 * Creates a reader of the connector secrets of a cluster on SaaS: those that you enter in Console. A connector runtime that
 * runs outside SaaS (hybrid mode) reads them this way, with a client of the cluster that has the scope `Secrets`.
 *
 * **Undocumented**: Camunda does not publish this API, so it may change without notice. To manage the secrets of any cluster,
 * use `secrets` of `@x/console`; for those of the cluster's own stores (Camunda 8.10), `secrets` of this package.
 *
 * @throws `RestError` with code `config_invalid` that names the option
 * @example
 * ```ts
 * import { createOAuth } from '@x/auth'
 * import { readClusterCredentials } from '@x/env'
 * import { createConnectorSecrets } from '@x/orchestration/connector-secrets'
 *
 * const secrets = createConnectorSecrets({ auth: createOAuth(readClusterCredentials()) })
 * const values = await secrets.list()
 * const password = values.get('SMTP_PASSWORD')?.reveal()
 * ```
 */
export function createConnectorSecrets(options: ConnectorSecretsOptions): ConnectorSecrets {
  const { baseUrl = 'https://cluster-api.cloud.camunda.io', audience = 'secrets.camunda.io', ...rest } = Object(options)
  const transport = createTransport({
    ...rest,
    api: 'Connector secrets',
    baseUrl,
    audience,
    explain,
  })
  return {
    list: (callOptions) => transport.call(listRoute, {}, callOptions, readSecrets),
  }
}

function readSecrets(response: unknown): ReadonlyMap<string, Secret> {
  if (Object(response) !== response || Array.isArray(response)) refuse('', 'must be an object')
  const secrets = new Map<string, Secret>()
  for (const [name, value] of Object.entries(response as object)) {
    if (typeof value !== 'string') refuse(name, 'must be a string')
    secrets.set(name, new Secret(value))
  }
  return secrets
}

function refuse(path: string, message: string): never {
  throw new ValidationError(listRoute.id, 'response', [{ path, message }])
}

function explain({ status }: FailedCall): string | undefined {
  if (status !== 401 && status !== 403) return undefined
  return 'use a client of the cluster that was created with the scope Secrets'
}

export type { Secret } from '@x/env'
