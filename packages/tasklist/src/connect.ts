import { type Connection, checkBaseUrl, connectionOf, createConnection, type Transport } from '@x/rest'
import { tasklistApi } from './about.ts'
import { checkTaskSearch } from './check-task-search.ts'
import { explain, isNotServed } from './explain.ts'
import type { TasklistClient } from './generated/client.ts'
import type { TasklistClientOptions } from './options.ts'

/**
 * Returns the connection of a client, or creates one.
 *
 * @throws `RestError` with code `config_invalid` if an option is missing or malformed
 */
export function connect(source: TasklistClientOptions | Partial<TasklistClient>): Connection {
  const known = connectionOf(source)
  if (known) return known
  const { baseUrl, audience = tasklistApi.audience, ...rest } = source as TasklistClientOptions
  const options = {
    ...rest,
    api: tasklistApi.title,
    baseUrl: versioned(checkBaseUrl(baseUrl)),
    audience: audience === '' ? undefined : audience,
    explain,
    isNotServed,
  }
  return createConnection(options, withSearches)
}

function versioned(baseUrl: string): string {
  const { versionPath } = tasklistApi
  return baseUrl.endsWith(versionPath) ? baseUrl : baseUrl + versionPath
}

/** Checks searches in every mode of validation: a condition without a value would return the tasks of all users. */
function withSearches(transport: Transport): Transport {
  return {
    async call(route, input, options, read) {
      if (route.id === 'tasks.search') checkTaskSearch(route.id, Object(input?.body))
      return transport.call(route, input, options, read)
    },
  }
}
