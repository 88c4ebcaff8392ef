import type { VNode } from 'preact'
import { formatTimes } from './format-time.ts'
import { readDate } from './read-date.ts'
import { Timestamp } from './timestamp.tsx'

interface Props {
  readonly from: string
  /** Undefined while it lasts. */
  readonly to: string | undefined
}

/** A time span in the reader's time zone. What start and end have in common is shown once. */
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
