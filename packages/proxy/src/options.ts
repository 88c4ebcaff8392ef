import type { Authenticator } from './authenticator.ts'
import { must } from './errors.ts'
import type { ProxyEvent } from './events.ts'
import { insecureReads, isLoopback } from './insecure-sessions.ts'
import type { ProxiedOperation } from './operation.ts'
import { createRouteTable, type RouteTable } from './route-table.ts'

/**
 * One API behind the proxy. Each API package exports a description of its API that has `versionPath`, the `audience` on
 * SaaS, and `baseUrl` if all customers share one address. Spread it first, so that your own members override it.
 *
 * @example
 * ```ts
 * import { operateApi } from '@x/operate'
 * import { operations } from '@x/operate/operations'
 * import type { ProxiedApi } from '@x/proxy'
 *
 * const operate: ProxiedApi = {
 *   ...operateApi,
 *   auth,
 *   baseUrl: process.env.CAMUNDA_OPERATE_URL,
 *   operations,
 *   allow: ['incidents.search'],
 * }
 * ```
 */
export interface ProxiedApi {
  /** Address of the API, as for its client; required. Requests for this API go nowhere else. */
  readonly baseUrl?: string | URL | undefined
  /**
   * Path between the address and the operations' paths, for example `/v1`. Appended to `baseUrl` unless that ends with it.
   *
   * @defaultValue none
   */
  readonly versionPath?: string | undefined
  /** Authenticates the proxy, see `@x/auth`. */
  readonly auth: Authenticator
  /** Audience of the token. @defaultValue none */
  readonly audience?: string | undefined
  /** All operations of the API, as `@x/operate/operations` and its siblings export them. The proxy must know those it does not allow, too. */
  readonly operations: readonly ProxiedOperation[]
  /** IDs of the operations that pages may call. */
  readonly allow: readonly string[]
}

/** One call, for `authorize` to decide on. */
export interface AuthorizedCall {
  /** Name of the API in `apis`. */
  readonly api: string
  /** Operation ID, for example `processInstances.get`. */
  readonly operation: string
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>
  /** A copy of the query. A name can occur more than once: use `getAll`. */
  readonly query: URLSearchParams
  /**
   * The JSON body, parsed and frozen; undefined if there is none, and for a form. A number of 16 digits or more, such
   * as a key, is a string here, exactly as sent. The API gets the bytes that the page sent.
   */
  readonly body: unknown
}

/** Options of `createProxy`. */
export interface ProxyOptions<Session = unknown> {
  /** Path before the names of the APIs: with `/camunda`, Operate is at `/camunda/operate`. */
  readonly basePath: string
  /** Origins of the pages that may call, for example `https://app.example.com`. Compared exactly; the proxy sends no CORS headers. */
  readonly origins: readonly string[]
  /**
   * Returns the caller's session, or nothing (`undefined`, `null`, `false`) for 401. See `createSessionCookie` for one way
   * to keep sessions. It may read the request's body, to which `maxBodyBytes` does not apply there. The host of the
   * request's URL comes from the caller; do not trust it.
   */
  readonly session: (
    request: Request,
  ) => Session | undefined | null | false | Promise<Session | undefined | null | false>
  /**
   * Returns whether this session may make this call; anything but `true` is 403. It can check a filter but not change it.
   * With it, a body that is not valid JSON, or has duplicate names, is 400.
   *
   * @defaultValue every session may make every allowed call
   */
  readonly authorize?: ((session: Session, call: AuthorizedCall) => boolean | Promise<boolean>) | undefined
  /** The APIs by their names in the path. */
  readonly apis: Readonly<Record<string, ProxiedApi>>
  /** Maximum length of a request body in bytes. @defaultValue `1_000_000` */
  readonly maxBodyBytes?: number | undefined
  /** Time limit of one request, from its arrival to the last byte of the response, in milliseconds. @defaultValue `30_000` */
  readonly timeoutMs?: number | undefined
  /** Sends the requests to Camunda. The global one is looked up at call time. @defaultValue `globalThis.fetch` */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined
  /** Current time in milliseconds, for durations. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
  /** Called for each request when its response has ended. What the listener returns or throws is ignored. */
  readonly onEvent?: ((event: ProxyEvent) => void) | undefined
}

/** One API, checked. */
export interface ApiSettings {
  readonly name: string
  /** Path prefix of the API, without a slash at the end. */
  readonly mount: string
  /** Address with version, without a slash at the end. */
  readonly baseUrl: string
  readonly auth: Authenticator
  readonly audience?: string | undefined
  readonly find: RouteTable
}

/** The options, checked and with defaults. */
export interface Settings {
  readonly origins: ReadonlySet<string>
  readonly session: (request: Request) => unknown
  readonly authorize?: ((session: never, call: AuthorizedCall) => unknown) | undefined
  readonly apis: readonly ApiSettings[]
  readonly maxBodyBytes: number
  readonly timeoutMs: number
  readonly fetch?: ProxyOptions['fetch']
  readonly now: () => number
  readonly emit: (event: ProxyEvent) => void
}

/** @throws `ProxyConfigError` that names the option. */
export function readOptions<Session>(options: ProxyOptions<Session>): Settings {
  const { origins, session, authorize, maxBodyBytes = 1_000_000, timeoutMs = 30_000, now = Date.now, onEvent } = options
  const basePath = readPath(options.basePath, 'basePath')
  must(typeof session === 'function', 'session', 'be a function')
  must(authorize === undefined || typeof authorize === 'function', 'authorize', 'be a function')
  must(
    Array.isArray(origins) && origins[0] && origins.every(isOrigin),
    'origins',
    'list origins such as https://app.example.com',
  )
  const insecure = insecureReads.has(session)
  must(!insecure || origins.every(isLoopback), 'origins', 'be loopback only: the session cookie is `insecure`')
  must(Number.isInteger(maxBodyBytes) && maxBodyBytes >= 0, 'maxBodyBytes', 'be a whole number')
  // Timers count in 31 bits.
  must(timeoutMs > 0 && timeoutMs < 2 ** 31, 'timeoutMs', 'be 1 to 2147483647')
  return {
    ...options,
    origins: new Set(origins),
    apis: Object.entries(options.apis ?? {}).map(([name, api]) => readApi(basePath, name, api)),
    maxBodyBytes,
    timeoutMs,
    now,
    // Async, so that neither an exception nor a rejected promise of the listener reaches the caller.
    emit: (event) => void (async () => onEvent?.(event))().catch(() => {}),
  }
}

function isOrigin(text: string): boolean {
  return parseUrl(text)?.origin === text
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) && /^https?:/i.test(text) ? new URL(text) : undefined
}

function readApi(basePath: string, name: string, api: ProxiedApi): ApiSettings {
  const option = `apis.${name}`
  must(/^[\w-]+$/.test(name), option, 'have only letters, digits, - and _')
  const { auth, operations, allow } = api
  must(typeof auth?.headers === 'function', `${option}.auth`, 'be an authenticator, see @x/auth')
  must(Array.isArray(operations), `${option}.operations`, 'be an operation table')
  must(Array.isArray(allow), `${option}.allow`, 'list operation IDs')
  const ids = new Set(operations.map(({ id }) => id))
  for (const id of allow) must(ids.has(id), `${option}.allow`, `not contain ${id}, which is not in \`operations\``)
  const versionPath = readPath(api.versionPath ?? '', `${option}.versionPath`)
  const address = readBaseUrl(api.baseUrl, `${option}.baseUrl`)
  return {
    ...api,
    name,
    mount: `${basePath}/${name}${versionPath}`,
    baseUrl: address.endsWith(versionPath) ? address : address + versionPath,
    find: createRouteTable(operations, allow),
  }
}

function readBaseUrl(baseUrl: string | URL | undefined, option: string): string {
  const url = parseUrl(String(baseUrl))
  must(url, option, 'start with https:// or http://')
  const { href, origin, pathname } = url
  must(href === origin + pathname, option, 'not have a user name, query or fragment')
  return href.replace(/\/+$/, '')
}

/** Returns a path without a slash at its end; empty for the root. */
function readPath(path: string, option: string): string {
  const text = String(path).replace(/\/$/, '')
  must(/^(\/[\w.-]*\w)*$/.test(text), option, 'be a path such as /camunda')
  return text
}
