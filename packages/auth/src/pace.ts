import type { Cooldowns } from './cooldowns.ts'
import type { Release, SharedRecords } from './shared-records.ts'

/** When a token endpoint may be asked: agreed on within this process, and with all who share the storage. */
export interface Pace {
  /** For how many milliseconds nobody may ask, by what this process knows. */
  wait(): number
  /** Learns what the others know, and takes the next turn among them: 0, or how long to wait before trying again. */
  claim(): Promise<number>
  /** Gives back a turn that was claimed and is not needed. */
  yield(): Promise<void> | undefined
  /** Notes that a request is sent. */
  start(): void
  /** Notes how the request that was sent at `sentAt` went; `blockMs` says from the failures how long nobody may ask. */
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
        // A lease that nobody ends: it is granted once in an interval.
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
      // A failure since then is not undone by a request that was sent before it.
      else cooldowns.end(blocked, sentAt)
      // The interval counts from the answer too: the request may have been slow to arrive.
      cooldowns.begin(asked, interval)
      return cooldowns.share(blockMs ? blocked : asked)
    },
  }
}
