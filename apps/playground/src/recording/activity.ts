import type { TokenEvent } from '@x/auth'
import type { JournalEntry } from '@x/emulator'
import type { Api } from '../apis.ts'
import { onSwitch } from '../connection/on-switch.ts'

/** A token event. Times are milliseconds since the epoch. */
export type Activity =
  /** A call of this tab requested headers. It got them at once, had to wait, or got none. */
  | { readonly type: 'call'; readonly time: number; readonly outcome: CallOutcome }
  /** An event of this tab's token cache. */
  | {
      readonly type: 'cache'
      readonly time: number
      readonly credentials: Api['credentials']
      readonly event: TokenEvent
    }
  /** A response of the embedded Camunda's token endpoint, to any tab. */
  | { readonly type: 'endpoint'; readonly time: number; readonly status: number }

export type CallOutcome = 'cached' | 'waited' | 'failed'

/** Maximum number of events: more than a user causes in one session. Older ones are dropped. */
const LIMIT = 100_000

const log: Activity[] = []

/** The events of this connection, oldest first. Not a signal, because its views are updated by the clock anyway. */
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

/** Inserts the token endpoint's earlier responses, so that all tabs show the same counts. */
export function recordEarlier(entries: readonly JournalEntry[]): void {
  const earlier = entries.filter(({ kind }) => kind === 'token')
  log.unshift(...earlier.map(({ time, status }): Activity => ({ type: 'endpoint', time, status })))
}

onSwitch(() => {
  log.length = 0
})
