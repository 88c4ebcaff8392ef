import { nearestName } from '@x/rest'
import type { ComponentProps, VNode } from 'preact'
import { useState } from 'preact/hooks'
import { connection } from '../connection/state.ts'
import { href, route } from '../routing/route.ts'
import { Choice } from '../ui/choice.tsx'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { useLoaded } from '../ui/use-loaded.ts'
import { type CatalogApi, loadCatalog } from './catalog/catalog.ts'
import { CatalogView } from './catalog/catalog-view.tsx'
import { history } from './history.ts'
import { HistoryView } from './history-view.tsx'
import { LandingView } from './landing-view.tsx'
import type { OperationView } from './operation-view.tsx'

/** What is shown beside the operation. */
type Side = 'operations' | 'history'

/** The list of all operations of all APIs, and the open operation. */
export function ExploreView(): VNode {
  const loaded = useLoaded(loadCatalog, [])
  const [side, setSide] = useState<Side>('operations')
  if (loaded.state === 'failed') throw loaded.error
  if (loaded.state === 'loading') return <p class="loading">Loading …</p>
  const catalog = loaded.value
  const [, api, id] = route.value.path
  const count = history.value.length
  const sides: readonly { readonly name: Side; readonly title: string }[] = [
    { name: 'operations', title: 'Operations' },
    { name: 'history', title: count > 0 ? `History (${count})` : 'History' },
  ]
  return (
    <div class={`explore ${api === undefined ? '' : 'explore-open'}`}>
      <div class="explore-side">
        <Choice label="List" choices={sides} chosen={side} onChoose={(to) => setSide(to)} />
        {side === 'operations' ? (
          <CatalogView catalog={catalog} open={api !== undefined && id !== undefined ? { api, id } : undefined} />
        ) : (
          <HistoryView catalog={catalog} />
        )}
      </div>
      <section class="operation" aria-label="Operation">
        <a class="explore-back" href={href(['explore'])}>
          ‹ All operations
        </a>
        <ErrorBoundary key={`${api} ${id}`} what="This operation">
          <Content catalog={catalog} api={api} id={id} />
        </ErrorBoundary>
      </section>
    </div>
  )
}

interface ContentProps {
  readonly catalog: readonly CatalogApi[]
  readonly api: string | undefined
  readonly id: string | undefined
}

function Content({ catalog, api: apiName, id }: ContentProps): VNode {
  if (apiName === undefined) return <LandingView catalog={catalog} />
  const open = catalog.find(({ api }) => api.name === apiName)
  if (!open)
    return <Unknown what={`API “${apiName}”`} name={apiName} names={catalog.map(({ api }) => api.name)} at={[]} />
  const { api, operations } = open
  if (id === undefined) return <LandingView catalog={[open]} />
  const operation = operations.find((candidate) => candidate.id === id)
  if (!operation) {
    const names = operations.map((candidate) => candidate.id)
    return <Unknown what={`operation “${id}” in ${api.title}`} name={id} names={names} at={[apiName]} />
  }
  const access = connection.value?.accesses.get(apiName)
  if (!access) {
    return (
      <p class="notice">
        This connection has no access to {api.title}, which needs an API client of{' '}
        {api.credentials === 'cluster' ? 'a cluster' : 'the organization'}.
      </p>
    )
  }
  return <OpenOperation api={api} operation={operation} access={access} />
}

/** The list is shown before the code of the operations is loaded. */
function OpenOperation(props: ComponentProps<typeof OperationView>): VNode {
  const loaded = useLoaded(async () => (await import('./operation-view.tsx')).OperationView, [])
  if (loaded.state === 'failed') throw loaded.error
  if (loaded.state === 'loading') return <p class="loading">Loading …</p>
  const Content = loaded.value
  return <Content {...props} />
}

interface UnknownProps {
  readonly what: string
  readonly name: string
  readonly names: readonly string[]
  readonly at: readonly string[]
}

/** An unknown address. */
function Unknown({ what, name, names, at }: UnknownProps): VNode {
  const nearest = nearestName(name, names)
  return (
    <div class="notice notice-error" role="alert">
      <p>There is no {what}.</p>
      <p>
        {nearest && (
          <>
            Did you mean <a href={href(['explore', ...at, nearest])}>{nearest}</a>?{' '}
          </>
        )}
        <a href={href(['explore'])}>All operations</a>
      </p>
    </div>
  )
}
