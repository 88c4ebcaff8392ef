import type { VNode } from 'preact'
import type { Activity } from '../recording/activity.ts'
import { useWidth } from '../ui/use-width.ts'
import { CallColumns } from './call-columns.tsx'
import { LEGEND, MarkShape, type RowName, StripLegend } from './strip-legend.tsx'
import { toTimeline } from './timeline.ts'

/** The displayed time span. */
const WINDOW_MS = 60_000
/** Height of a column and the number above it, in pixels. */
const COLUMN_WIDTH = 30
/** Width of the axis' numbers. */
const LEFT = 44
const ROWS: Readonly<Record<RowName, number>> = { requests: 40, cache: 100, calls: 225 }
/** Distance between a row's line and its name. */
const LABELS: Readonly<Record<RowName, number>> = { requests: 24, cache: 24, calls: 105 }

interface Props {
  readonly activities: readonly Activity[]
  readonly now: number
}

/** The token events of the last minute; the right edge is now. */
export function TokenStrip({ activities, now }: Props): VNode {
  const start = now - WINDOW_MS
  // Drawn in screen pixels, so that text keeps its size on a narrow screen.
  const [figure, width] = useWidth<HTMLElement>(800)
  const x = (time: number): number => LEFT + ((time - start) / WINDOW_MS) * (width - LEFT)
  const { columns, requests, cache } = toTimeline(activities, start, (WINDOW_MS * COLUMN_WIDTH) / (width - LEFT))
  return (
    <figure class="strip" ref={figure}>
      <svg
        viewBox={`0 0 ${width} 250`}
        height="250"
        role="img"
        aria-label="Token requests, the token cache and calls in the last minute. The totals are listed below."
      >
        {(['requests', 'cache'] as const).map((row) => (
          <line key={row} class="axis" x1={LEFT} x2={width} y1={ROWS[row]} y2={ROWS[row]} />
        ))}
        {LEGEND.map(({ title, row }) => (
          <text key={title} class="row-title" x="0" y={ROWS[row] - LABELS[row]}>
            {title}
          </text>
        ))}
        {[15, 30, 45].map((seconds) => (
          <g key={seconds}>
            <line class="grid" x1={x(now - seconds * 1000)} x2={x(now - seconds * 1000)} y1="0" y2={ROWS.calls} />
            <text class="tick" x={x(now - seconds * 1000)} y="244">
              {`${seconds} s ago`}
            </text>
          </g>
        ))}
        {requests.map((mark, index) => (
          <MarkShape key={index} mark={mark} x={x(mark.time)} y={ROWS.requests} />
        ))}
        {cache.map((mark, index) => (
          <MarkShape key={index} mark={mark} x={x(mark.time)} y={ROWS.cache} />
        ))}
        <CallColumns columns={columns} x={x} left={LEFT} right={width} bottom={ROWS.calls} />
      </svg>
      <StripLegend />
    </figure>
  )
}
