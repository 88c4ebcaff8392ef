import { cooldownMs } from './cooldowns.ts'
import { delay } from './delay.ts'
import { AuthError } from './errors.ts'
import { isolatesRequests } from './isolated-requests.ts'
import { LEASE_MS, type SharedRecord } from './shared-records.ts'

/** A token as the cycle holds it; `at` is when it was asked for. */
export interface Token extends SharedRecord {
  readonly accessToken: string
  /** Milliseconds since the Unix epoch, as the server meant it: no safety margin inside. */
  readonly expiresAt: number
  /** How long the server took for it, in milliseconds. */
  readonly tookMs?: number
  /** How many tokens in a row, this one included, were asked for because the one before was refused. */
  readonly refusals: number
}

/** Gets a token from wherever tokens come from. */
export type Renew = (order: {
  /** Whether a token that somebody else got will do. */
  readonly accept: (token: Token) => boolean
  /** True when nobody waits: one attempt, no waiting. */
  readonly background: boolean
  readonly refusals: number
  /** When those who wait give up, by `performance.now()`. */
  readonly until: number
  /** Aborted when everybody who waited has gone: a request goes on, waiting for one ends. */
  readonly signal: AbortSignal
}) => Promise<Token>

export interface TokenCycleOptions {
  readonly now: () => number
  readonly timeoutMs: number
  readonly refreshAheadMs: number
}

/** One audience's token through its life. Knows when, and neither where from nor how. */
export interface TokenCycle {
  /** The token, while it lasts and nothing needs to be awaited; starts a refresh in the background when it is due. */
  current(): Token | undefined
  /** The token, after waiting for one if need be. An abort ends this wait only. */
  next(signal?: AbortSignal | undefined): Promise<Token>
  /** An API refused the token. False when a new one would hardly fare better. */
  refuse(accessToken: string): boolean
  /** Replaces the token by one from outside. */
  hold(token: Token): void
  /** The next call needs a new token. */
  drop(): void
}

interface Flight {
  readonly promise: Promise<Token>
  readonly background: boolean
  readonly until: number
  /** From when on it has died with the request that it was started in. */
  readonly deadAt: number
  readonly abort: AbortController
  waiting: number
}

/** What a flight may take beyond `timeoutMs`, by storages that are slow to fail. */
const GRACE_MS = 5000
/** The longest back-off between two failing refreshes. */
const LONGEST_PAUSE_MS = 30_000

export function createTokenCycle({ now, timeoutMs, refreshAheadMs }: TokenCycleOptions, renew: Renew): TokenCycle {
  let token: Token | undefined
  /** From `softAt` on the token is refreshed in the background, from `hardAt` on it is not served; by `clock`. */
  let softAt = 0
  let hardAt = 0
  let refreshAt = 0
  /** The latest time seen, and by how much the clock was set back so far. */
  let seenAt = 0
  let setBack = 0
  let failures = 0
  let refused = false
  let flight: Flight | undefined
  /** Goes up whenever an answer that is still under way has become too old to be kept. */
  let version = 0
  /** Each process has its own, so that a fleet does not refresh in step. */
  const share = 0.6 + 0.4 * Math.random()

  /** The time, as if the clock had never been set back: what is left of the token does not grow by it. */
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
    // A writer whose clock is ahead of ours must not make the token live longer.
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
    // There this call has to carry the refresh itself; the others go on with the old token meanwhile.
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
        // Sooner for short-lived tokens, so that there is more than one attempt while the old one lasts.
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
        if (performance.now() > until) throw new AuthError('timeout', 'No token could be requested within timeoutMs.')
        await delay(25, signal)
        continue
      }
      const joined = others ?? launch(clock() < hardAt, until)
      try {
        return await join(joined, signal)
      } catch (error) {
        signal?.throwIfAborted()
        const { code } = error as AuthError
        // A refresh nobody waited for, and one that began before our wait, are not the end of it.
        const early = joined.until < until && (code === 'timeout' || code === 'rate_limited')
        if (!joined.background && !joined.abort.signal.aborted && !early) throw error
      }
    }
  }

  function refuse(accessToken: string): boolean {
    if (!token || token.accessToken !== accessToken || refused) return true
    // Near its end a token is refused because it has expired, by a clock that is a little ahead: no news about the next.
    if (clock() < softAt) {
      // The one before was refused too: asking for a third at once is no use.
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
