import type { VNode } from 'preact'
import { formatTime } from './format-time.ts'
import { readDate } from './read-date.ts'

/** A date in the reader's time zone, with the exact text as a tooltip. */
export function Timestamp({ of: text }: { readonly of: string }): VNode {
  const date = readDate(text)
  if (!date) return <>{text}</>
  return (
    <time dateTime={date.toISOString()} title={text}>
      {formatTime(date)}
    </time>
  )
}
