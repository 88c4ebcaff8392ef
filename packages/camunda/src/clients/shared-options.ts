import type { Authenticator, ClientOptions } from '@x/rest'
import type { ConnectOptions } from '../options.ts'

/** The options that every client has. */
export type SharedOptions = Pick<
  ClientOptions,
  'auth' | 'fetch' | 'timeoutMs' | 'maxResponseBytes' | 'retry' | 'validate' | 'userAgent' | 'onEvent'
>

export function sharedOptions(auth: Authenticator, options: ConnectOptions<Authenticator>): SharedOptions {
  const { fetch, timeoutMs, maxResponseBytes, retry, validate, userAgent, onEvent } = options
  return { auth, fetch, timeoutMs, maxResponseBytes, retry, validate, userAgent, onEvent }
}
