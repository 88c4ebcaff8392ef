import type { ComponentChildren, VNode } from 'preact'
import { useState } from 'preact/hooks'
import { StateLabel } from '../state-label.tsx'
import { TimeSpan } from '../time-span.tsx'

interface Props {
  readonly name: string
  readonly address: string
  /** Readable description. */
  readonly kind: string
  readonly state: string
  readonly hasIncident: boolean
  readonly startDate: string
  readonly endDate: string | null | undefined
  /** Label of the list of its contents; undefined if it cannot contain anything. */
  readonly contents: string | undefined
  /** Rendered while it is expanded. */
  readonly renderContents: () => VNode
  /** Further details. */
  readonly children?: ComponentChildren
}

/** An entry of the history, which expands to show its contents. */
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
