import { startDeadline } from './deadline.ts'
import { TimeoutError } from './errors.ts'
import type { CallOptions } from './options.ts'
import { type CallInput, prepareRequest } from './request.ts'
import type { Route } from './route.ts'
import { sendWithRetries } from './send-with-retries.ts'
import { readLimits, readSettings, type Settings, type TransportOptions } from './settings.ts'

/** Converts a response into the result of the call. Not called if there is no response. */
export type ReadResponse = (response: unknown) => unknown

/** Sends operations. Resources use nothing else of the network. */
export interface Transport {
  /**
   * Sends one operation and returns its response; `undefined` if it has none.
   *
   * @param read - Checks and converts the response; its errors become errors of the call.
   * @throws `ApiError`, `NetworkError`, `TimeoutError`, `MalformedResponseError`, `ValidationError`, `RestError` for a
   * wrong option; whatever the authenticator throws; and the signal's own `reason` if the caller aborts.
   */
  call<T>(route: Route, input?: CallInput, options?: CallOptions, read?: ReadResponse): Promise<T>
}

/**
 * Creates the transport of an API client: authentication, safe retries, one time limit for the whole call, typed
 * errors.
 *
 * @throws `RestError` with code `config_invalid` that names the option.
 * @example
 * ```ts
 * const transport = createTransport({ api: 'Example', baseUrl: 'https://api.example.com', auth })
 * const thing = await transport.call<Thing>({ id: 'things.get', method: 'GET', path: '/things/{id}' }, { params: ['7'] })
 * ```
 */
export function createTransport(options: TransportOptions): Transport {
  return transportOf(readSettings(options))
}

export function transportOf(settings: Settings): Transport {
  return {
    call: <T>(route: Route, input: CallInput = {}, callOptions: CallOptions = {}, read?: ReadResponse) =>
      send(settings, route, input, callOptions, read) as Promise<T>,
  }
}

async function send(
  settings: Settings,
  route: Route,
  input: CallInput,
  options: CallOptions,
  read?: ReadResponse,
): Promise<unknown> {
  const { api, emit, now } = settings
  const { timeoutMs, policy } = readLimits(options, settings)
  const { signal } = options
  signal?.throwIfAborted()
  const request = prepareRequest(settings, route, input, options)
  const { call } = request
  const onTimeout = (): Error => new TimeoutError(`${api} did not complete ${route.id} in time`, call, timeoutMs)
  const deadline = startDeadline(timeoutMs, signal, now, onTimeout)
  const progress = { attempt: 0, begin: now() }
  try {
    const response = await deadline.race(sendWithRetries(settings, request, policy, deadline, progress))
    if (route.returns === 'bytes') return response
    deadline.clear()
    return read && response !== undefined ? read(response) : response
  } catch (error) {
    deadline.clear()
    emit?.({ type: 'error', ...call, attempt: progress.attempt, error, durationMs: now() - progress.begin })
    throw error
  }
}
