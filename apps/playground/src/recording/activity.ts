import type { TokenEvent } from '@x/auth'
import type { JournalEntry } from '@x/emulator'
import type { Api } from '../apis.ts'
import { onSwitch } from '../connection/on-switch.ts'

/** Something that happened around tokens. Times are milliseconds since the epoch. */
export type Activity =
  /** A call of this tab requested headers. It got them at once, or waited, or got none. */
  | { readonly type: 'call'; readonly time: number; readonly outcome: CallOutcome }
  /** The token cache of this tab did something. */
  | {
      readonly type: 'cache'
      readonly time: number
      readonly credentials: Api['credentials']
      readonly event: TokenEvent
    }
  /** The embedded Camunda's token endpoint responded, whichever tab sent the request. */
  | { readonly type: 'endpoint'; readonly time: number; readonly status: number }

export type CallOutcome = 'cached' | 'waited' | 'failed'

/** Older ones are dropped: more than a person causes in one sitting. */
const LIMIT = 100_000

const log: Activity[] = []

/** What happened on this connection, oldest first. Not a signal: what shows it follows the clock anyway. */
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

/** Puts what the token endpoint did before this tab was opened before everything else, so that all tabs count the same. */
export function recordEarlier(entries: readonly JournalEntry[]): void {
  const earlier = entries.filter(({ kind }) => kind === 'token')
  log.unshift(...earlier.map(({ time, status }): Activity => ({ type: 'endpoint', time, status })))
}

onSwitch(() => {
  log.length = 0
})
