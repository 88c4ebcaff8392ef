import { startDeadline } from './deadline.ts'
import { TimeoutError } from './errors.ts'
import type { Route } from './operation.ts'
import type { CallOptions } from './options.ts'
import { readAnswer } from './read-answer.ts'
import { type CallInput, prepareRequest } from './request.ts'
import { readCallOptions, readSettings, type Settings, type TransportOptions } from './settings.ts'
import { tryUntilAnswered } from './try-until-answered.ts'

/** Sends operations: all that a resource needs of the network. */
export interface Transport {
  /**
   * Sends one operation and returns its response; `undefined` if it has none.
   *
   * @throws `ApiError`, `NetworkError`, `TimeoutError`, `MalformedResponseError`, `ValidationError`, `RestError` for a
   * wrong option; whatever the authenticator throws; and the signal's own `reason` if the caller aborts.
   */
  call<T>(route: Route, input?: CallInput, options?: CallOptions): Promise<T>
}

/**
 * Creates the transport that the API clients send their operations through: authentication, safe retries, one time limit
 * over the whole call, typed errors.
 *
 * @throws `RestError` with code `config_invalid` that names the option.
 * @example
 * ```ts
 * const transport = createTransport({ api: 'Example', baseUrl: 'https://api.example.com', auth })
 * const thing = await transport.call<Thing>({ id: 'things.get', method: 'GET', path: '/things/{id}' }, { params: ['7'] })
 * ```
 */
export function createTransport(options: TransportOptions): Transport {
  const settings = readSettings(options)
  return {
    call: async <T>(route: Route, input: CallInput = {}, callOptions: CallOptions = {}): Promise<T> =>
      (await send(settings, route, input, callOptions)) as T,
  }
}

async function send(settings: Settings, route: Route, input: CallInput, options: CallOptions): Promise<unknown> {
  const { api, check, emit, now } = settings
  const { signal, timeoutMs, policy } = readCallOptions(settings, options)
  signal?.throwIfAborted()
  const request = prepareRequest(settings, route, input, options)
  const { call } = request
  const onTimeout = (): Error => new TimeoutError(`${api} did not complete ${route.id} in time`, call, timeoutMs)
  const deadline = startDeadline(timeoutMs, signal, now, onTimeout)
  const progress = { attempt: 0, begin: now() }
  try {
    const { response, redact } = await tryUntilAnswered(settings, request, policy, deadline, progress)
    const answer = await deadline.race(readAnswer(settings, request, response, redact))
    return check && answer !== undefined ? check(route, 'response', answer) : answer
  } catch (error) {
    emit?.({ type: 'error', ...call, attempt: progress.attempt, error, durationMs: now() - progress.begin })
    throw error
  } finally {
    deadline.clear()
  }
}
