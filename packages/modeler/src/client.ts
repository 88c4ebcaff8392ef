import { createCheckedResources } from '@x/rest/shapes'
import { connect } from './connect.ts'
import { checked } from './generated/checked.ts'
import type { ModelerClient } from './generated/client.ts'
import type { ModelerClientOptions } from './options.ts'

/**
 * Creates a client of the Web Modeler API v1, which Camunda serves from 8.3 to 8.11 (deprecated in 8.10; its successor is
 * the Hub API).
 *
 * A token acts for the whole organization: it can read and change every project, and its deletions are final.
 *
 * @throws `RestError` with code `config_invalid` that names the option.
 * @example
 * ```ts
 * import { createOAuth } from '@x/auth'
 * import { readOrganizationCredentials } from '@x/env'
 * import { createModelerClient } from '@x/modeler'
 *
 * const organization = readOrganizationCredentials()
 * const modeler = createModelerClient({ auth: createOAuth(organization), baseUrl: organization.modelerUrl })
 *
 * const project = await modeler.projects.create({ name: 'Orders' })
 * await modeler.collaborators.set({ email: 'jane@example.com', projectId: project.id, role: 'editor' })
 * ```
 * @see [Web Modeler API](https://docs.camunda.io/docs/apis-tools/web-modeler-api/overview/)
 */
export function createModelerClient(options: ModelerClientOptions): ModelerClient {
  return createCheckedResources(connect(options), checked)
}
