import { iteratePages, RestError, type SearchAllOptions } from '@x/rest'
import { readMoment } from './date.ts'
import type { Members } from './member.ts'
import type { OperateTranslation } from './operate-translation.ts'
import type { OlderQuery } from './query.ts'

type Item = Readonly<Record<string, unknown>>

/** A page of Operate. */
export interface OlderPage {
  readonly items: readonly object[]
  readonly total: number
  readonly sortValues: readonly unknown[]
}

/** Sends one search. */
export type SendSearch = (query: OlderQuery, options: object) => Promise<OlderPage>

/**
 * Returns one page of several searches with the same order and different items: the first items of all of them. A
 * position in the order applies to every search, so the next page begins after the last item for all of them.
 */
export async function mergePages(
  { members }: OperateTranslation,
  queries: readonly OlderQuery[],
  send: SendSearch,
  options: { readonly waitFor?: unknown },
): Promise<OlderPage> {
  if (options.waitFor !== undefined) {
    throw new RestError('config_invalid', '`waitFor` must be left out: a list of values is several searches here')
  }
  const [{ size, sort = [] } = {}] = queries as readonly { size?: number; sort?: readonly Criterion[] }[]
  const pages = await Promise.all(queries.map((query) => send(query, options)))
  const compare = comparison(members, sort)
  const found = pages.flatMap(({ items }, search) => items.map((item) => ({ item: item as Item, search })))
  const first = found.sort((a, b) => compare(a.item, b.item)).slice(0, size)
  const last = first.at(-1)
  return {
    items: first.map(({ item }) => item),
    total: pages.reduce((sum, { total }) => sum + total, 0),
    sortValues: last ? await placeOf(last.search) : [],
  }

  /**
   * Returns the position of an item. Operate returns the position of a page's end only, so a page that ends with the
   * item is requested.
   */
  async function placeOf(search: number): Promise<readonly unknown[]> {
    const taken = first.filter((one) => one.search === search).length
    const page = pages[search] as OlderPage
    if (taken === page.items.length) return page.sortValues
    return (await send({ ...queries[search], size: taken }, options)).sortValues
  }
}

/** Returns the items of several searches in their order. */
export function mergeAll(
  translation: OperateTranslation,
  queries: readonly OlderQuery[],
  send: SendSearch,
  { limit, signal, ...options }: SearchAllOptions = {},
): AsyncGenerator<object, void, undefined> {
  return iteratePages<object, readonly unknown[]>(
    async (searchAfter, pageSignal) => {
      const after = queries.map((query) => ({ ...query, ...(searchAfter && { searchAfter }) }))
      const { items, sortValues } = await mergePages(translation, after, send, {
        ...options,
        signal: pageSignal,
      } as object)
      return { items, next: items.length < Number(queries[0]?.size) ? undefined : sortValues }
    },
    { limit, signal },
  )
}

interface Criterion {
  readonly field: string
  readonly order?: 'ASC' | 'DESC' | undefined
}

/**
 * Compares items as Operate sorts them: missing values come last in both directions, and the key decides between equal
 * items.
 */
function comparison(members: Members<string>, sort: readonly Criterion[]): (a: Item, b: Item) => number {
  const [id] = Object.values(members)
  const criteria: readonly Criterion[] = [...sort, { field: id?.name ?? 'key' }]
  const dates = Object.values(members).flatMap(({ date, name }) => (date ? [name] : []))
  const sortValueOf = (item: Item, field: string): unknown => {
    const value = item[field]
    if (dates.includes(field)) return readMoment(value)
    return /key$/i.test(field) && typeof value === 'string' ? BigInt(value) : (value ?? undefined)
  }
  return (a, b) => {
    for (const { field, order } of criteria) {
      const [left, right] = [sortValueOf(a, field), sortValueOf(b, field)] as [string, string]
      if (left === right) continue
      if (left === undefined) return 1
      if (right === undefined) return -1
      return left < right === (order === 'DESC') ? 1 : -1
    }
    return 0
  }
}
