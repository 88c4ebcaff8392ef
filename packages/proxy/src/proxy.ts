import { answerWith } from './answer.ts'
import { type Deadline, startDeadline } from './deadline.ts'
import { declaredQuery } from './declared-query.ts'
import { type ApiSettings, type ProxyOptions, readOptions, type Settings } from './options.ts'
import { type ProxyReason, problemResponse, Refusal } from './refusal.ts'
import { jsonContentType, readRequestBody } from './request-body.ts'
import type { RouteMatch } from './route-table.ts'
import { checkSameOrigin } from './same-origin.ts'
import { sendUpstream } from './upstream.ts'

/** Answers one request; never rejects. Hand it to any server that speaks `Request` and `Response`. */
export type Proxy = (request: Request) => Promise<Response>

/**
 * Makes a backend-for-frontend: it keeps the client secret on the server, and lets a page of your origin call the
 * operations you list, for users you know.
 *
 * A request has to mean a listed operation (else 404), come from your own page (403) and from somebody signed in (401).
 * It is then written anew: address, path, query and headers are made of the configuration and of checked parts. Answers
 * are streamed, with few headers. What goes wrong is told as a problem document (RFC 9457) whose `type` is `proxy:` and
 * a {@link ProxyReason}.
 *
 * @throws `ProxyConfigError` that names the option.
 * @example
 * ```ts
 * import { createOAuth } from '@x/auth'
 * import { readClusterCredentials } from '@x/env'
 * import { operations } from '@x/operate/operations'
 * import { createProxy, createSessionCookie } from '@x/proxy'
 *
 * const cluster = readClusterCredentials()
 * const sessions = createSessionCookie<{ user: string }>({ secret: process.env.SESSION_SECRET })
 *
 * const proxy = createProxy({
 *   basePath: '/camunda',
 *   origins: ['https://app.example.com'],
 *   session: sessions.read,
 *   apis: {
 *     operate: {
 *       baseUrl: cluster.operateUrl,
 *       versionPath: '/v1',
 *       auth: createOAuth(cluster),
 *       audience: 'operate.camunda.io',
 *       operations,
 *       allow: ['processInstances.search', 'processInstances.get', 'incidents.search'],
 *     },
 *   },
 * })
 * ```
 * @see [OAuth 2.0 for Browser-Based Applications, section 6.1](https://www.ietf.org/archive/id/draft-ietf-oauth-browser-based-apps-25.html#section-6.1)
 */
export function createProxy<Session>(options: ProxyOptions<Session>): Proxy {
  const settings = readOptions(options)
  return async (request) => {
    const begin = settings.now()
    const { method } = request
    const deadline = startDeadline(settings.timeoutMs, request.signal)
    let target: Target | undefined
    let finished = false
    const finish = (status: number, reason?: ProxyReason): void => {
      if (finished) return
      finished = true
      deadline.clear()
      const durationMs = settings.now() - begin
      settings.emit({ api: target?.api.name, operation: target?.operation.id, method, status, reason, durationMs })
    }
    try {
      const url = new URL(request.url)
      target = findTarget(settings, method, url.pathname)
      if (!target || !(await fits(target, deadline))) throw new Refusal(404, 'not_found')
      checkSameOrigin(request, settings.origins)
      await checkCaller(settings, request, target, deadline)
      const upstream = await forward(settings, request, target, url.searchParams, deadline)
      return answerWith(upstream, deadline, finish)
    } catch (error) {
      // Nothing else is thrown but by a defect, and a defect is not to be told to a page either.
      const refusal = error instanceof Refusal ? error : new Refusal(500, 'host_failed')
      finish(refusal.status, refusal.reason)
      return problemResponse(refusal)
    }
  }
}

interface Target extends RouteMatch {
  readonly api: ApiSettings
}

function findTarget({ apis }: Settings, method: string, pathname: string): Target | undefined {
  for (const api of apis) {
    const match = pathname.startsWith(`${api.mount}/`) && api.find(method, pathname.slice(api.mount.length))
    if (match) return { ...match, api }
  }
  return undefined
}

/** Whether the path parameters are what the operation's schemas say. */
async function fits({ operation, params }: Target, deadline: Deadline): Promise<boolean> {
  for (const [name, value] of Object.entries(params)) {
    const schema = operation.params?.[name]
    if (schema && (await deadline.race(schema['~standard'].validate(value))).issues) return false
  }
  return true
}

/** @throws Refusal */
async function checkCaller(settings: Settings, request: Request, target: Target, deadline: Deadline): Promise<void> {
  const { api, operation, params } = target
  const call = { api: api.name, operation: operation.id, params }
  let session: unknown
  let allowed: unknown = true
  try {
    session = await deadline.race(settings.session(request))
    if (session && settings.authorize) allowed = await deadline.race(settings.authorize(session as never, call))
  } catch {
    throw deadline.signal.aborted ? deadline.signal.reason : new Refusal(500, 'host_failed')
  }
  if (!session) throw new Refusal(401, 'session_missing')
  if (allowed !== true) throw new Refusal(403, 'forbidden')
}

async function forward(
  settings: Settings,
  request: Request,
  { api, operation, path }: Target,
  search: URLSearchParams,
  deadline: Deadline,
): Promise<Response> {
  const query = declaredQuery(search, operation.query)
  const limit = operation.body === undefined ? 0 : settings.maxBodyBytes
  const headers: Record<string, string> = { accept: request.headers.get('accept') ?? '*/*' }
  const body = await readRequestBody(request, limit, deadline)
  if (body) headers['content-type'] = jsonContentType(request.headers)
  return sendUpstream(settings, api, { url: api.baseUrl + path + query, operation, headers, body }, deadline)
}
