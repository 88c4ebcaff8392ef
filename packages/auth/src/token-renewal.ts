import { delay } from './delay.ts'
import { AuthError, TokenRejectedError } from './errors.ts'
import type { Settings } from './options.ts'
import { createPace } from './pace.ts'
import { createRejections, type Rejections } from './rejections.ts'
import type { SharedRecords } from './shared-records.ts'
import type { Renew, Token } from './token-cycle.ts'
import { requestToken } from './token-request.ts'

/** One token request ends before its lease does. */
const REQUEST_MS = 9000
/** Less than this is no time to ask in. */
const LEAST_REQUEST_MS = 500
/** How often one renewal asks a server that fails. */
const ATTEMPTS = 6

/** Gets tokens for one audience of one credential. */
export interface Renewal {
  readonly renew: Renew
  put(token: Token): Promise<void>
  clear(): Promise<void>
}

/**
 * Gets a token on behalf of everybody who shares the records: takes the one another process got, or becomes the one
 * who asks, never faster than the agreed pace, and not at all while the credential rests.
 */
export function createRenewal(
  settings: Settings,
  records: SharedRecords,
  audience: string | undefined,
  stats: { tokenRequests: number; tokenFailures: number; tokensShared: number },
): Renewal {
  const { now, emit, tokenUrl, clientId, scope, resource } = settings
  /** All that decides the token. Empty until the secret is known, which a private key does not give at once. */
  let identity = ''
  let rejections: Rejections
  const pace = createPace(records, `pace ${tokenUrl}`, settings.minTokenIntervalMs, now)

  async function identify(): Promise<void> {
    const credential = JSON.stringify([tokenUrl, clientId, await settings.secret()])
    identity = JSON.stringify([credential, audience, scope, resource])
    rejections = createRejections(records, `refused ${credential}`, `refused ${identity}`, now)
  }

  /** A token that will do, from the records. @throws TokenRejectedError when there is none to be had. */
  async function look(accept: (token: Token) => boolean): Promise<Token | undefined> {
    const token = await records.read<Token>(identity)
    if (token && accept(token)) {
      stats.tokensShared++
      emit({ type: 'token_shared', audience, expiresAt: token.expiresAt })
      return token
    }
    await rejections.check()
    return undefined
  }

  /** Sends one token request; the caller holds the lease and the turn. */
  async function ask(limitMs: number, refusals: number): Promise<Token> {
    const sentAt = now()
    stats.tokenRequests++
    emit({ type: 'token_requested', audience })
    try {
      const { accessToken, lifetimeMs } = await requestToken(settings, audience, limitMs)
      const at = now()
      let token: Token = { at, accessToken, expiresAt: at + lifetimeMs, refusals }
      emit({ type: 'token_received', audience, expiresAt: token.expiresAt, durationMs: at - sentAt })
      await Promise.all([
        // While we were held up, the lease may have lapsed, and somebody else may have got a newer token.
        records.update<Token>(identity, (stored) => {
          if (stored && stored.at > sentAt && stored.at <= at) token = stored
          return token
        }),
        rejections.clear(sentAt),
        pace.settle(),
      ])
      return token
    } catch (caught) {
      let error = caught as AuthError
      stats.tokenFailures++
      const settled = pace.settle(blockAfter(error))
      if (error instanceof TokenRejectedError) error = await rejections.add(error)
      await settled
      emit({ type: 'token_failed', audience, error })
      throw error
    }
  }

  return {
    async renew({ accept, background, refusals, until, signal }) {
      await identify()
      let failure: AuthError | undefined
      for (let attempts = 0; ; ) {
        const shared = await look(accept)
        if (shared) return shared
        const left = until - performance.now()
        // Too little for a request: it would be spent for nothing.
        if (left < Math.min(LEAST_REQUEST_MS, settings.timeoutMs / 2)) {
          throw failure ?? new AuthError('timeout', 'No token was to be had within timeoutMs.')
        }
        let wait = 20 + Math.random() * 60
        const release = await records.lease(identity)
        try {
          if (release) {
            // Whoever held the lease before us may have brought the news.
            const news = await look(accept)
            if (news) return news
            wait = await pace.claim()
            if (!wait) return await ask(Math.min(REQUEST_MS, left), refusals)
          }
        } catch (caught) {
          failure = caught as AuthError
          if (background || !isPassing(failure) || ++attempts === ATTEMPTS) throw failure
          wait = Math.random() * 250 * 2 ** attempts
        } finally {
          await release?.()
        }
        if (background || wait >= until - performance.now()) {
          const code = release ? 'rate_limited' : 'timeout'
          throw failure ?? new AuthError(code, 'The token endpoint may not be asked within timeoutMs.', wait)
        }
        emit({ type: 'token_awaited', audience, reason: release ? 'pace' : 'lease', waitMs: wait })
        await delay(wait, signal)
        signal.throwIfAborted()
      }
    },
    async put(token) {
      await identify()
      await records.update(identity, () => token)
    },
    async clear() {
      await identify()
      await records.update(identity, () => undefined)
      await rejections.clear(Number.POSITIVE_INFINITY)
    },
  }
}

/** Whether asking again may help. */
function isPassing({ code }: AuthError): boolean {
  return !['token_rejected', 'token_malformed', 'config_invalid'].includes(code)
}

/** How long nobody may ask after this failure; nothing for those that are not the server's. */
function blockAfter({ code, retryAfterMs }: AuthError): ((strikes: number) => number) | undefined {
  const [first, most] = code === 'rate_limited' ? [1000, 60_000] : [500, 10_000]
  // The server's wish is kept to the full; what is guessed doubles, and is spread: upwards where the server told us off.
  const spread = code === 'rate_limited' ? 1 + Math.random() / 4 : Math.random()
  return code === 'rate_limited' || code === 'server_error'
    ? (strikes) => retryAfterMs ?? Math.min(first * 2 ** strikes, most) * spread
    : undefined
}
