import type { VNode } from 'preact'
import { niceTicks } from '../ui/nice-ticks.ts'
import type { Column } from './timeline.ts'

/** Height of the axis in pixels. */
const HEIGHT = 80
/** Space between the axis and its numbers. */
const GAP = 6
/** Minimum height in pixels, so that one call is visible beside five hundred. */
const LEAST_HEIGHT = 2

interface Props {
  readonly columns: readonly Column[]
  /** Returns the position of a time in pixels. */
  readonly x: (time: number) => number
  readonly left: number
  readonly right: number
  readonly bottom: number
}

/** The number of calls over an axis from 0. */
export function CallColumns({ columns, x, left, right, bottom }: Props): VNode {
  const ticks = niceTicks(Math.max(0, ...columns.map(totalOf)))
  const scale = HEIGHT / (ticks.at(-1) ?? 1)
  return (
    <g>
      {ticks.map((calls) => (
        <g key={calls}>
          <line
            class={calls === 0 ? 'axis' : 'grid'}
            x1={left}
            x2={right}
            y1={bottom - calls * scale}
            y2={bottom - calls * scale}
          />
          <text class="tick calls-tick" x={left - GAP} y={bottom - calls * scale} dy="0.35em">
            {calls.toLocaleString()}
          </text>
        </g>
      ))}
      {columns.map((column) => (
        <CallColumn key={column.time} column={column} x={x(column.time)} bottom={bottom} scale={scale} />
      ))}
    </g>
  )
}

interface ColumnProps {
  readonly column: Column
  readonly x: number
  readonly bottom: number
  /** Pixels per call. */
  readonly scale: number
}

function CallColumn({ column, x, bottom, scale }: ColumnProps): VNode {
  const total = totalOf(column)
  let y = bottom
  return (
    <g>
      {(['cached', 'waited', 'failed'] as const).map((outcome) => {
        const count = column.calls[outcome]
        const part = count === 0 ? 0 : Math.max(LEAST_HEIGHT, count * scale)
        y -= part
        return part > 0 && <rect key={outcome} class={outcome} x={x} y={y} width="12" height={part} />
      })}
      {total > 1 && (
        <text class="count" x={x + 6} y={y - 4}>
          {total.toLocaleString()}
        </text>
      )}
    </g>
  )
}

function totalOf({ calls }: Column): number {
  return calls.cached + calls.waited + calls.failed
}
