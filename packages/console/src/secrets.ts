import { type ConnectorSecrets, createSecrets as createOn } from './resources/secrets.ts'
import { createConsoleTransport, type ResourceOptions } from './transport.ts'

export type { ConnectorSecrets } from './resources/secrets.ts'
export type { ResourceOptions } from './transport.ts'
export type { CreateSecretBody, Secrets, UpdateSecretBody } from './types/secret.ts'

/** Only {@link ConnectorSecrets}, for small bundles: without the other resources, and without validation. Defaults as in `createConsoleClient`. */
export function createSecrets(options: ResourceOptions): ConnectorSecrets {
  return createOn(createConsoleTransport(options))
}
