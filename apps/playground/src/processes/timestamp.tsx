import type { VNode } from 'preact'
import { formatTime } from './format-time.ts'
import { readDate } from './read-date.ts'

/** A date of an Operate answer, in the reader's time zone; the exact text as a tooltip. */
export function Timestamp({ of: text }: { readonly of: string }): VNode {
  const date = readDate(text)
  if (!date) return <>{text}</>
  return (
    <time dateTime={date.toISOString()} title={text}>
      {formatTime(date)}
    </time>
  )
}
