import type { ComponentChildren, VNode } from 'preact'
import { useState } from 'preact/hooks'
import { StateLabel } from '../state-label.tsx'
import { TimeSpan } from '../time-span.tsx'

interface Props {
  readonly name: string
  readonly address: string
  /** What it is, in words. */
  readonly kind: string
  readonly state: string
  readonly hasIncident: boolean
  readonly startDate: string
  readonly endDate: string | null | undefined
  /** What it contains, for the list to name; undefined where it cannot contain anything. */
  readonly contents: string | undefined
  /** Drawn while it is open. */
  readonly renderContents: () => VNode
  /** What else there is to say of it. */
  readonly children?: ComponentChildren
}

/** An entry of the history, which opens to show what it contains. */
export function HistoryRow(props: Props): VNode {
  const { name, address, kind, state, hasIncident, startDate, endDate, contents, renderContents, children } = props
  const [isOpen, setOpen] = useState(false)
  return (
    <li>
      <div class="passed-row">
        {contents === undefined ? (
          <span class="passed-toggle" />
        ) : (
          <button
            type="button"
            class="passed-toggle"
            aria-expanded={isOpen}
            aria-label={`${contents} of ${name}`}
            onClick={() => setOpen(!isOpen)}
          >
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
          </button>
        )}
        <span class="passed-name">
          <a href={address}>{name}</a> <span class="quiet">{kind}</span>
        </span>
        <StateLabel state={state} incident={hasIncident} />
        <span class="passed-time">
          <TimeSpan from={startDate} to={endDate ?? undefined} />
        </span>
      </div>
      <div class="passed-contents">
        {children}
        {isOpen && renderContents()}
      </div>
    </li>
  )
}
