import { cooldownMs, createCooldowns, doubling } from './cooldowns.ts'
import { delay } from './delay.ts'
import { AuthError, isAboutAudience, TokenRejectedError } from './errors.ts'
import { isolatesRequests } from './isolated-requests.ts'
import type { Settings } from './options.ts'
import { createPace } from './pace.ts'
import { LEASE_MS } from './shared-records.ts'
import type { GuardedRecords } from './storage-guard.ts'
import type { Renew, Token } from './token-cycle.ts'
import { requestToken } from './token-request.ts'

/** One token request ends before its lease does. */
const REQUEST_MS = LEASE_MS - 1000
/** The shortest time that a request is started for. */
const LEAST_REQUEST_MS = 500
/** How many requests one renewal sends to a failing server. */
const ATTEMPTS = 6
const NO_TOKEN = 'No token was obtained within timeoutMs.'

/** Obtains tokens for one audience of one credential. */
export interface Renewal {
  readonly renew: Renew
  put(token: Token): Promise<void>
  clear(): Promise<void>
}

/**
 * Obtains a token for all processes that share the records: uses the one that another process obtained, or sends the
 * request itself, never faster than the pace, and not at all while the credential cools down.
 */
export function createRenewal(
  settings: Settings,
  records: GuardedRecords,
  audience: string | undefined,
  stats: { tokenRequests: number; tokenFailures: number; tokensShared: number },
): Renewal {
  const { now, emit, tokenKey, clientId, scope, resource, timeoutMs } = settings
  const cooldowns = createCooldowns(records, now)
  const pace = createPace(records, cooldowns, tokenKey, settings.minTokenIntervalMs)
  /**
   * Everything that determines the token. Empty until the secret is known, which is derived from a private key
   * asynchronously.
   */
  let identity = ''
  /** Keys of rejections: of the whole credential, and of this audience. */
  let refused: [string, string]
  /** What the last request has yet to store. */
  let stored: Promise<unknown> | undefined

  /** Determines the keys of the records, and how long the storage may take. */
  async function identify(until?: number): Promise<void> {
    const credential = JSON.stringify([tokenKey, clientId, await settings.secret()])
    identity = JSON.stringify([credential, audience, scope, resource])
    refused = [`refused ${credential}`, `refused ${identity}`]
    records.grant(timeoutMs / 4, until)
  }

  /** Reads what other processes have stored. @returns an acceptable token of another process, if there is one */
  async function look(accept: (token: Token) => boolean): Promise<Token | undefined> {
    const [token] = await Promise.all([records.read<Token>(identity), cooldowns.look(...refused)])
    if (!token || !accept(token)) return undefined
    stats.tokensShared++
    emit({ type: 'token_shared', audience, expiresAt: token.expiresAt })
    return token
  }

  /** Returns the error of a rejection that is cooling down, from the stored record. */
  function resting(): AuthError | undefined {
    const { reason, until } = cooldowns.get(refused.find((key) => cooldowns.left(key)) ?? '') ?? {}
    const noted = reason as TokenRejectedError | undefined
    if (!noted) return undefined
    return noted.status ? new TokenRejectedError(noted, until) : new AuthError(noted.code, noted.message)
  }

  /** Stores a token, unless another process has stored a newer one in the meantime. */
  async function keep(token: Token): Promise<void> {
    const stored = await records.read<Token>(identity)
    if (!stored || stored.at <= token.at || stored.at > now()) await records.write(identity, token)
  }

  /** Sends one token request. The caller holds the lease and the turn. */
  async function ask(limitMs: number, refusals: number): Promise<Token> {
    const sentAt = now()
    stats.tokenRequests++
    pace.start()
    emit({ type: 'token_requested', audience })
    try {
      const granted = await requestToken(settings, audience, limitMs)
      const tookMs = now() - sentAt
      const token: Token = { at: sentAt, ...granted, tookMs, refusals }
      emit({ type: 'token_received', audience, expiresAt: token.expiresAt, durationMs: tookMs })
      const proved = refused.filter((key) => cooldowns.end(key, sentAt))
      stored = Promise.all([keep(token), pace.settle(sentAt), ...proved.map((key) => cooldowns.share(key, true))])
      return token
    } catch (caught) {
      let error = caught as AuthError
      stats.tokenFailures++
      stored = pace.settle(sentAt, blockAfter(error))
      if (error.code === 'token_rejected' || error.code === 'token_malformed') {
        const key = refused[error instanceof TokenRejectedError && isAboutAudience(error) ? 1 : 0]
        cooldowns.begin(key, cooldownMs, { ...error, message: error.message })
        stored = Promise.all([stored, cooldowns.share(key)])
        error = resting() ?? error
      }
      emit({ type: 'token_failed', audience, error })
      throw error
    }
  }

  return {
    async renew({ accept, background, refusals, until, signal }) {
      await identify(until)
      let failure: AuthError | undefined
      for (let attempts = 0; ; ) {
        const lookedAt = performance.now()
        const found = await look(accept)
        if (found) return found
        failure = resting() ?? failure
        const left = until - performance.now()
        // Too little time for a request: it would be wasted.
        if (resting() || left < Math.min(LEAST_REQUEST_MS, timeoutMs / 2)) {
          throw failure ?? new AuthError('timeout', NO_TOKEN)
        }
        let wait = pace.wait()
        let reason: 'pace' | 'lease' = 'pace'
        const leasedAt = performance.now()
        const release = wait ? undefined : await records.lease(identity)
        if (release) {
          stored = undefined
          try {
            // The previous holder of the lease may have stored something.
            const [news, claimed] = await Promise.all([look(accept), pace.claim()])
            if (news) return news
            const refusal = resting()
            if (refusal) throw refusal
            wait = claimed || pace.wait()
            const limitMs = Math.min(REQUEST_MS - (performance.now() - leasedAt), until - performance.now())
            if (!wait && limitMs > 0) return await ask(limitMs, refusals)
          } catch (caught) {
            failure = caught as AuthError
            if (background || !isPassing(failure) || ++attempts === ATTEMPTS) throw failure
            wait = Math.random() * 250 * 2 ** attempts
          } finally {
            // The result is returned first and stored afterwards, unless nothing can run in the background.
            const ended = Promise.all([stored, pace.yield()]).then(release)
            if (isolatesRequests()) await ended
          }
        } else if (!wait) {
          reason = 'lease'
          // In proportion to what the storage takes, so that waiting does not use up its time too soon.
          wait = 20 + Math.random() * 60 + Math.min(3 * (performance.now() - lookedAt), 1000)
        }
        if (background || wait >= until - performance.now()) {
          const code = reason === 'lease' ? 'timeout' : 'rate_limited'
          throw failure ?? new AuthError(code, NO_TOKEN, wait)
        }
        emit({ type: 'token_awaited', audience, reason, waitMs: wait })
        await delay(wait, signal)
        signal.throwIfAborted()
      }
    },
    async put(token) {
      await identify()
      await records.write(identity, token)
    },
    async clear() {
      await identify()
      for (const key of refused) cooldowns.end(key, now() + 1)
      await Promise.all([identity, ...refused].map((key) => records.write(key, undefined)))
    },
  }
}

/** Whether a retry may help. */
function isPassing({ code }: AuthError): boolean {
  return !['token_rejected', 'token_malformed', 'config_invalid'].includes(code)
}

/** Returns how long no request may be sent after this failure; undefined for failures that are not the server's. */
function blockAfter({ code, retryAfterMs }: AuthError): ((failures: number) => number) | undefined {
  const isLimit = code === 'rate_limited'
  if (!isLimit && code !== 'server_error') return undefined
  const guess = isLimit ? doubling(1000, 60_000) : doubling(500, 10_000)
  // `Retry-After` is honored in full; a guess gets jitter, upwards after a 429.
  return (failures) => retryAfterMs || guess(failures) * (isLimit ? 1 + Math.random() / 4 : Math.random())
}
