import type { VNode } from 'preact'
import type { CallOutcome } from '../recording/activity.ts'
import type { Mark, MarkKind } from './timeline.ts'

export type RowName = 'requests' | 'cache' | 'calls'

/** The rows of the strip from top to bottom, and their symbols. */
export const LEGEND: readonly {
  readonly row: RowName
  readonly title: string
  readonly marks: readonly (readonly [MarkKind, string])[]
  readonly swatches?: readonly (readonly [CallOutcome, string])[]
}[] = [
  {
    row: 'requests',
    title: 'Token requests, all tabs',
    marks: [
      ['granted', 'granted'],
      ['limited', '429'],
      ['refused', 'rejected'],
      ['failed', 'other error'],
    ],
  },
  {
    row: 'cache',
    title: 'Token cache, this tab',
    marks: [
      ['ahead', 'renewed before it expired'],
      ['shared', 'from another tab'],
      ['waiting', 'waits for its turn'],
      ['refused', 'rejected by an API'],
      ['failed', 'no token'],
    ],
  },
  {
    row: 'calls',
    title: 'Calls, this tab',
    marks: [],
    swatches: [
      ['cached', 'with a cached token'],
      ['waited', 'waited for a token'],
      ['failed', 'failed'],
    ],
  },
]

export function StripLegend(): VNode {
  return (
    <figcaption class="legend">
      {LEGEND.map(({ title, marks, swatches = [] }) => (
        <p key={title}>
          <strong>{title}</strong>
          {marks.map(([kind, text]) => (
            <span key={kind}>
              <LegendMark kind={kind} /> {text}
            </span>
          ))}
          {swatches.map(([outcome, text]) => (
            <span key={outcome}>
              <span class={`swatch ${outcome}`} /> {text}
            </span>
          ))}
        </p>
      ))}
    </figcaption>
  )
}

/** Each kind has its own shape, so that colors need not be distinguished. */
const SHAPES: Readonly<Record<MarkKind, string>> = {
  granted: 'M0,-8 A8,8 0 1 1 0,8 A8,8 0 1 1 0,-8 Z',
  limited: 'M0,-9 L9,8 L-9,8 Z',
  refused: 'M-7,-7 L7,7 M7,-7 L-7,7',
  failed: 'M-8,0 L8,0 M0,-8 L0,8',
  ahead: 'M-7,-7 L7,0 L-7,7 Z',
  shared: 'M0,-8 L8,0 L0,8 L-8,0 Z',
  waiting: 'M-6,-8 L-6,8 M6,-8 L6,8',
}

export function MarkShape({ mark, x, y }: { readonly mark: Mark; readonly x: number; readonly y: number }): VNode {
  return <path class={`mark ${mark.kind}`} d={SHAPES[mark.kind]} transform={`translate(${x} ${y})`} />
}

function LegendMark({ kind }: { readonly kind: MarkKind }): VNode {
  return (
    <svg class="legend-mark" viewBox="-12 -12 24 24" aria-hidden="true">
      <path class={`mark ${kind}`} d={SHAPES[kind]} />
    </svg>
  )
}
