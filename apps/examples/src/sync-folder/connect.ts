import { createOAuth } from '@x/auth'
import { type CredentialsSource, readOrganizationCredentials } from '@x/env'
import { createModelerClient, type ModelerClient } from '@x/modeler'
import { SyncError } from './sync-error.ts'

/**
 * Makes a client of Web Modeler from the variables of an organization's API client. It keeps under the server's limit of
 * requests by itself: a sync of hundreds of files takes minutes, and fails none of them.
 *
 * @throws CredentialsError that says what is missing and where to get it.
 */
export function connect(variables: CredentialsSource): ModelerClient {
  const organization = readOrganizationCredentials(variables)
  const { modelerUrl: baseUrl, audience } = organization
  // The client would take Camunda's SaaS, for which these credentials are not.
  if (!baseUrl)
    throw new SyncError('CAMUNDA_MODELER_BASE_URL is not set. Self-Managed needs the address of Web Modeler')
  return createModelerClient({ auth: createOAuth(organization), baseUrl, audience })
}
