import type { Operation } from '@x/rest'
import type { ApiAccess } from '../../../calls/api-access.ts'
import { argumentsOf, type CallInput, createClient, findMethod } from '../../../calls/call.ts'
import { recordExchanges } from '../../../calls/exchange.ts'
import { firstPage } from './page.ts'

type SearchAll = (...args: readonly unknown[]) => AsyncIterable<unknown>

/** The method beside an operation's own that gives the items of all its pages: `searchAll` beside `search`. */
function findSearchAll(client: object, { id }: Operation): SearchAll | undefined {
  return findMethod(client, `${id}All`) as SearchAll | undefined
}

/** Whether the client of an API can give the items of all pages of an operation. */
export async function canLoadAll(access: ApiAccess, operation: Operation): Promise<boolean> {
  return findSearchAll(await createClient(access, access.fetch), operation) !== undefined
}

/** What of a list is there by now. */
export interface AllPages {
  readonly items: readonly unknown[]
  /** HTTP requests so far. */
  readonly requests: number
  readonly state: 'loading' | 'complete' | 'stopped' | 'failed'
  readonly error?: unknown
}

/** Progress is told so often that a person sees it move, and no oftener. */
const PROGRESS_MS = 100

/** Gets the items of all pages through the client, from the first on. Never rejects: the state says how it ended. */
export async function loadAll(
  access: ApiAccess,
  operation: Operation,
  input: CallInput,
  onProgress: (loaded: AllPages) => void,
  signal: AbortSignal,
): Promise<AllPages> {
  const items: unknown[] = []
  const { fetch, exchanges } = recordExchanges(access.fetch)
  const report = (state: AllPages['state'], error?: unknown): AllPages => ({
    items: [...items],
    requests: exchanges.length,
    state,
    error,
  })
  try {
    const searchAll = findSearchAll(await createClient(access, fetch), operation)
    if (!searchAll) throw new TypeError(`${operation.id} has no pages.`)
    let told = performance.now()
    for await (const item of searchAll(...argumentsOf(operation, firstPage(operation, input)), { signal })) {
      items.push(item)
      if (performance.now() - told < PROGRESS_MS) continue
      told = performance.now()
      onProgress(report('loading'))
    }
    return report('complete')
  } catch (error) {
    return signal.aborted ? report('stopped') : report('failed', error)
  }
}
