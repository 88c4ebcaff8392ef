import type { Operation } from '@x/rest/shapes'
import type { ApiAccess } from '../../../calls/api-access.ts'
import { argumentsOf, type CallInput, createClient, methodOf } from '../../../calls/call.ts'
import { recordExchanges } from '../../../calls/exchange.ts'
import { firstPage } from './page.ts'

type SearchAll = (...args: readonly unknown[]) => AsyncIterable<unknown>

/** Whether the client has a method that returns the items of all pages: `searchAll` beside `search`. */
export function canLoadAll({ paging }: Operation): boolean {
  return paging !== undefined
}

/** The part of a list that has been loaded. */
export interface AllPages {
  readonly items: readonly unknown[]
  /** HTTP requests so far. */
  readonly requests: number
  readonly state: 'loading' | 'complete' | 'stopped' | 'failed'
  readonly error?: unknown
}

/** Interval of progress updates: often enough to see progress. */
const PROGRESS_MS = 100

/**
 * Loads the items of all pages through the client, from the first page. Never rejects: the state contains the outcome.
 */
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
    const searchAll = methodOf<SearchAll>(await createClient(access, fetch), `${operation.id}All`)
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
