import ky from 'ky'
import type { ApiError } from './api-error.ts'
import type { Authenticator } from './authenticator.ts'
import { checkBaseUrl, joinUrl } from './base-url.ts'
import type { Check } from './check.ts'
import { type Deadline, withDeadline } from './deadline.ts'
import { readApiError } from './error-answer.ts'
import { type CallInfo, NetworkError, RestError, TimeoutError } from './errors.ts'
import type { RestEvent } from './events.ts'
import { expandPath } from './expand-path.ts'
import { stringifyJson } from './json.ts'
import type { Route } from './operation.ts'
import type { CallOptions, ClientOptions } from './options.ts'
import { queryString } from './query-string.ts'
import { readAnswer } from './read-answer.ts'
import { isRepeatable, isWorthRetry, readRetryAfter, retryDelayMs, retryPolicy, sleep } from './retry.ts'

/** What goes into one call. */
export interface CallInput {
  /** Path parameters in the order of the path. */
  readonly params?: readonly string[] | undefined
  readonly query?: object | undefined
  readonly body?: unknown
}

/** Sends operations. All that a resource needs to know of the network. */
export interface Transport {
  /**
   * Sends one operation and gives its answer.
   *
   * @throws {@link ApiError}, {@link NetworkError}, {@link TimeoutError}, `MalformedResponseError`, `ValidationError`;
   * whatever the authenticator throws; and the signal's own `reason` when the caller aborts.
   */
  call<T>(route: Route, input?: CallInput, options?: CallOptions): Promise<T>
}

export interface TransportOptions extends Omit<ClientOptions, 'validate' | 'baseUrl'> {
  /** Name of the API, for messages: `Operate`. */
  readonly api: string
  readonly baseUrl: string | URL
  /** Checks what goes out and what comes in; see `createCheck` of `@x/rest/validation`. */
  readonly check?: Check | undefined
  /** A hint for the message of an error, such as that this server no longer has this API. Constant texts, please. */
  readonly explain?: ((error: ApiError) => string | undefined) | undefined
  /** Current time in milliseconds. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
  /** Where the jitter comes from: a number from 0 to 1. @defaultValue `Math.random` */
  readonly random?: (() => number) | undefined
  /** Waits before a retry. @defaultValue a timer */
  readonly sleep?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined
}

/**
 * Makes what the API clients send their operations with: authentication, safe retries, one time limit over the whole
 * call, typed errors.
 *
 * @throws {@link RestError} with code `config_invalid` that names the option.
 * @example
 * ```ts
 * const transport = createTransport({ api: 'Example', baseUrl: 'https://api.example.com', auth })
 * const thing = await transport.call<Thing>({ id: 'things.get', method: 'GET', path: '/things/{id}' }, { params: ['7'] })
 * ```
 */
export function createTransport(options: TransportOptions): Transport {
  const settings = readSettings(options)
  return {
    call: async <T>(route: Route, input: CallInput = {}, callOptions: CallOptions = {}) =>
      (await send(settings, route, input, callOptions)) as T,
  }
}

interface Settings {
  readonly api: string
  readonly auth: Authenticator
  readonly baseUrl: string
  readonly audience: string | undefined
  readonly fetch: typeof globalThis.fetch | undefined
  readonly timeoutMs: number
  readonly retry: ClientOptions['retry']
  readonly userAgent: string | undefined
  readonly check: Check
  readonly explain: TransportOptions['explain']
  readonly emit: ((event: RestEvent) => void) | undefined
  readonly now: () => number
  readonly random: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

function readSettings(options: TransportOptions): Settings {
  const { api, auth, audience, fetch, timeoutMs = 30_000, retry, userAgent, onEvent } = options
  if (typeof auth?.headers !== 'function') {
    throw new RestError('config_invalid', '`auth` has to be an authenticator, for example one of @x/auth')
  }
  retryPolicy(retry)
  return {
    api,
    auth,
    baseUrl: checkBaseUrl(options.baseUrl),
    audience,
    fetch,
    timeoutMs: checkTimeout(timeoutMs),
    retry,
    userAgent,
    check: options.check ?? ((_route, _part, value) => value),
    explain: options.explain,
    emit: onEvent && quietly(onEvent),
    now: options.now ?? Date.now,
    random: options.random ?? Math.random,
    sleep: options.sleep ?? sleep,
  }
}

function checkTimeout(timeoutMs: number): number {
  if (timeoutMs > 0) return timeoutMs
  throw new RestError('config_invalid', '`timeoutMs` has to be more than 0 milliseconds')
}

function quietly(onEvent: (event: RestEvent) => void): (event: RestEvent) => void {
  return (event) => {
    try {
      onEvent(event)
    } catch {
      // A listener's trouble is not the call's.
    }
  }
}

async function send(settings: Settings, route: Route, input: CallInput, options: CallOptions): Promise<unknown> {
  const { api, baseUrl, check, emit, now } = settings
  options.signal?.throwIfAborted()
  const timeoutMs = checkTimeout(options.timeoutMs ?? settings.timeoutMs)
  const params = check(route, 'params', input.params ?? []) as readonly unknown[]
  const url = joinUrl(baseUrl, expandPath(route.path, params, route.id))
  const query = input.query && (check(route, 'query', input.query) as object)
  const body = input.body === undefined ? undefined : stringifyJson(check(route, 'body', input.body))
  const call: CallInfo = { operation: route.id, method: route.method, url }
  const progress = { attempt: 0 }
  const begin = now()
  try {
    const answer = await withDeadline(
      {
        timeoutMs,
        signal: options.signal,
        now,
        onTimeout: () => new TimeoutError(`${api} did not complete ${route.id} in time`, call, timeoutMs),
      },
      async (deadline) => {
        const response = await tryUntilAnswered(
          settings,
          route,
          call,
          url + queryString(query),
          body,
          options,
          deadline,
          progress,
        )
        return readAnswer(api, route, call, response)
      },
    )
    return answer === undefined ? undefined : check(route, 'response', answer)
  } catch (error) {
    emit?.({ type: 'error', ...call, attempt: progress.attempt, error, durationMs: now() - begin })
    throw error
  }
}

async function tryUntilAnswered(
  settings: Settings,
  route: Route,
  call: CallInfo,
  url: string,
  body: string | undefined,
  options: CallOptions,
  deadline: Deadline,
  progress: { attempt: number },
): Promise<Response> {
  const { api, auth, emit, explain, now, random } = settings
  const policy = retryPolicy(options.retry ?? settings.retry)
  const { signal } = deadline
  let retries = 0
  let renewed = false
  for (;;) {
    const attempt = ++progress.attempt
    const authHeaders = route.authenticated === false ? {} : await auth.headers(settings.audience, { signal })
    emit?.({ type: 'request', ...call, attempt })
    const begin = emit ? now() : 0
    let response: Response | undefined
    let failure: unknown
    let retryAfterMs: number | undefined
    try {
      response = await fetchOnce(settings, url, {
        method: route.method,
        headers: headersOf(settings, route, body, authHeaders, options.headers),
        ...(body === undefined ? {} : { body }),
        signal,
      })
    } catch (cause) {
      if (signal.aborted) throw signal.reason
      failure =
        cause instanceof RestError
          ? cause
          : new NetworkError(`${api} could not be reached for ${route.id}`, call, { cause })
      if (cause instanceof RestError || !isRepeatable(route)) throw failure
    }
    if (response) {
      emit?.({ type: 'response', ...call, attempt, status: response.status, durationMs: now() - begin })
      if (response.ok) return response
      retryAfterMs = readRetryAfter(response.headers, now)
      failure = await readApiError({ api, call, response, retryAfterMs, secrets: Object.values(authHeaders), explain })
      if (response.status === 401 && route.authenticated !== false && !renewed && auth.refused) {
        renewed = await auth.refused(settings.audience, authHeaders)
        emit?.({ type: 'auth_refused', ...call, attempt, renewed })
        if (renewed) continue
      }
      if (!isWorthRetry(route, response.status, retryAfterMs)) throw failure
    }
    const delayMs = retryDelayMs(policy, retries + 1, retryAfterMs, random)
    if (retries >= policy.limit || delayMs >= deadline.remaining()) throw failure
    retries++
    emit?.({ type: 'retry', ...call, attempt, status: response?.status, delayMs })
    await settings.sleep(delayMs, signal)
  }
}

function headersOf(
  { userAgent }: Settings,
  route: Route,
  body: string | undefined,
  authHeaders: Record<string, string>,
  callHeaders: Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  const headers: Record<string, string> = { accept: route.answer === 'text' ? '*/*' : 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (userAgent && !isBrowser()) headers['user-agent'] = userAgent
  return { ...headers, ...callHeaders, ...authHeaders }
}

/** Pages and their workers have a location with an origin; a `user-agent` header would cost them a preflight. */
function isBrowser(): boolean {
  return typeof (globalThis as { location?: { origin?: unknown } }).location?.origin === 'string'
}

/** One try through ky: our own loop does the retries, so that they can tell safe from unsafe and stay in the time limit. */
function fetchOnce(settings: Settings, url: string, init: RequestInit): Promise<Response> {
  const fetch = settings.fetch ?? globalThis.fetch
  return ky(url, {
    ...init,
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    fetch,
  })
}
