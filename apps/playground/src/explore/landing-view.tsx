import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { connection } from '../connection/state.ts'
import { operationHref } from './address/operation-href.ts'
import { type CatalogApi, entriesOf } from './catalog/catalog.ts'
import { deskOf } from './desk.ts'
import { suggestions } from './suggestions.ts'

const listed = new Intl.ListFormat('en')

/** Shown while no operation is open: what this view is, and a few calls that answer a question at once. */
export function LandingView({ catalog }: { readonly catalog: readonly CatalogApi[] }): VNode {
  const entries = entriesOf(catalog)
  useEffect(() => {
    document.title = 'Explore – Camunda 8 playground'
  }, [])
  return (
    <div class="landing">
      <h1>Explore the APIs</h1>
      <p>
        {entries.length} operations of {listed.format(catalog.map(({ api }) => api.title))}. Fill in a form, send it,
        read the response, and copy the code.{' '}
        {connection.value?.kind === 'sample' &&
          'It all runs in this browser against an embedded Camunda with sample data: you can’t break anything.'}
      </p>
      <ul class="suggestions">
        {suggestions.map(({ question, about, api, id, given }) => {
          const entry = entries.find((candidate) => candidate.api.name === api && candidate.operation.id === id)
          const access = connection.value?.accesses.get(api)
          if (!entry || !access) return null
          return (
            <li key={question}>
              <a
                class="suggestion"
                href={operationHref(api, entry.operation, given)}
                onClick={(event) => {
                  // Another tab starts with the input in the address.
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return
                  const desk = deskOf(api, entry.operation)
                  desk.fill(given)
                  void desk.send(access)
                }}
              >
                <strong>{question}</strong>
                <span>{about}</span>
                <span class="quiet">
                  {entry.api.title} · <code>{id}</code>
                </span>
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
