import type { Operation } from '@x/rest'
import type { VNode } from 'preact'
import { type Api, apis, loadApi } from '../apis.ts'
import { connection } from '../connection/state.ts'
import { href, route } from '../routing/route.ts'
import { useLoaded } from '../ui/use-loaded.ts'
import { OperationView } from './operation-view.tsx'

/** Every operation of every API: the list of them, and the one that is open. */
export function ExploreView(): VNode {
  const loaded = useLoaded(() => Promise.all(apis.map(loadApi)), [])
  if (loaded.state === 'failed') throw loaded.error
  if (loaded.state === 'loading') return <p class="loading">Loading …</p>
  const catalog = apis.map((api, index) => ({ api, operations: loaded.value[index]?.operations ?? [] }))
  const [, apiName, operationId] = route.value.path
  const open = catalog.find(({ api }) => api.name === apiName)
  const operation = open?.operations.find(({ id }) => id === operationId)
  const access = apiName === undefined ? undefined : connection.value?.accesses.get(apiName)
  return (
    <div class="explore">
      <nav class="catalog" aria-label="Operations">
        {catalog.map(({ api, operations }) => (
          <ApiOperations key={api.name} api={api} operations={operations} openId={operation?.id} />
        ))}
      </nav>
      <section class="operation" aria-label="Operation">
        {operation && access ? (
          <OperationView key={`${apiName} ${operation.id}`} access={access} operation={operation} />
        ) : operation ? (
          <p>The connection does not open this API: it needs credentials of another kind.</p>
        ) : (
          <p>Choose an operation.</p>
        )}
      </section>
    </div>
  )
}

interface ApiOperationsProps {
  readonly api: Api
  readonly operations: readonly Operation[]
  readonly openId: string | undefined
}

function ApiOperations({ api, operations, openId }: ApiOperationsProps): VNode {
  return (
    <details open={operations.some(({ id }) => id === openId)}>
      <summary>
        {api.title} <small>{api.about}</small>
      </summary>
      <ul>
        {operations.map(({ id, summary }) => (
          <li key={id}>
            <a href={href(['explore', api.name, id])} aria-current={id === openId ? 'page' : undefined} title={summary}>
              {id}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
