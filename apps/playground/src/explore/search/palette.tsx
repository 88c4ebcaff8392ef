import type { VNode } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { connection } from '../../connection/state.ts'
import { href } from '../../routing/route.ts'
import { Modal } from '../../ui/modal.tsx'
import { useLoaded } from '../../ui/use-loaded.ts'
import { entriesOf, loadCatalog } from '../catalog/catalog.ts'
import { MethodBadge } from '../method-badge.tsx'
import { Highlighted } from './highlighted.tsx'
import { findPlaces, loadProcessPlaces } from './places.ts'
import { searchOperations } from './search-operations.ts'

const LIMIT = 50

/** One line of the palette. */
interface Row {
  readonly key: string
  readonly address: string
  readonly content: VNode
}

/** Finds operations, views and processes by name or purpose, and anything by its key, and opens it. */
export function Palette({ onClose }: { onClose(): void }): VNode {
  const loaded = useLoaded(loadCatalog, [])
  const processes = useLoaded((signal) => loadProcessPlaces(connection.value?.loadCluster, signal), [])
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const entries = loaded.state === 'ready' ? loaded.value : []
  const places = processes.state === 'ready' ? processes.value : []
  const rows = useMemo((): readonly Row[] => {
    const operations = searchOperations(entriesOf(entries), query)
    return [...findPlaces(query, places).map(placeRow), ...operations.slice(0, LIMIT).map(operationRow)]
  }, [entries, places, query])
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active, rows])

  function open(row: Row | undefined): void {
    if (!row) return
    onClose()
    location.hash = row.address
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined) setActive(Math.max(0, Math.min(rows.length - 1, active + step)))
    else if (event.key === 'Enter') open(rows[active])
    else return
    event.preventDefault()
  }

  return (
    <Modal label="Find anything" class="palette" onClose={onClose}>
      <input
        class="palette-query"
        role="combobox"
        aria-label="Find anything"
        aria-expanded={true}
        aria-controls="palette-results"
        aria-activedescendant={rows[active] && `palette-${active}`}
        aria-autocomplete="list"
        placeholder="Operation, view, process, or a key"
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={({ currentTarget }) => {
          setQuery(currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      {/* biome-ignore-start lint/a11y/useKeyWithClickEvents: the field above takes the keys, as a combobox does */}
      {/* biome-ignore-start lint/a11y/useFocusableInteractive: focus stays in the field */}
      {/* biome-ignore-start lint/a11y/noNoninteractiveElementToInteractiveRole: a listbox is made of a list */}
      <ul ref={list} id="palette-results" role="listbox" aria-label="Results">
        {rows.map((row, index) => (
          <li
            key={row.key}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === active}
            onClick={() => open(row)}
          >
            {row.content}
          </li>
        ))}
      </ul>
      {/* biome-ignore-end lint/a11y/noNoninteractiveElementToInteractiveRole: a listbox is made of a list */}
      {/* biome-ignore-end lint/a11y/useFocusableInteractive: focus stays in the field */}
      {/* biome-ignore-end lint/a11y/useKeyWithClickEvents: the field above takes the keys, as a combobox does */}
      <p class="palette-hint" role="status">
        {loaded.state === 'failed'
          ? 'The operations could not be loaded.'
          : rows.length === 0 && loaded.state === 'ready'
            ? 'No matches'
            : `${rows.length}${rows.length >= LIMIT ? ' or more' : ''} found. ↑ ↓ to choose, Enter to open, Esc to close.`}
      </p>
    </Modal>
  )
}

function placeRow({ title, about, address }: ReturnType<typeof findPlaces>[number]): Row {
  const content = (
    <>
      <span class="method">GO</span>
      <span class="palette-id">{title}</span>
      <span class="palette-about">{about}</span>
    </>
  )
  return { key: address, address, content }
}

function operationRow({ api, operation, positions }: ReturnType<typeof searchOperations>[number]): Row {
  const address = href(['explore', api.name, operation.id])
  const content = (
    <>
      <MethodBadge method={operation.method} />
      <span class="palette-id">
        <Highlighted text={operation.id} positions={positions} />
      </span>
      <span class="palette-about">
        {api.title} · {operation.summary}
      </span>
    </>
  )
  return { key: address, address, content }
}
