import { type AuthenticatedFetch, authenticatedFetch } from './authenticated-fetch.ts'
import type { AsyncAuthenticator } from './authenticator.ts'
import { AuthError } from './errors.ts'
import { check, type OAuthOptions, readOptions } from './options.ts'
import { guardStorage } from './storage-guard.ts'
import { createTokenCycle, type Token, type TokenCycle } from './token-cycle.ts'
import { createRenewal, type Renewal } from './token-renewal.ts'
import { isSendable, LONGEST_LIFETIME_MS } from './token-response.ts'

/** An access token and when it expires. Unlike everything else here, it shows the token when printed. */
export interface AccessToken {
  readonly accessToken: string
  /** Milliseconds since the Unix epoch, as the server meant it: no safety margin inside. */
  readonly expiresAt: number
}

/** Counts since `createOAuth`. */
export interface OAuthStats {
  /** Calls of `headers` and `token`. */
  readonly calls: number
  readonly tokenRequests: number
  /** Token requests that returned no token. */
  readonly tokenFailures: number
  /** Tokens from the storage that another process had obtained. */
  readonly tokensShared: number
  /** Tokens that an API rejected. */
  readonly tokensRefused: number
  /** Outages of the storage. */
  readonly storageFailures: number
}

/** Returned by `createOAuth`. When printed, it shows only functions. */
export interface OAuth extends AsyncAuthenticator {
  refused(audience: string | undefined, headers: Record<string, string>): Promise<boolean>
  /** Returns the token itself, for code that cannot send headers. Throws as `headers` does. */
  token(audience?: string | undefined, options?: { readonly signal?: AbortSignal | undefined }): Promise<AccessToken>
  /**
   * Returns a `fetch` for one audience, for other clients that accept a `fetch`. It sends the headers, and after a 401
   * once more with new ones. Throws as `headers` and `fetch` do. A body that is a stream is sent once; a `Request` is
   * cloned before it is sent. The token is sent to every URL that you pass, so pass only URLs of this audience's API.
   * Redirects are returned, not followed, unless you set `init.redirect`: they would receive the token and the body.
   */
  fetch(audience?: string | undefined): AuthenticatedFetch
  /**
   * Sets a token that you obtained elsewhere, such as one passed to a function on a cold start. An expired one is
   * ignored.
   */
  prime(audience: string | undefined, token: AccessToken): Promise<void>
  /** Deletes the token of one audience, or of all, in memory and in the storage, and ends its cooldown. */
  forget(audience?: string | undefined): Promise<void>
  stats(): OAuthStats
}

/**
 * Creates an authenticator for OAuth access tokens (client credentials grant) that requests as few of them as possible:
 * one per audience and lifetime for all calls, processes, tabs or machines that share a storage.
 *
 * A token is renewed in the background before it expires: calls never wait while the current one is valid, and a failed
 * renewal goes unnoticed until it expires. Callers that need the same token share one request; aborting one caller's
 * `signal` ends only that caller's wait, with the signal's reason. After the server rejected the credential, no request
 * is sent for 30 s, doubling to 15 min; a different secret works at once.
 *
 * @throws {@link AuthError} with code `config_invalid` for an option that is missing or malformed. `headers` and
 * `token` reject with an {@link AuthError} with code
 * - `token_rejected` if the server rejected the credential, the audience or the scope ({@link TokenRejectedError})
 * - `token_malformed` if its response has no usable token
 * - `rate_limited`, `server_error`, `network`, `timeout` if no token could be obtained within `timeoutMs`
 * @example
 * import { createOAuth } from '@x/auth'
 *
 * const auth = createOAuth({ tokenUrl: 'https://login.cloud.camunda.io/oauth/token', clientId, clientSecret })
 * const headers = await auth.headers('operate.camunda.io')
 * const response = await fetch('https://bru-2.operate.camunda.io/my-cluster/v1/incidents/1', { headers })
 * @see [RFC 6749 section 4.4](https://www.rfc-editor.org/rfc/rfc6749.html#section-4.4)
 */
export function createOAuth(options: OAuthOptions): OAuth {
  const settings = readOptions(options)
  const { now, emit } = settings
  const stats = { calls: 0, tokenRequests: 0, tokenFailures: 0, tokensShared: 0, tokensRefused: 0, storageFailures: 0 }
  const guard = guardStorage(settings.storage, { now, onFailure })
  const audiences = new Map<string | undefined, TokenCycle & Renewal>()

  function onFailure(reason: string): void {
    stats.storageFailures++
    emit({ type: 'storage_failed', error: new AuthError('storage_failed', `The token storage failed: ${reason}`) })
  }
  function open(given: string | undefined): TokenCycle & Renewal {
    const audience = given || undefined
    let found = audiences.get(audience)
    if (!found) {
      check(audience === undefined || typeof audience === 'string', 'audience must be a string')
      const renewal = createRenewal(settings, guard(), audience, stats)
      found = { ...renewal, ...createTokenCycle(settings, renewal.renew) }
      audiences.set(audience, found)
    }
    return found
  }

  async function get(audience: string | undefined, signal: AbortSignal | undefined): Promise<Token> {
    signal?.throwIfAborted()
    stats.calls++
    return open(audience).next(signal)
  }

  const auth: OAuth = {
    async headers(audience, options) {
      // The path of nearly every call: one lookup, two comparisons.
      const token = options?.signal?.aborted ? undefined : audiences.get(audience)?.current()
      if (token) stats.calls++
      const { accessToken } = token ?? (await get(audience, options?.signal))
      return { authorization: `Bearer ${accessToken}` }
    },
    async refused(audience, headers) {
      const authorization = new Headers(headers).get('authorization') ?? ''
      stats.tokensRefused++
      emit({ type: 'token_refused', audience })
      return open(audience).refuse(authorization.replace('Bearer ', ''))
    },
    async token(audience, options) {
      const { accessToken, expiresAt } = await get(audience, options?.signal)
      return { accessToken, expiresAt }
    },
    fetch: (audience) => authenticatedFetch(auth, audience, settings.fetch as AuthenticatedFetch),
    async prime(audience, token) {
      const at = now()
      const { accessToken, expiresAt } = token ?? {}
      check(isSendable(accessToken), 'accessToken must be a valid header value')
      check(Number.isFinite(expiresAt) && expiresAt > 0, 'expiresAt must be a number of milliseconds')
      if (expiresAt <= at) return
      const primed: Token = { at, accessToken, expiresAt: Math.min(expiresAt, at + LONGEST_LIFETIME_MS), refusals: 0 }
      const opened = open(audience)
      opened.hold(primed)
      await opened.put(primed)
    },
    async forget(audience) {
      for (const opened of audience ? [open(audience)] : [...audiences.values()]) {
        opened.drop()
        await opened.clear()
      }
    },
    stats: () => ({ ...stats }),
  }
  return auth
}
