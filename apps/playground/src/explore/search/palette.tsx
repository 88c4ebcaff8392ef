import type { VNode } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { href } from '../../routing/route.ts'
import { Modal } from '../../ui/modal.tsx'
import { useLoaded } from '../../ui/use-loaded.ts'
import { entriesOf, loadCatalog } from '../catalog/catalog.ts'
import { MethodBadge } from '../method-badge.tsx'
import { Highlighted } from './highlighted.tsx'
import { type SearchResult, searchOperations } from './search-operations.ts'

const LIMIT = 50

/** Finds an operation by a few characters of what it is called or does, and opens it. */
export function Palette({ onClose }: { onClose(): void }): VNode {
  const loaded = useLoaded(loadCatalog, [])
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const entries = loaded.state === 'ready' ? loaded.value : []
  const results = useMemo(() => searchOperations(entriesOf(entries), query).slice(0, LIMIT), [entries, query])
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active, results])

  function open(result: SearchResult | undefined): void {
    if (!result) return
    onClose()
    location.hash = href(['explore', result.api.name, result.operation.id])
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined) setActive(Math.max(0, Math.min(results.length - 1, active + step)))
    else if (event.key === 'Enter') open(results[active])
    else return
    event.preventDefault()
  }

  return (
    <Modal label="Find an operation" class="palette" onClose={onClose}>
      <input
        class="palette-query"
        role="combobox"
        aria-label="Find an operation"
        aria-expanded={true}
        aria-controls="palette-results"
        aria-activedescendant={results[active] && `palette-${active}`}
        aria-autocomplete="list"
        placeholder="Find an operation: by name, words or path"
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
      <ul ref={list} id="palette-results" role="listbox" aria-label="Operations">
        {results.map((result, index) => (
          <li
            key={`${result.api.name} ${result.operation.id}`}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === active}
            onClick={() => open(result)}
          >
            <MethodBadge method={result.operation.method} />
            <span class="palette-id">
              <Highlighted text={result.operation.id} positions={result.positions} />
            </span>
            <span class="palette-about">
              {result.api.title} · {result.operation.summary}
            </span>
          </li>
        ))}
      </ul>
      {/* biome-ignore-end lint/a11y/noNoninteractiveElementToInteractiveRole: a listbox is made of a list */}
      {/* biome-ignore-end lint/a11y/useFocusableInteractive: focus stays in the field */}
      {/* biome-ignore-end lint/a11y/useKeyWithClickEvents: the field above takes the keys, as a combobox does */}
      <p class="palette-hint" role="status">
        {loaded.state === 'failed'
          ? 'The operations could not be loaded.'
          : results.length === 0 && loaded.state === 'ready'
            ? 'Nothing is called like that.'
            : `${results.length}${results.length === LIMIT ? ' or more' : ''} found. ↑ ↓ to choose, Enter to open, Esc to close.`}
      </p>
    </Modal>
  )
}
