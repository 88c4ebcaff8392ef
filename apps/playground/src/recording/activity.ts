import type { TokenEvent } from '@x/auth'
import type { JournalEntry } from '@x/emulator'
import type { Api } from '../apis.ts'

/** Something that happened around tokens. Times are milliseconds since the epoch. */
export type Activity =
  /** A call of this tab asked for headers. It had them at once, or waited, or got none. */
  | { readonly type: 'call'; readonly time: number; readonly outcome: CallOutcome }
  /** The token cache of this tab tells what it does. */
  | {
      readonly type: 'cache'
      readonly time: number
      readonly credentials: Api['credentials']
      readonly event: TokenEvent
    }
  /** The embedded Camunda's token endpoint answered, whichever tab asked. */
  | { readonly type: 'endpoint'; readonly time: number; readonly status: number }

export type CallOutcome = 'cached' | 'waited' | 'failed'

/** Older ones are dropped. */
const LIMIT = 5_000

const log: Activity[] = []

/** What happened, oldest first. Not a signal: what shows it follows the clock anyway. */
export const activities: readonly Activity[] = log

export function record(activity: Activity): void {
  log.push(activity)
  if (log.length > LIMIT) log.shift()
}

export function recordTokenEvent(credentials: Api['credentials'], event: TokenEvent): void {
  record({ type: 'cache', time: Date.now(), credentials, event })
}

export function recordTokenAnswer({ kind, time, status }: JournalEntry): void {
  if (kind === 'token') record({ type: 'endpoint', time, status })
}
