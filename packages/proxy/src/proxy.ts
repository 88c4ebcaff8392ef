import { answerWith } from './answer.ts'
import { cancelBody } from './cancel-body.ts'
import { type Deadline, startDeadline } from './deadline.ts'
import { declaredQuery } from './declared-query.ts'
import { type ApiSettings, type ProxyOptions, readOptions, type Settings } from './options.ts'
import { parseBody } from './parse-body.ts'
import { type ProxyReason, problemResponse, Refusal } from './refusal.ts'
import { checkContentType, keepBody, readRequestBody } from './request-body.ts'
import type { RouteMatch } from './route-table.ts'
import { checkSameOrigin } from './same-origin.ts'
import { sendUpstream, type UpstreamRequest } from './upstream.ts'

/** Handles one request; never rejects. Works with any server that uses `Request` and `Response`. */
export type Proxy = (request: Request) => Promise<Response>

/**
 * Creates a backend-for-frontend: it keeps the client secret on the server, and lets the pages of your origin call the
 * operations you allow, for users you know.
 *
 * A request must be for an allowed operation (otherwise 404), from your own page (403) and from a signed-in user (401).
 * The proxy then sends a request of its own: address, path, query and headers are built from the configuration and from
 * checked parts. Responses are streamed, with few headers. An error is a problem document (RFC 9457) whose `type` is
 * `proxy:` and a {@link ProxyReason}.
 *
 * @throws `ProxyConfigError` that names the option.
 * @example
 * ```ts
 * import { createOAuth } from '@x/auth'
 * import { readClusterCredentials } from '@x/env'
 * import { operateApi } from '@x/operate'
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
 *       ...operateApi,
 *       baseUrl: cluster.operateUrl,
 *       auth: createOAuth(cluster),
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
    const ask: Ask = (run) => deadline.race(run, hostFailed)
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
      if (!target || !(await fits(target, ask))) throw new Refusal(404, 'not_found')
      checkSameOrigin(request, settings.origins)
      const kept = keepBody(request)
      // Read at the same time, because a `session` that cancels its body waits until this copy has ended, too.
      const reading = readCall(settings, kept, target, url.searchParams, deadline)
      reading.catch(() => cancelBody(kept))
      const session = await checkSession(settings, request, ask)
      const call = await reading
      await authorize(settings, session, call, target, ask)
      return await answerWith(
        await sendUpstream(settings, target.api, call, deadline),
        call.operation,
        deadline,
        finish,
      )
    } catch (error) {
      // Ends everything that is still pending for this request.
      deadline.abort()
      // Anything else is a defect, which pages must not see either.
      const refusal = error instanceof Refusal ? error : hostFailed()
      finish(refusal.status, refusal.reason)
      return problemResponse(refusal)
    }
  }
}

/** Calls a function of the host: `session`, `authorize`, a schema. Pages must not see its errors. */
type Ask = <T>(run: () => T | Promise<T>) => Promise<T>

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

/** Whether the path parameters match the operation's schemas. */
async function fits({ operation, params }: Target, ask: Ask): Promise<boolean> {
  for (const [name, value] of Object.entries(params)) {
    const schema = operation.params?.[name]
    if (schema && (await ask(() => schema['~standard'].validate(value))).issues) return false
  }
  return true
}

/** @throws Refusal */
async function checkSession(settings: Settings, request: Request, ask: Ask): Promise<unknown> {
  try {
    const session = await ask(() => settings.session(request))
    if (!session) throw new Refusal(401, 'session_missing')
    return session
  } finally {
    // The proxy has kept a copy, so this one is no longer needed.
    cancelBody(request)
  }
}

/** @throws Refusal */
async function authorize(
  { authorize }: Settings,
  session: unknown,
  { query, body }: UpstreamRequest,
  { api, operation, params }: Target,
  ask: Ask,
): Promise<void> {
  if (!authorize) return
  const call = {
    api: api.name,
    operation: operation.id,
    params,
    query: new URLSearchParams(query),
    body: operation.form ? undefined : parseBody(body),
  }
  if ((await ask(() => authorize(session as never, call))) !== true) throw new Refusal(403, 'forbidden')
}

function hostFailed(): Refusal {
  return new Refusal(500, 'host_failed')
}

/** Builds the request for upstream. @throws Refusal */
async function readCall(
  settings: Settings,
  request: Request,
  { operation, path }: Target,
  search: URLSearchParams,
  deadline: Deadline,
): Promise<UpstreamRequest> {
  const query = declaredQuery(search, operation)
  const limit = (operation.body ?? operation.form) === undefined ? 0 : settings.maxBodyBytes
  const headers: Record<string, string> = { accept: request.headers.get('accept') ?? '*/*' }
  const body = await readRequestBody(request, limit, deadline)
  if (body) headers['content-type'] = checkContentType(request.headers, operation)
  return { path, query, operation, headers, body }
}
