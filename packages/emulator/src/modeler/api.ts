import type { Api, ApiContext, ApiRequest } from '../api.ts'
import { readMinor } from '../camunda-version.ts'
import { Problem } from '../problem.ts'
import { createRandom } from '../random.ts'
import { createRouter } from '../router.ts'
import { readBody } from './body.ts'
import { collaboratorRoutes } from './collaborators.ts'
import { fileRoutes } from './files.ts'
import { folderRoutes } from './folders.ts'
import { infoRoutes } from './info.ts'
import { milestoneRoutes } from './milestones.ts'
import { problemResponse } from './problem.ts'
import { processApplicationRoutes } from './process-applications.ts'
import { projectRoutes } from './projects.ts'
import { createRequestLimit } from './rate-limit.ts'
import type { ModelerRoute } from './route.ts'
import { seedWorkspace } from './seed.ts'
import { versionRoutes } from './versions.ts'
import type { ModelerMember, Workspace } from './workspace.ts'

/** Settings of {@link createModelerApi}. */
export interface ModelerApiOptions extends ApiContext {
  /** People of the organization by email address. Read with each request. */
  readonly members: ReadonlyMap<string, ModelerMember>
  /** Address of Web Modeler's user interface, which links to comparisons begin with. By default, Camunda's SaaS. */
  readonly webUrl?: string | undefined
  /** Id of the organization, which only SaaS returns. */
  readonly organizationId?: string | undefined
  /** Seed for the ids. @defaultValue `1` */
  readonly seed?: number | undefined
  /**
   * How many requests a client may send per minute before it gets a 429; `false` for no limit, as on Self-Managed.
   * @defaultValue `240`
   */
  readonly requestsPerMinute?: number | false | undefined
  /**
   * Version of Camunda: 8.9 added versions, 8.10 added process applications, and 8.12 removes the API. @defaultValue
   * `8.10`
   */
  readonly version?: ModelerVersion | undefined
}

const BASE = '/api/v1'
const LAST_MINOR = 11
const VERSIONS = ['8.6', '8.7', '8.8', '8.9', '8.10', '8.11', '8.12'] as const

type ModelerVersion = (typeof VERSIONS)[number]

/**
 * The Web Modeler API v1: the 25 operations of its original description, and the 11 that Camunda 8.9 and 8.10 added.
 *
 * It has a few sample projects, which are created with the first request.
 *
 * @see [Web Modeler API](https://docs.camunda.io/docs/8.9/apis-tools/web-modeler-api/)
 */
export function createModelerApi(options: ModelerApiOptions): Api {
  const { clock, members, organizationId, requestsPerMinute = 240, version = '8.10' } = options
  const minor = readMinor(version, 'modeler: version', VERSIONS)
  const { webUrl = 'https://modeler.camunda.io', seed = 1 } = options
  const workspace: Workspace = {
    projects: new Map(),
    processApplications: new Map(),
    folders: new Map(),
    files: new Map(),
    versions: new Map(),
    random: createRandom(seed),
    members,
    clock,
    webUrl,
    minor,
  }
  const limit = requestsPerMinute === false ? undefined : createRequestLimit(clock, requestsPerMinute)
  const routes = [
    ...infoRoutes(organizationId),
    ...projectRoutes(workspace),
    ...processApplicationRoutes(workspace),
    ...collaboratorRoutes(workspace),
    ...folderRoutes(workspace),
    ...fileRoutes(workspace),
    ...milestoneRoutes(workspace),
    ...versionRoutes(workspace),
  ]
  const served = minor > LAST_MINOR ? [] : routes.filter(({ since = 0 }) => since <= minor)
  const route = createRouter(served.map((served) => ({ ...served, path: `${BASE}${served.path}` })))
  let seeded = false

  function respond(request: ApiRequest): Response {
    const { method, path, caller } = request
    const waitMs = limit?.take(caller?.clientId ?? '') ?? 0
    if (waitMs > 0) {
      const headers = { 'retry-after': String(Math.ceil(waitMs / 1000)) }
      return problemResponse(new Problem(429, 'Too many requests.'), path, headers)
    }
    const match = route(method, path)
    if (match === undefined) throw new Problem(404, `No static resource ${path.slice(1)}.`)
    if ('allow' in match) {
      return problemResponse(new Problem(405, `Method '${method}' is not supported.`), path, { allow: match.allow })
    }
    if (!seeded) seedWorkspace(workspace)
    seeded = true
    return run(match.route, match.params, request)
  }

  function run(found: ModelerRoute, params: Readonly<Record<string, string>>, request: ApiRequest): Response {
    const { caller } = request
    if (caller === undefined) throw new Problem(401, 'A bearer token is required.')
    if (found.permission !== undefined && !caller.permissions.has(found.permission)) {
      throw new Problem(403, 'Operation not allowed.')
    }
    const hasBody = found.body !== undefined && !(found.bodyOptional && request.body === '')
    return found.handle({
      param: (name) => params[name] ?? '',
      body: hasBody ? readBody(request, found.body ?? {}) : {},
      caller,
      stamp: { at: clock.now(), by: { name: caller.clientId } },
    })
  }

  return {
    handle: (request) => {
      try {
        return respond(request)
      } catch (error) {
        if (error instanceof Problem) return problemResponse(error, request.path)
        throw error
      }
    },
    reset: () => {
      limit?.reset()
      seeded = false
    },
  }
}
