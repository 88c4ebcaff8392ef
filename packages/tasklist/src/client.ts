import { createCheckedResources } from '@x/rest/shapes'
import { connect } from './connect.ts'
import { checked } from './generated/checked.ts'
import type { TasklistClient } from './generated/client.ts'
import type { TasklistClientOptions } from './options.ts'

/**
 * Creates a client of the Tasklist API v1: find, assign and complete user tasks. Camunda serves it up to 8.9; it is deprecated
 * since 8.8, in favor of the Orchestration Cluster REST API v2.
 *
 * Its methods throw `ApiError`, `NetworkError`, `TimeoutError` and `ValidationError` of `@x/rest`.
 *
 * @throws `RestError` with code `config_invalid` if `baseUrl` or another option is missing or malformed
 * @example
 * ```ts
 * import { createOAuth } from '@x/auth'
 * import { readClusterCredentials } from '@x/env'
 * import { createTasklistClient } from '@x/tasklist'
 *
 * const cluster = readClusterCredentials()
 * const tasklist = createTasklistClient({ auth: createOAuth(cluster), baseUrl: cluster.tasklistUrl })
 * const [task] = await tasklist.tasks.search({ state: 'CREATED', assigned: false })
 * if (task) await tasklist.tasks.assign(task.id, { assignee: 'jane' })
 * ```
 * @see [Tasklist API](https://docs.camunda.io/docs/8.9/apis-tools/tasklist-api-rest/tasklist-api-rest-overview/)
 */
export function createTasklistClient(options: TasklistClientOptions): TasklistClient {
  return createCheckedResources(connect(options), checked)
}
