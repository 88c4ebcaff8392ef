import type { Api, ApiRequest } from '../api.ts'
import { empty, text } from '../responses.ts'
import { createRouter } from '../router.ts'
import { activityRoutes } from './activity.ts'
import { backupRoutes } from './backups.ts'
import { clusterClientRoutes } from './cluster-clients.ts'
import { clusterRoutes } from './clusters.ts'
import { ipAllowlistRoutes } from './ip-allowlist.ts'
import { lifecycleRoutes } from './lifecycle.ts'
import { memberRoutes } from './members.ts'
import { monitoringRoutes } from './monitoring.ts'
import type { Organization } from './organization.ts'
import { Refusal } from './refusal.ts'
import { restoreRoutes } from './restores.ts'
import type { ConsoleRoute } from './route.ts'
import { secretRoutes } from './secrets.ts'
import { secureConnectivityRoutes } from './secure-connectivity.ts'

/** The Console API: 43 operations on one organization. As in Console, errors are plain text. */
export function createConsoleApi(organization: Organization): Api {
  const route = createRouter([
    ...clusterRoutes(organization),
    ...lifecycleRoutes(organization),
    ...clusterClientRoutes(organization),
    ...secretRoutes(organization),
    ...ipAllowlistRoutes(organization),
    ...backupRoutes(organization),
    ...restoreRoutes(organization),
    ...monitoringRoutes(organization),
    ...secureConnectivityRoutes(organization),
    ...memberRoutes(organization),
    ...activityRoutes(organization),
  ])
  return {
    handle: (request) => {
      const match = route(request.method, request.path)
      if (match === undefined) return text(404, 'Not Found')
      if ('allow' in match) return text(405, 'Method Not Allowed', { allow: match.allow })
      try {
        return run(match.route, match.params, request)
      } catch (error) {
        if (error instanceof Refusal) return text(error.status, error.message)
        throw error
      }
    },
    // All of its state is in the organization, which other products share.
    reset: () => {},
  }
}

const NOBODY = { clientId: '', permissions: new Set<string>() }

function run(route: ConsoleRoute, params: Readonly<Record<string, string>>, request: ApiRequest): Response {
  const { caller = NOBODY } = request
  if (route.permission !== undefined && !caller.permissions.has(route.permission)) {
    return request.caller ? text(403, 'Forbidden') : empty(401)
  }
  const body = route.body && readBody(request.body)
  const problem = route.body?.(body, 'body')
  if (problem !== undefined) throw new Refusal(400, problem)
  return route.handle({ param: (name) => params[name] ?? '', body, caller, headers: request.headers })
}

function readBody(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new Refusal(400, 'The body is not JSON')
  }
}
