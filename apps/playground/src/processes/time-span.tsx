import type { VNode } from 'preact'
import { formatTimes } from './format-time.ts'
import { readDate } from './read-date.ts'
import { Timestamp } from './timestamp.tsx'

interface Props {
  readonly from: string
  /** Undefined while it goes on. */
  readonly to: string | undefined
}

/** From when to when something was, in the reader's time zone; what both have in common is said once. */
export function TimeSpan({ from, to }: Props): VNode {
  if (to === undefined) {
    return (
      <>
        since <Timestamp of={from} />
      </>
    )
  }
  const exact = `${from} – ${to}`
  const [start, end] = [readDate(from), readDate(to)]
  return <span title={exact}>{start && end ? formatTimes(start, end) : exact}</span>
}
