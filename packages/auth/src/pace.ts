import type { Cooldowns } from './cooldowns.ts'
import type { Release, SharedRecords } from './shared-records.ts'

/** When a token request may be sent, across this process and all processes that share the storage. */
export interface Pace {
  /** Returns how many milliseconds must pass before the next request, as far as this process knows. */
  wait(): number
  /**
   * Reads what other processes have stored and claims the next turn. Returns 0, or how many milliseconds to wait before
   * the next attempt.
   */
  claim(): Promise<number>
  /** Releases a turn that was claimed and is not needed. */
  yield(): Promise<void> | undefined
  /** Records that a request is sent. */
  start(): void
  /**
   * Records the outcome of the request sent at `sentAt`; `blockMs` returns, for a number of failures, how long no
   * request may be sent.
   */
  settle(sentAt: number, blockMs?: (failures: number) => number): Promise<unknown>
}

export function createPace(records: SharedRecords, cooldowns: Cooldowns, tokenUrl: string, intervalMs: number): Pace {
  const [asked, blocked] = [`asked ${tokenUrl}`, `blocked ${tokenUrl}`]
  const interval = (): number => intervalMs
  let turn: Release | undefined
  const wait = (): number => Math.max(cooldowns.left(asked), cooldowns.left(blocked))

  return {
    wait,
    async claim() {
      const [taken] = await Promise.all([
        // A lease that is never released, so it is granted once per interval.
        intervalMs ? records.lease(`turn ${tokenUrl}`, intervalMs) : async () => {},
        cooldowns.look(asked, blocked),
      ])
      turn = taken
      return wait() || (taken ? 0 : intervalMs * (0.1 + Math.random() / 5))
    },
    yield: () => turn?.(),
    start() {
      turn = undefined
      cooldowns.begin(asked, interval)
    },
    settle(sentAt, blockMs) {
      if (blockMs) cooldowns.begin(blocked, (failures) => Math.max(intervalMs, blockMs(failures)))
      // A success does not clear a failure that happened after its request was sent.
      else cooldowns.end(blocked, sentAt)
      // The interval also counts from the response: the request may have been slow to arrive.
      cooldowns.begin(asked, interval)
      return blockMs ? cooldowns.share(blocked) : cooldowns.share(asked, true)
    },
  }
}
