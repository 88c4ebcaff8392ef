import type { Operation } from '@x/rest/shapes'
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { href } from '../../routing/route.ts'
import { MethodBadge } from '../method-badge.tsx'
import { searchOperations } from '../search/search-operations.ts'
import { areAllDeprecated, type CatalogApi, groupByResource, type Resource, splitId } from './catalog.ts'
import { moveFocus } from './move-focus.ts'

interface Props {
  readonly catalog: readonly CatalogApi[]
  /** The open operation. */
  readonly open?: { readonly api: string; readonly id: string } | undefined
}

/** All operations by API and resource. Arrow keys move through the list, starting at the filter. */
export function CatalogView({ catalog, open }: Props): VNode {
  const [filter, setFilter] = useState('')
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>('[aria-current]')
    const box = chosen?.closest('.catalog-list')
    if (!chosen || !box) return
    // Centered, without moving the page, which `scrollIntoView` would do.
    const distance = chosen.getBoundingClientRect().top - box.getBoundingClientRect().top
    box.scrollBy(0, distance - (Math.min(box.clientHeight, innerHeight) - chosen.clientHeight) / 2)
  }, [open?.api, open?.id])
  const shown = catalog.map(({ api, operations }) => {
    if (filter.trim() === '') return { api, operations }
    const found = new Set(
      searchOperations(
        operations.map((operation) => ({ api, operation })),
        filter,
      ).map(({ operation }) => operation),
    )
    return { api, operations: operations.filter((operation) => found.has(operation)) }
  })
  const count = shown.reduce((sum, { operations }) => sum + operations.length, 0)
  return (
    <nav ref={list} class="catalog" aria-label="Operations" onKeyDown={moveFocus}>
      <label class="catalog-filter">
        <span class="visually-hidden">Filter operations</span>
        <input
          type="search"
          placeholder="Filter"
          autocomplete="off"
          spellcheck={false}
          value={filter}
          onInput={({ currentTarget }) => setFilter(currentTarget.value)}
        />
      </label>
      <p class="visually-hidden" role="status">
        {filter && `${count} operations`}
      </p>
      <div class="catalog-list">
        {count === 0 && <p class="quiet">No matching operations</p>}
        {shown
          .filter(({ operations }) => operations.length > 0)
          .map(({ api, operations }) => (
            // Another filter creates another list, with its own open groups.
            <details
              key={`${api.name} ${filter !== ''}`}
              open={filter !== '' || open === undefined || api.name === open.api}
            >
              <summary>
                <strong>{api.title}</strong> <span class="count">{operations.length}</span>
                <span class="catalog-about">{api.about}</span>
                {areAllDeprecated(operations) && <Deprecated operation={operations[0]} />}
              </summary>
              {groupByResource(operations).map((resource) => (
                <ResourceOperations
                  key={resource.name}
                  api={api.name}
                  resource={resource}
                  openId={open?.api === api.name ? open.id : undefined}
                  marksDeprecated={!areAllDeprecated(operations)}
                />
              ))}
            </details>
          ))}
      </div>
    </nav>
  )
}

interface ResourceProps {
  readonly api: string
  readonly resource: Resource
  readonly openId: string | undefined
  /** False if the group is already marked. */
  readonly marksDeprecated: boolean
}

function ResourceOperations({ api, resource: { name, operations }, openId, marksDeprecated }: ResourceProps): VNode {
  const isOneMark = marksDeprecated && areAllDeprecated(operations)
  return (
    <>
      <h3>
        {name} {isOneMark && <Deprecated operation={operations[0]} />}
      </h3>
      <ul>
        {operations.map((operation) => (
          <li key={operation.id}>
            <a
              href={href(['explore', api, operation.id])}
              aria-current={operation.id === openId ? 'page' : undefined}
              title={operation.summary}
            >
              <MethodBadge method={operation.method} />
              <span class="visually-hidden">{operation.id}</span>
              <span aria-hidden="true">{splitId(operation.id)[1]}</span>
              {marksDeprecated && !isOneMark && operation.deprecated && <Deprecated operation={operation} />}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Deprecated({ operation }: { readonly operation: Operation | undefined }): VNode {
  return (
    <span class="tag tag-warning" title={operation?.deprecated}>
      deprecated
    </span>
  )
}
