import { signal } from '@preact/signals'
import type { Api } from '../apis.ts'
import { onSwitch } from '../connection/on-switch.ts'
import { activities } from './activity.ts'

/** A token that this tab's calls currently send. It is kept in memory only and never displayed. */
export interface HeldToken {
  readonly accessToken: string
  /** Milliseconds since the epoch; undefined if the token is older than the log. */
  readonly expiresAt: number | undefined
  /** True once an API has rejected it. */
  readonly isRejected: boolean
}

/** By {@link heldTokenKey}. */
export const heldTokens = signal<ReadonlyMap<string, HeldToken>>(new Map())

export function heldTokenKey(credentials: Api['credentials'], audience: string | undefined): string {
  return `${credentials} ${audience ?? ''}`
}

/** Remembers the token in the headers of a call, so that displaying tokens never requests one. */
export function holdToken(
  credentials: Api['credentials'],
  audience: string | undefined,
  headers: Readonly<Record<string, string>>,
): void {
  const accessToken = headers.authorization?.replace('Bearer ', '')
  const key = heldTokenKey(credentials, audience)
  if (!accessToken || heldTokens.value.get(key)?.accessToken === accessToken) return
  heldTokens.value = new Map(heldTokens.value).set(key, {
    accessToken,
    expiresAt: findEnd(credentials, audience),
    isRejected: false,
  })
}

/** Records that an API has rejected the token of an audience, or all tokens if none is given. */
export function markRejected(credentials?: Api['credentials'], audience?: string): void {
  const wanted = credentials && heldTokenKey(credentials, audience)
  heldTokens.value = new Map(
    [...heldTokens.value].map(([key, token]) =>
      wanted === undefined || wanted === key ? [key, { ...token, isRejected: true }] : [key, token],
    ),
  )
}

/** Forgets the tokens that the cache was told to forget. */
export function forgetHeldTokens(): void {
  heldTokens.value = new Map()
}

/** Whether the last token request for an audience failed. */
export function hasFailed(credentials: Api['credentials'], audience: string | undefined): boolean {
  const last = activities.findLast(
    (activity) =>
      activity.type === 'cache' &&
      activity.credentials === credentials &&
      'audience' in activity.event &&
      activity.event.audience === audience,
  )
  return last?.type === 'cache' && last.event.type === 'token_failed'
}

function findEnd(credentials: Api['credentials'], audience: string | undefined): number | undefined {
  for (const activity of activities.toReversed()) {
    if (activity.type !== 'cache' || activity.credentials !== credentials) continue
    const { event } = activity
    if ('expiresAt' in event && event.audience === audience) return event.expiresAt
  }
  return undefined
}

onSwitch(forgetHeldTokens)
