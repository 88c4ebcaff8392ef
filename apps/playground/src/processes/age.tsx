import type { VNode } from 'preact'
import { readDate } from './read-date.ts'

const UNITS: readonly (readonly [ms: number, unit: Intl.RelativeTimeFormatUnit])[] = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
]

const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' })

/** Returns how long ago a time was: `3 hours ago`. */
export function ageOf(time: number, now: number): string {
  const age = now - time
  const [ms, unit] = UNITS.find(([length]) => Math.abs(age) >= length) ?? [1000, 'second']
  return words.format(-Math.round(age / ms), unit)
}

/** Shows how long ago a time was, with the exact time as a tooltip. */
export function Age({ of: text }: { readonly of: string }): VNode {
  const date = readDate(text)
  if (!date) return <>{text}</>
  return (
    <time dateTime={date.toISOString()} title={date.toLocaleString()}>
      {ageOf(date.getTime(), Date.now())}
    </time>
  )
}
