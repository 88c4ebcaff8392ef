import type { VNode } from 'preact'
import type { Activity } from '../recording/activity.ts'
import { useWidth } from '../ui/use-width.ts'
import { type Column, type Mark, type MarkKind, toTimeline } from './timeline.ts'

/** How much of the past is shown. */
const WINDOW_MS = 60_000
/** Room for a column and the number above it, in pixels. */
const COLUMN_WIDTH = 30
const ROWS = { requests: 22, cache: 56, calls: 150 }
const CALLS_HEIGHT = 70

interface Props {
  readonly activities: readonly Activity[]
  readonly now: number
}

/** What happened around tokens in the last minute; now is at the right. */
export function TokenStrip({ activities, now }: Props): VNode {
  const start = now - WINDOW_MS
  // Drawn in the pixels that there are, so that text keeps its size on a narrow screen.
  const [figure, width] = useWidth<HTMLElement>(800)
  const x = (time: number): number => ((time - start) / WINDOW_MS) * width
  const { columns, requests, cache } = toTimeline(activities, start, (WINDOW_MS * COLUMN_WIDTH) / width)
  return (
    <figure class="strip" ref={figure}>
      <svg
        viewBox={`0 0 ${width} 176`}
        height="176"
        role="img"
        aria-label="The last minute; the figures are in the table below"
      >
        {Object.values(ROWS).map((y) => (
          <line key={y} class="axis" x1="0" x2={width} y1={y} y2={y} />
        ))}
        {[15, 30, 45].map((seconds) => (
          <g key={seconds}>
            <line class="grid" x1={x(now - seconds * 1000)} x2={x(now - seconds * 1000)} y1="0" y2={ROWS.calls} />
            <text class="tick" x={x(now - seconds * 1000)} y="170">
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
        {columns.map((column) => (
          <CallColumn key={column.time} column={column} x={x(column.time)} />
        ))}
      </svg>
      <figcaption class="legend">
        {LEGEND.map(({ title, marks }) => (
          <p key={title}>
            <strong>{title}</strong>
            {marks.map(([kind, text]) => (
              <span key={kind}>
                <LegendMark kind={kind} /> {text}
              </span>
            ))}
          </p>
        ))}
        <p>
          <strong>Calls of this tab</strong>
          <span>
            <span class="swatch cached" /> answered from the cache
          </span>
          <span>
            <span class="swatch waited" /> waited
          </span>
          <span>
            <span class="swatch failed" /> failed
          </span>
        </p>
      </figcaption>
    </figure>
  )
}

/** The lines of the strip, from above. */
const LEGEND: readonly { readonly title: string; readonly marks: readonly (readonly [MarkKind, string])[] }[] = [
  {
    title: 'Token endpoint, all tabs',
    marks: [
      ['granted', 'granted'],
      ['limited', '429'],
      ['refused', 'refused'],
    ],
  },
  {
    title: 'Token cache of this tab',
    marks: [
      ['ahead', 'renewed ahead'],
      ['shared', 'got from another tab'],
      ['waiting', 'waits for its turn'],
    ],
  },
]

/** Each kind has a shape of its own, so that no colour has to be told from another. */
const SHAPES: Readonly<Record<MarkKind, string>> = {
  granted: 'M0,-8 A8,8 0 1 1 0,8 A8,8 0 1 1 0,-8 Z',
  limited: 'M0,-9 L9,8 L-9,8 Z',
  refused: 'M-7,-7 L7,7 M7,-7 L-7,7',
  failed: 'M-8,0 L8,0 M0,-8 L0,8',
  ahead: 'M-7,-7 L7,0 L-7,7 Z',
  shared: 'M0,-8 L8,0 L0,8 L-8,0 Z',
  waiting: 'M-6,-8 L-6,8 M6,-8 L6,8',
}

function MarkShape({ mark, x, y }: { readonly mark: Mark; readonly x: number; readonly y: number }): VNode {
  return <path class={`mark ${mark.kind}`} d={SHAPES[mark.kind]} transform={`translate(${x} ${y})`} />
}

function LegendMark({ kind }: { readonly kind: MarkKind }): VNode {
  return (
    <svg class="legend-mark" viewBox="-12 -12 24 24" aria-hidden="true">
      <path class={`mark ${kind}`} d={SHAPES[kind]} />
    </svg>
  )
}

/** The height grows with the logarithm: one call is to be seen beside five hundred. */
const height = (calls: number): number => (calls === 0 ? 0 : 6 + (Math.log10(calls) / 3) * (CALLS_HEIGHT - 6))

function CallColumn({ column: { calls }, x }: { readonly column: Column; readonly x: number }): VNode {
  const total = calls.cached + calls.waited + calls.failed
  const scale = height(total) / total
  let y = ROWS.calls
  return (
    <g>
      {(['cached', 'waited', 'failed'] as const).map((outcome) => {
        const part = calls[outcome] * scale
        y -= part
        return part > 0 && <rect key={outcome} class={outcome} x={x} y={y} width="12" height={part} />
      })}
      {total > 1 && (
        <text class="count" x={x + 6} y={y - 4}>
          {total}
        </text>
      )}
    </g>
  )
}
