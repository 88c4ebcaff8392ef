import type { Authenticator } from './authenticator.ts'
import { must } from './errors.ts'
import type { ProxyEvent } from './events.ts'
import type { ProxiedOperation } from './operation.ts'
import { createRouteTable, type RouteTable } from './route-table.ts'

/** One API behind the proxy. */
export interface ProxiedApi {
  /** Address of the API, as for its client. The only place that requests for it go to. */
  readonly baseUrl: string | URL | undefined
  /**
   * What the client of the API puts between the address and the operations' paths: `/v1` for Operate, `/api/v1` for Web
   * Modeler. Added to `baseUrl` unless that ends with it. @defaultValue none, as for Console
   */
  readonly versionPath?: string | undefined
  /** Who the proxy is, see `@x/auth`. */
  readonly auth: Authenticator
  /** Whom the token is for: `operate.camunda.io`, or `api.cloud.camunda.io` for Console and Web Modeler on SaaS. @defaultValue none */
  readonly audience?: string | undefined
  /** All operations of the API, as `@x/operate/operations` and its siblings have them. Those that are not listed have to be known too. */
  readonly operations: readonly ProxiedOperation[]
  /** Ids of the operations that pages may call. */
  readonly allow: readonly string[]
}

/** What `authorize` decides on. */
export interface AuthorizedCall {
  /** Name of the API in `apis`. */
  readonly api: string
  /** Operation id, for example `processInstances.get`. */
  readonly operation: string
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>
}

/** Options of `createProxy`. */
export interface ProxyOptions<Session = unknown> {
  /** What is in front of the names of the APIs in the path: `/camunda` makes `/camunda/operate`. */
  readonly basePath: string
  /** Origins of the pages that may call, for example `https://app.example.com`. Compared exactly; the proxy sends no CORS headers. */
  readonly origins: readonly string[]
  /**
   * Who is calling: a session, or nothing (`undefined`, `null`, `false`) for 401. See `createSessionCookie` for one way to
   * keep sessions. The host of the request's URL is what the caller says; do not trust it.
   */
  readonly session: (
    request: Request,
  ) => Session | undefined | null | false | Promise<Session | undefined | null | false>
  /** Whether this session may make this call; anything but `true` is 403. @defaultValue every session may make every listed call */
  readonly authorize?: ((session: Session, call: AuthorizedCall) => boolean | Promise<boolean>) | undefined
  /** The APIs by the names they have in the path. */
  readonly apis: Readonly<Record<string, ProxiedApi>>
  /** Longest body of a request in bytes. @defaultValue `1_000_000` */
  readonly maxBodyBytes?: number | undefined
  /** Time allowed for one request, from its arrival to the last byte of the answer, in milliseconds. @defaultValue `30_000` */
  readonly timeoutMs?: number | undefined
  /** Looked up at call time. @defaultValue `globalThis.fetch` */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Current time in milliseconds, for durations. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
  /** Told about each request when its answer is complete; its result and its exceptions are ignored. */
  readonly onEvent?: ((event: ProxyEvent) => void) | undefined
}

/** One API, checked. */
export interface ApiSettings {
  readonly name: string
  /** What a path of the API begins with; no slash at the end. */
  readonly mount: string
  /** Address with version, without a slash at the end. */
  readonly baseUrl: string
  readonly auth: Authenticator
  readonly audience: string | undefined
  readonly find: RouteTable
}

/** The options, checked once and with their defaults. */
export interface Settings {
  readonly origins: ReadonlySet<string>
  readonly session: (request: Request) => unknown
  readonly authorize: ((session: never, call: AuthorizedCall) => unknown) | undefined
  readonly apis: readonly ApiSettings[]
  readonly maxBodyBytes: number
  readonly timeoutMs: number
  readonly fetch: typeof globalThis.fetch | undefined
  readonly now: () => number
  readonly emit: (event: ProxyEvent) => void
}

/** @throws `ProxyConfigError` that names the option. */
export function readOptions<Session>(options: ProxyOptions<Session>): Settings {
  const { origins, session, authorize, maxBodyBytes = 1_000_000, timeoutMs = 30_000, now = Date.now, onEvent } = options
  const basePath = readPath(options.basePath, 'basePath')
  must(typeof session === 'function', 'session', 'has to be a function: who is calling?')
  must(authorize === undefined || typeof authorize === 'function', 'authorize', 'has to be a function')
  must(Array.isArray(origins) && origins.length > 0, 'origins', 'has to name the origins of your pages')
  for (const origin of origins) {
    const exact = URL.canParse(origin) && /^https?:/.test(origin) && new URL(origin).origin === origin
    must(exact, 'origins', 'has to hold scheme, host and port only, such as https://app.example.com')
  }
  must(Number.isInteger(maxBodyBytes) && maxBodyBytes >= 0, 'maxBodyBytes', 'has to be a number of bytes')
  // Timers count in 31 bits.
  must(timeoutMs > 0 && timeoutMs < 2 ** 31, 'timeoutMs', 'has to be a number of milliseconds')
  return {
    origins: new Set(origins),
    session,
    authorize,
    apis: Object.entries(options.apis ?? {}).map(([name, api]) => readApi(basePath, name, api)),
    maxBodyBytes,
    timeoutMs,
    fetch: options.fetch,
    now,
    // Async, so that neither an exception nor a rejected promise of the listener comes back to us.
    emit: (event) => void (async () => onEvent?.(event))().catch(() => {}),
  }
}

function readApi(basePath: string, name: string, api: ProxiedApi): ApiSettings {
  const option = `apis.${name}`
  must(/^[\w-]+$/.test(name), option, 'has to be named with letters, digits, - and _')
  const { auth, audience, operations, allow } = api
  must(typeof auth?.headers === 'function', `${option}.auth`, 'has to be an authenticator, for example one of @x/auth')
  must(Array.isArray(operations), `${option}.operations`, 'has to be the operation table of the API')
  must(Array.isArray(allow), `${option}.allow`, 'has to list the ids of operations')
  const ids = new Set(operations.map(({ id }) => id))
  for (const id of allow) must(ids.has(id), `${option}.allow`, `lists ${id}, which is no operation of the table`)
  const versionPath = readPath(api.versionPath ?? '', `${option}.versionPath`)
  const address = readBaseUrl(api.baseUrl, `${option}.baseUrl`)
  return {
    name,
    mount: `${basePath}/${name}${versionPath}`,
    baseUrl: address.endsWith(versionPath) ? address : address + versionPath,
    auth,
    audience,
    find: createRouteTable(operations, allow),
  }
}

function readBaseUrl(baseUrl: string | URL | undefined, option: string): string {
  const url = baseUrl !== undefined && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  must(url && /^https?:$/.test(url.protocol), option, 'has to be an address that begins with https:// or http://')
  must(!url.username && !url.password, option, 'must not hold a user name or password: use `auth`')
  must(!url.search && !url.hash, option, 'must not have a query or a fragment')
  return url.href.replace(/\/+$/, '')
}

/** A path without a slash at its end; empty for the root. */
function readPath(path: string, option: string): string {
  const text = String(path).replace(/\/$/, '')
  must(/^(\/[\w.-]*\w)*$/.test(text), option, 'has to be a plain path that begins with a slash, such as /camunda')
  return text
}
