import { createOAuth } from '@x/auth'
import { type CredentialsSource, readOrganizationCredentials } from '@x/env'
import { createModelerClient, type ModelerClient } from '@x/modeler'
import { SyncError } from './sync-error.ts'

/**
 * Creates a client of Web Modeler from the variables of an organization's API client. The client stays below the
 * server's rate limit, so a sync of hundreds of files takes minutes, but does not fail.
 *
 * @throws CredentialsError that says what is missing and where to get it
 */
export function connect(variables: CredentialsSource): ModelerClient {
  const organization = readOrganizationCredentials(variables)
  const { modelerUrl: baseUrl, audience } = organization
  // Without it, the client would use Camunda's SaaS with these credentials.
  if (!baseUrl)
    throw new SyncError('CAMUNDA_MODELER_BASE_URL is not set. Self-Managed needs the address of Web Modeler')
  return createModelerClient({ auth: createOAuth(organization), baseUrl, audience })
}
