import { cooldownMs } from './cooldowns.ts'
import { delay } from './delay.ts'
import { AuthError } from './errors.ts'
import { isolatesRequests } from './isolated-requests.ts'
import { LEASE_MS, type SharedRecord } from './shared-records.ts'

/** A token of a cycle; `at` is when it was requested. */
export interface Token extends SharedRecord {
  readonly accessToken: string
  /** Milliseconds since the Unix epoch, as the server meant it: no safety margin inside. */
  readonly expiresAt: number
  /** How long the token request took, in milliseconds. */
  readonly tookMs?: number
  /** How many tokens in a row, including this one, were requested because the previous one was rejected. */
  readonly refusals: number
}

/** Obtains a token. */
export type Renew = (order: {
  /** Whether a token that another process obtained is acceptable. */
  readonly accept: (token: Token) => boolean
  /** True if no call waits for it: one attempt, no waiting. */
  readonly background: boolean
  readonly refusals: number
  /** When waiting calls give up, by `performance.now()`. */
  readonly until: number
  /** Aborted when no call waits anymore: a request continues, waiting for one ends. */
  readonly signal: AbortSignal
}) => Promise<Token>

export interface TokenCycleOptions {
  readonly now: () => number
  readonly timeoutMs: number
  readonly refreshAheadMs: number
}

/** The life of one audience's token: decides when to renew it, not how. */
export interface TokenCycle {
  /** Returns the token if it is valid, without waiting; starts a renewal in the background when it is due. */
  current(): Token | undefined
  /** Returns the token, after waiting for one if necessary. An abort ends this wait only. */
  next(signal?: AbortSignal | undefined): Promise<Token>
  /** Called after an API rejected the token. Returns false if a new one would hardly be accepted. */
  refuse(accessToken: string): boolean
  /** Replaces the token by one from elsewhere. */
  hold(token: Token): void
  /** Drops the token, so that the next call obtains a new one. */
  drop(): void
}

interface Flight {
  readonly promise: Promise<Token>
  readonly background: boolean
  readonly until: number
  /** After this time it has ended with the request that started it. */
  readonly deadAt: number
  readonly abort: AbortController
  waiting: number
}

/** How much longer than `timeoutMs` a flight may take, because of storages that fail slowly. */
const GRACE_MS = 5000
/** The longest backoff between two failing renewals. */
const LONGEST_PAUSE_MS = 30_000

export function createTokenCycle({ now, timeoutMs, refreshAheadMs }: TokenCycleOptions, renew: Renew): TokenCycle {
  let token: Token | undefined
  /**
   * From `softAt` on the token is renewed in the background, from `hardAt` on it is not returned anymore; by `clock`.
   */
  let softAt = 0
  let hardAt = 0
  let refreshAt = 0
  /** The latest time seen, and by how much the clock has been set back so far. */
  let seenAt = 0
  let setBack = 0
  let failures = 0
  let refused = false
  let flight: Flight | undefined
  /** Increased whenever a pending response has become too old to keep. */
  let version = 0
  /** Random per process, so that a fleet does not renew all at once. */
  const share = 0.6 + 0.4 * Math.random()

  /** Returns the time as if the clock had never been set back, so that this does not extend the token. */
  function clock(): number {
    const time = now()
    setBack += Math.max(0, seenAt - time)
    seenAt = time
    return time + setBack
  }

  function hardLimit({ at, expiresAt }: Token): number {
    return expiresAt - Math.min(5000, (expiresAt - at) / 50)
  }
  function softLimit(fresh: Token): number {
    const lifetime = fresh.expiresAt - fresh.at
    const end = hardLimit(fresh)
    // Early enough for the next one to arrive in time, if it takes about as long as this one did.
    const inTime = end - Math.min((fresh.tookMs ?? 0) * 1.25, lifetime / 4)
    return Math.min(fresh.expiresAt - Math.min(refreshAheadMs, lifetime / 10) * share, inTime)
  }

  function hold(fresh: Token): void {
    version++
    token = fresh
    // A writer whose clock is ahead must not extend the token.
    const shift = Math.min(clock() - fresh.at, setBack)
    softAt = softLimit(fresh) + shift
    hardAt = hardLimit(fresh) + shift
    refreshAt = failures = 0
    refused = false
  }

  function current(): Token | undefined {
    const time = clock()
    if (time < softAt) return token
    if (time >= hardAt) return undefined
    if (time < refreshAt || alive()) return token
    // On workerd, this call must run the renewal itself; the others continue with the current token.
    if (isolatesRequests()) return undefined
    launch(true, performance.now() + timeoutMs)
    return token
  }

  function alive(): Flight | undefined {
    return flight && performance.now() < flight.deadAt ? flight : undefined
  }

  function launch(background: boolean, until: number): Flight {
    const mine = ++version
    const abort = new AbortController()
    const old = token?.accessToken
    const promise = renew({
      background,
      until,
      refusals: refused && token ? token.refusals + 1 : 0,
      signal: abort.signal,
      accept: (found) => found.accessToken !== old && now() < (background ? softLimit(found) : hardLimit(found)),
    }).then(
      (fresh) => {
        if (mine === version) hold(fresh)
        if (flight === started) flight = undefined
        return current() ?? fresh
      },
      (error) => {
        if (flight === started) flight = undefined
        // Sooner for short-lived tokens, so that there is more than one attempt before the current one expires.
        const pause = Math.min(1000, (hardAt - softAt) / 4) * 2 ** failures++
        refreshAt = clock() + Math.min(pause, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2)
        throw error
      },
    )
    promise.catch(() => {})
    const deadAt = isolatesRequests() ? performance.now() + LEASE_MS : until + GRACE_MS
    const started: Flight = { promise, background, abort, waiting: 0, until, deadAt }
    flight = started
    return started
  }

  function join(joined: Flight, signal: AbortSignal | undefined): Promise<Token> {
    joined.waiting++
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        if (--joined.waiting === 0) joined.abort.abort()
        reject(signal?.reason)
      }
      const stay = (): void => signal?.removeEventListener('abort', leave)
      signal?.addEventListener('abort', leave)
      joined.promise.then(resolve, reject).then(stay)
    })
  }

  async function next(signal: AbortSignal | undefined): Promise<Token> {
    const until = performance.now() + timeoutMs
    for (;;) {
      signal?.throwIfAborted()
      const ready = current()
      if (ready) return ready
      const others = alive()
      if (others && isolatesRequests()) {
        if (performance.now() > until) throw new AuthError('timeout', 'No token was obtained within timeoutMs.')
        await delay(25, signal)
        continue
      }
      const joined = others ?? launch(clock() < hardAt, until)
      try {
        return await join(joined, signal)
      } catch (error) {
        signal?.throwIfAborted()
        const { code } = error as AuthError
        // A failed renewal in the background, or one that began before this wait, does not end the wait.
        const early = joined.until < until && (code === 'timeout' || code === 'rate_limited')
        if (!joined.background && !joined.abort.signal.aborted && !early) throw error
      }
    }
  }

  function refuse(accessToken: string): boolean {
    if (!token || token.accessToken !== accessToken || refused) return true
    // Just before it expires, a token is rejected by a server whose clock is a little ahead: that says nothing about
    // the next.
    if (clock() < softAt) {
      // The previous token was rejected, too: requesting a third one at once would not help.
      if (token.refusals && now() < token.at + cooldownMs(token.refusals)) return false
      refused = true
    }
    softAt = hardAt = 0
    return true
  }

  function drop(): void {
    token = undefined
    softAt = hardAt = 0
  }

  return { current, next, refuse, hold, drop }
}
