import type { FailedCall } from './api-error.ts'
import type { Authenticator } from './authenticator.ts'
import { checkBaseUrl } from './base-url.ts'
import { expectOption } from './errors.ts'
import { quietly, type RestEvent } from './events.ts'
import { isSendable } from './headers.ts'
import type { CallOptions, ClientOptions, RetryOptions } from './options.ts'
import type { RetryPolicy } from './retry.ts'
import { longestTimer, sleep } from './sleep.ts'

export interface TransportOptions extends Omit<ClientOptions, 'validate' | 'baseUrl'> {
  /** Name of the API for messages, such as `Operate`. */
  readonly api: string
  /** Base address; each route's path is appended. */
  readonly baseUrl: string | URL
  /**
   * Parses the JSON of a response: `parseJson` of `@x/rest/json` for APIs that send 64-bit keys as numbers.
   * @defaultValue `JSON.parse`
   */
  readonly parseJson?: ((text: string) => unknown) | undefined
  /** Returns a hint for the message of an error, for example that this server no longer has this API. Must not vary by call. */
  readonly explain?: ((failure: FailedCall) => string | undefined) | undefined
  /** Returns true for a 404 of a server that does not have the operation at all; the error is then a `NotServedError`. */
  readonly isNotServed?: ((failure: FailedCall) => boolean) | undefined
  /** Current time in milliseconds. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
  /** Returns a number from 0 to 1 for the jitter. @defaultValue `Math.random` */
  readonly random?: (() => number) | undefined
  /** Waits before a retry; rejects with the signal's reason when it aborts. @defaultValue a timer */
  readonly sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined
}

/** The options of a transport, checked and with defaults. */
export interface Settings extends TransportOptions {
  /** Without a trailing slash. */
  readonly baseUrl: string
  readonly timeoutMs: number
  readonly maxResponseBytes: number
  readonly policy: RetryPolicy
  readonly emit: ((event: RestEvent) => void) | undefined
  readonly now: () => number
  readonly random: () => number
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

/** What an option must be if it is set. */
type Rule = readonly [isValid: (value: never) => unknown, expected: string]
type Rules = Readonly<Record<string, Rule>>

/** For options that are checked where they are used. */
const anything: Rule = [() => true, 'set']
const aFunction: Rule = [isFunction, 'a function']
const aDelay: Rule = [isDelay, `0 to ${longestTimer}`]
const retryRules: Rules = {
  limit: [(limit: number) => Number.isInteger(limit) && limit >= 0, 'a whole number, 0 or greater'],
  baseDelayMs: aDelay,
  maxDelayMs: aDelay,
}
/** The options of calls; clients have some of them, too. */
const callRules: Rules = {
  signal: [({ addEventListener }: Partial<AbortSignal>) => isFunction(addEventListener), 'an AbortSignal'],
  timeoutMs: [(ms: number) => ms === Infinity || (isDelay(ms) && ms > 0), `1 to ${longestTimer}, or Infinity`],
  retry: [(retry: unknown) => retry === false || Object(retry) === retry, 'false or an object'],
  headers: anything,
  waitFor: anything,
  waitForMs: anything,
  everything: anything,
}
const clientRules: Rules = {
  auth: [({ headers }: Partial<Authenticator>) => isFunction(headers), 'an authenticator of @x/auth'],
  fetch: aFunction,
  onEvent: aFunction,
  audience: [isText, 'a string'],
  userAgent: [(text: string) => isText(text) && isSendable(text), 'the value of a header'],
  maxResponseBytes: [(bytes: number) => typeof bytes === 'number' && bytes >= 1, '1 or more, or Infinity'],
}

/** Rejects unknown options, too, unless `isOpen`: a misspelled one would have no effect. */
function checkOptions(options: object, rules: Rules, path = '', isOpen?: boolean): void {
  for (const [name, value] of Object.entries(options)) {
    const rule = rules[name]
    if (value === undefined) continue
    if (rule) expectOption(value !== null && rule[0](value as never), path + name, rule[1])
    else if (!isOpen) expectOption(false, path + name, `one of ${Object.keys(rules).join(', ')}`)
  }
}

/** @throws {@link RestError} with code `config_invalid` that names the option. */
export function readSettings(options: TransportOptions): Settings {
  const { auth = {}, onEvent, maxResponseBytes = 64 * 2 ** 20, timeoutMs, retry } = options
  const limits = readLimits({ timeoutMs, retry }, { timeoutMs: 30_000, policy: readRetry({}) })
  const { now = Date.now, random = Math.random, sleep: wait = sleep } = options
  checkOptions({ ...options, auth }, clientRules, '', true)
  const baseUrl = checkBaseUrl(options.baseUrl)
  const emit = onEvent && quietly(onEvent)
  return { ...options, ...limits, baseUrl, maxResponseBytes, emit, now, random, sleep: wait }
}

/** How long a call may take, and how often it is retried. */
export type CallLimits = Pick<Settings, 'timeoutMs' | 'policy'>

/** @throws {@link RestError} with code `config_invalid` that names the option. */
export function readLimits(options: CallOptions, defaults: CallLimits): CallLimits {
  checkCallOptions(options)
  const { timeoutMs = defaults.timeoutMs, retry } = options
  return { timeoutMs, policy: retry === undefined ? defaults.policy : readRetry(retry) }
}

/** @throws {@link RestError} with code `config_invalid` that names the option. */
export function checkCallOptions(options: CallOptions): void {
  expectOption(Object(options) === options, 'options', 'an object')
  checkOptions(options, callRules)
}

function readRetry(retry: RetryOptions | false): RetryPolicy {
  const options = retry || { limit: 0 }
  checkOptions(options, retryRules, 'retry.')
  const { limit = 2, baseDelayMs = 300, maxDelayMs = 10_000 } = options
  return { limit, baseDelayMs, maxDelayMs }
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function'
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isDelay(ms: unknown): boolean {
  return typeof ms === 'number' && ms >= 0 && ms <= longestTimer
}
