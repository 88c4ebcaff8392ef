import { type Deadline, startDeadline } from './deadline.ts'
import { TimeoutError } from './errors.ts'
import type { CallOptions } from './options.ts'
import { readResponse, responseErrors } from './read-response.ts'
import { type CallInput, type PreparedRequest, prepareRequest } from './request.ts'
import type { RetryPolicy } from './retry.ts'
import type { Route } from './route.ts'
import { readLimits, readSettings, type Settings, type TransportOptions } from './settings.ts'
import { tryUntilAnswered } from './try-until-answered.ts'

/** Turns a response into what the caller gets. It is not called where there is none. */
export type ReadResponse = (response: unknown) => unknown

/** Sends operations: all that a resource needs of the network. */
export interface Transport {
  /**
   * Sends one operation and returns its response; `undefined` if it has none.
   *
   * @param read - Checks and converts the response; what it throws is the error of the call.
   * @throws `ApiError`, `NetworkError`, `TimeoutError`, `MalformedResponseError`, `ValidationError`, `RestError` for a
   * wrong option; whatever the authenticator throws; and the signal's own `reason` if the caller aborts.
   */
  call<T>(route: Route, input?: CallInput, options?: CallOptions, read?: ReadResponse): Promise<T>
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
    const answer = await deadline.race(receive(settings, request, policy, deadline, progress))
    if (route.answer === 'bytes') return answer
    deadline.clear()
    return read && answer !== undefined ? read(answer) : answer
  } catch (error) {
    deadline.clear()
    emit?.({ type: 'error', ...call, attempt: progress.attempt, error, durationMs: now() - progress.begin })
    throw error
  }
}

/** Sends a request and reads its response. */
async function receive(
  settings: Settings,
  request: PreparedRequest,
  policy: RetryPolicy,
  deadline: Deadline,
  progress: { attempt: number },
): Promise<unknown> {
  const { response, redact } = await tryUntilAnswered(settings, request, policy, deadline, progress)
  const errors = responseErrors(settings, request, response, redact)
  if (request.route.answer !== 'bytes') return readResponse(settings, request, response, errors)
  // From here on the caller decides how long it takes; the signal still ends it.
  deadline.stopTimer()
  return settings.readBytes?.(response, {
    limit: settings.maxResponseBytes,
    tooLarge: errors.tooLarge,
    failed: (error) => (deadline.signal.aborted ? error : errors.brokenOff(error)),
    race: deadline.race,
    done: deadline.clear,
  })
}
