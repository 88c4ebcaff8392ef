import type { Activity, CallOutcome } from '../recording/activity.ts'

/** One mark on the strip. */
export interface Mark {
  /** Milliseconds since the epoch. */
  readonly time: number
  readonly kind: MarkKind
}

/** A response of the token endpoint, or an event of the token cache. */
export type MarkKind = 'granted' | 'limited' | 'refused' | 'failed' | 'ahead' | 'shared' | 'waiting'

/** Calls close together in time, drawn as one column. */
export interface Column {
  readonly time: number
  readonly calls: Readonly<Record<CallOutcome, number>>
}

export interface Timeline {
  readonly columns: readonly Column[]
  /** Responses of the token endpoint to all tabs. */
  readonly requests: readonly Mark[]
  /** Events of this tab's token cache. */
  readonly cache: readonly Mark[]
}

/** Returns the activities since `start` for the strip. Calls within `columnMs` form one column. */
export function toTimeline(activities: readonly Activity[], start: number, columnMs: number): Timeline {
  const columns = new Map<number, Record<CallOutcome, number>>()
  const requests: Mark[] = []
  const cache: Mark[] = []
  const kindOfEvent = followTokens()
  for (const activity of activities) {
    const { time, type } = activity
    // Including earlier ones: a token that is renewed ahead was obtained before.
    const kind = type === 'cache' ? kindOfEvent(activity) : undefined
    if (time < start) continue
    if (type === 'call') {
      const column = Math.floor(time / columnMs) * columnMs
      const calls = columns.get(column) ?? { cached: 0, waited: 0, failed: 0 }
      calls[activity.outcome]++
      columns.set(column, calls)
    } else if (type === 'endpoint') {
      requests.push({ time, kind: kindOfStatus(activity.status) })
    } else if (kind) {
      cache.push({ time, kind })
    }
  }
  return { columns: [...columns].map(([time, calls]) => ({ time, calls })), requests, cache }
}

function kindOfStatus(status: number): MarkKind {
  if (status === 200) return 'granted'
  if (status === 429) return 'limited'
  return status === 400 || status === 401 || status === 403 ? 'refused' : 'failed'
}

type CacheActivity = Extract<Activity, { type: 'cache' }>

/** Describes each event of the token caches, depending on the previous ones. */
function followTokens(): (activity: CacheActivity) => MarkKind | undefined {
  /** Expiration of the token of each credential and audience. */
  const ends = new Map<string, number>()
  return ({ time, credentials, event }) => {
    const key = 'audience' in event ? `${credentials} ${event.audience}` : ''
    switch (event.type) {
      case 'token_requested':
        return (ends.get(key) ?? 0) > time ? 'ahead' : undefined
      case 'token_received':
        ends.set(key, event.expiresAt)
        return undefined
      case 'token_shared':
        ends.set(key, event.expiresAt)
        return 'shared'
      case 'token_awaited':
        return 'waiting'
      case 'token_refused':
        ends.delete(key)
        return 'refused'
      case 'token_failed':
      case 'storage_failed':
        return 'failed'
    }
  }
}

/** Counts of each kind, as far back as activities are kept. */
export type Totals = Readonly<Record<CallOutcome | 'granted' | 'limited' | 'rejected' | 'ahead' | 'shared', number>>

export function toTotals(activities: readonly Activity[]): Totals {
  const { columns, requests, cache } = toTimeline(activities, 0, 60_000)
  const count = (marks: readonly Mark[], kind: MarkKind): number => marks.filter((mark) => mark.kind === kind).length
  const sum = (outcome: CallOutcome): number => columns.reduce((total, { calls }) => total + calls[outcome], 0)
  return {
    cached: sum('cached'),
    waited: sum('waited'),
    failed: sum('failed'),
    granted: count(requests, 'granted'),
    limited: count(requests, 'limited'),
    rejected: count(requests, 'refused'),
    ahead: count(cache, 'ahead'),
    shared: count(cache, 'shared'),
  }
}
