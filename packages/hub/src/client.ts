import { createCheckedResources } from '@x/rest/shapes'
import { connect } from './connect.ts'
import { checked } from './generated/checked.ts'
import type { HubClient } from './generated/client.ts'
import type { HubClientOptions } from './options.ts'

/**
 * Creates a client of the Camunda Hub API v2, the successor of the Web Modeler API: workspaces, projects, files, versions,
 * snapshots, environments and the catalog. Camunda serves it from 8.10 on, on SaaS and Self-Managed.
 *
 * A token acts for the whole organization: it can read and change every workspace.
 *
 * Its methods throw `ApiError`, `NetworkError`, `TimeoutError` and `ValidationError` of `@x/rest`.
 *
 * @throws `RestError` with code `config_invalid` that names the option
 * @example
 * ```ts
 * import { createOAuth } from '@x/auth'
 * import { readOrganizationCredentials } from '@x/env'
 * import { createHubClient } from '@x/hub'
 *
 * const organization = readOrganizationCredentials()
 * const hub = createHubClient({ auth: createOAuth(organization), baseUrl: organization.hubUrl })
 *
 * const { workspaceKey } = await hub.workspaces.create({ name: 'Orders' })
 * const { projectKey } = await hub.projects.create({ name: 'Order handling', workspaceKey })
 * ```
 * @see [Hub API](https://docs.camunda.io/docs/apis-tools/hub-api-saas/overview/)
 */
export function createHubClient(options: HubClientOptions): HubClient {
  return createCheckedResources(connect(options), checked)
}
