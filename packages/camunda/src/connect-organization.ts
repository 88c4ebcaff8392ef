import type { OAuth } from '@x/auth'
import type { ConsoleClient } from '@x/console'
import type { HubClient } from '@x/hub'
import type { ModelerClient } from '@x/modeler'
import type { Authenticator } from '@x/rest'
import { createWholeClient } from './clients/linked-client.ts'
import { sharedOptions } from './clients/shared-options.ts'
import { authenticatorOf, baseUrlOption, checkOrganization } from './credentials.ts'
import type { ConnectOptions, OrganizationConnection } from './options.ts'

/** An organization. Its clients are loaded when they are first used. */
export interface ConnectedOrganization<Auth extends Authenticator = OAuth> {
  readonly auth: Auth
  /** Console (Administration): clusters, clients, members. SaaS only. */
  readonly console: ConsoleClient
  /** Web Modeler v1, up to 8.11. */
  readonly modeler: ModelerClient
  /** Camunda Hub v2, from 8.10 on. */
  readonly hub: HubClient
}

/**
 * Connects to an organization. Nothing is sent until you call something.
 *
 * @throws `ClusterError` with reason `wrong_credentials` for the credentials of a cluster, and from a call for an API whose
 * address they lack, unless they are for SaaS; `AuthError` with code `config_invalid` that names what is missing or malformed
 * @example
 * ```ts
 * import { connectOrganization } from '@x/camunda'
 * import { readOrganizationCredentials } from '@x/env'
 *
 * const organization = connectOrganization(readOrganizationCredentials())
 * for (const { name, status } of await organization.console.clusters.list()) console.log(name, status)
 * ```
 */
export function connectOrganization<Auth extends Authenticator = OAuth>(
  credentials: OrganizationConnection,
  options: ConnectOptions<Auth> = {},
): ConnectedOrganization<Auth> {
  checkOrganization(credentials)
  const auth = authenticatorOf(credentials, options)
  const shared = { ...sharedOptions(auth, options), audience: credentials.audience }
  const at = (name: 'consoleUrl' | 'modelerUrl' | 'hubUrl'): object => baseUrlOption(credentials, name)
  return {
    auth,
    console: createWholeClient(async () => {
      const { createConsoleClient } = await import('@x/console')
      return createConsoleClient({ ...shared, ...at('consoleUrl') })
    }),
    modeler: createWholeClient(async () => {
      const { createModelerClient } = await import('@x/modeler')
      return createModelerClient({ ...shared, ...at('modelerUrl') })
    }),
    hub: createWholeClient(async () => {
      const { createHubClient } = await import('@x/hub')
      return createHubClient({ ...shared, ...at('hubUrl') })
    }),
  }
}
