import { signal } from '@preact/signals'
import type { TokenEvent } from '@x/auth'
import type { TokenCache } from '../connection/connection.ts'

/** Something that the token cache of this tab did. */
export interface Activity {
  /** Milliseconds since the epoch. */
  readonly time: number
  readonly credentials: TokenCache['credentials']
  readonly event: TokenEvent
}

/** Older ones are dropped. */
const LIMIT = 2_000

/** What the token caches did, oldest first. */
export const activities = signal<readonly Activity[]>([])

export function recordTokenEvent(credentials: TokenCache['credentials'], event: TokenEvent): void {
  activities.value = [...activities.value.slice(1 - LIMIT), { time: Date.now(), credentials, event }]
}
