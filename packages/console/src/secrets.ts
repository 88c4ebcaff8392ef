import { type ConnectorSecrets, secretsOver } from './resources/secrets.ts'
import { createConsoleTransport } from './transport.ts'
import type { ConsoleResourceOptions } from './types/options.ts'

export type { ConnectorSecrets } from './resources/secrets.ts'
export type { ConsoleResourceOptions } from './types/options.ts'
export type { CreateSecretBody, Secrets, UpdateSecretBody } from './types/secret.ts'

/**
 * Makes a client of connector secrets alone, for bundles that need no more. It brings no schemas: what goes in and out is not
 * checked.
 *
 * @throws RestError with code `config_invalid` that names the option.
 * @example
 * ```ts
 * import { createSecrets } from '@x/console/secrets'
 *
 * const secrets = createSecrets({ auth, baseUrl: organization.consoleUrl })
 * await secrets.update(clusterId, 'MAIL_PASSWORD', { secretValue })
 * ```
 */
export function createSecrets(options: ConsoleResourceOptions): ConnectorSecrets {
  return secretsOver(createConsoleTransport(options))
}
