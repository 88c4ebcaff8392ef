import type { SharedRecord, SharedRecords } from './shared-records.ts'

interface PaceRecord extends SharedRecord {
  /** When the next request may go out. */
  readonly nextAt: number
  /** Failures in a row; each doubles the guess of how long to wait. */
  readonly strikes: number
}

/** The longest block that is believed. */
const LONGEST_BLOCK_MS = 3_600_000

/** When a token endpoint may be asked, agreed on by all who share the storage. */
export interface Pace {
  /** Takes the next turn: 0 when the request may go out now, else how many milliseconds to wait before trying again. */
  claim(): Promise<number>
  /** Notes how the request went; `block` tells from the failures so far how long nobody may ask. */
  settle(block?: (strikes: number) => number): Promise<void>
}

export function createPace(records: SharedRecords, key: string, intervalMs: number, now: () => number): Pace {
  const update = (
    change: (old: PaceRecord, at: number) => [nextAt: number, strikes: number] | undefined,
  ): Promise<void> =>
    records.update<PaceRecord>(key, (old = { at: 0, expiresAt: 0, nextAt: 0, strikes: 0 }) => {
      const at = now()
      const changed = change(old, at)
      return changed ? { at, expiresAt: at + 2 * LONGEST_BLOCK_MS, nextAt: changed[0], strikes: changed[1] } : old
    })

  return {
    async claim() {
      let wait = 0
      await update(({ nextAt, strikes }, at) => {
        // Bounded, for a clock that was set back.
        wait = Math.max(0, Math.min(nextAt - at, strikes ? LONGEST_BLOCK_MS : intervalMs))
        return wait ? undefined : [at + intervalMs, strikes]
      })
      return wait
    },
    // The interval counts from the answer too: the request may have been slow to arrive.
    settle: (block) =>
      update(({ nextAt, strikes }, at) => {
        const next = Math.max(nextAt, at + intervalMs)
        if (block) return [Math.max(next, at + Math.min(block(strikes), LONGEST_BLOCK_MS)), strikes + 1]
        // Somebody else's request was blocked meanwhile: this success does not lift it.
        return [next, next > at + intervalMs ? strikes : 0]
      }),
  }
}
