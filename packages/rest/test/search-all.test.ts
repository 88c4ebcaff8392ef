import type { ServerResponse } from 'node:http'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createUncheckedResource,
  type Page,
  type Paging,
  RestError,
  type SearchAllOptions,
  ValidationError,
} from '../src/index.ts'
import { stringifyJson } from '../src/json.ts'
import { createCheckedResource } from '../src/shapes.ts'
import { answer, serve } from './server.ts'
import { connectionTo, searches } from './setup.ts'

interface Things {
  search(body?: object): Promise<Page<number>>
  searchAll(body?: object, options?: SearchAllOptions): AsyncIterable<{ key: string }>
}

interface Asked {
  readonly size?: number
  readonly searchAfter?: [number]
  readonly page?: number & { readonly limit?: number; readonly from?: number; readonly after?: string }
  readonly filter?: unknown
}

interface Range {
  readonly from: number
  readonly size: number
}

/** What a server of each kind reads of a request, with its own default, and what it says beside the items. */
const kinds: Readonly<
  Record<
    Paging,
    { range(asked: Asked, largest: number): Range; page(items: object[], last: number, total: number): object }
  >
> = {
  searchAfter: {
    range: ({ size = 10, searchAfter: [last] = [-1] as never }) => ({ from: Number(last) + 1, size }),
    page: (items, last, total) => ({ items, total, ...(items.length > 0 && { sortValues: [last] }) }),
  },
  page: {
    range: ({ size = 10, page = 0 }, largest) => ({ from: page * Math.min(size, largest), size }),
    page: (items, _last, total) => ({ items, total }),
  },
  cursor: {
    range: ({ page: { limit = 100, after = 'c-1' } = {} as never }) => ({
      from: Number(after.slice(1)) + 1,
      size: limit,
    }),
    page: (items, last, totalItems) => ({
      items,
      page: {
        totalItems,
        hasMoreTotalItems: false,
        startCursor: items.length > 0 ? `c${last - items.length + 1}` : null,
        endCursor: items.length > 0 ? `c${last}` : null,
      },
    }),
  },
  offset: {
    range: ({ page: { limit = 100, from = 0 } = {} as never }) => ({ from, size: limit }),
    page: (items, _last, totalItems) => ({ items, page: { totalItems, hasMoreTotalItems: false } }),
  },
}
const names = Object.keys(kinds) as Paging[]

/** A server with so many items that pages in its own way, with at most so many on a page. */
async function serveThings(paging: Paging, total: number, largest = Number.POSITIVE_INFINITY) {
  const sizes: number[] = []
  const { range, page } = kinds[paging]
  const server = await serve((response: ServerResponse) => {
    const { from, size } = range(JSON.parse(server.received.at(-1)?.body ?? '{}'), largest)
    sizes.push(size)
    const count = Math.max(0, Math.min(size, largest, total - from))
    const items = Array.from({ length: count }, (_, index) => ({ key: String(from + index) }))
    answer(200, page(items, from + count - 1, total))(response)
  })
  return { ...server, sizes }
}

function thingsAt(url: string, paging: Paging): Things {
  const routes = { search: `POST /things/search body? paging:${paging} safe` }
  return createUncheckedResource<Things>(connectionTo(url).connection, 'things', { routes, searches })
}

async function keys(items: AsyncIterable<{ key: string }>): Promise<number[]> {
  const found: number[] = []
  for await (const { key } of items) found.push(Number(key))
  return found
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
const sized = (paging: Paging, size: number): object =>
  paging === 'cursor' || paging === 'offset' ? { page: { limit: size } } : { size }

describe.each(names)('searchAll over pages by %s', (paging) => {
  it('returns every item exactly once, for any number of items, page size and limit', async () => {
    const property = fc.asyncProperty(
      fc.nat(23),
      fc.integer({ min: 1, max: 8 }),
      fc.option(fc.nat(25), { nil: undefined }),
      fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
      async (total, size, limit, largest) => {
        const { url, sizes } = await serveThings(paging, total, largest)
        const found = await keys(thingsAt(url, paging).searchAll(sized(paging, size), { limit }))
        expect(found).toEqual(upTo(Math.min(total, limit ?? total)))
        // No page is larger than what is wanted, and none is asked for in vain.
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(Math.min(size, limit ?? size))
        const page = Math.max(1, Math.min(size, limit ?? size, largest ?? size))
        expect(sizes.length).toBeLessThanOrEqual(Math.ceil(Math.min(total, limit ?? total) / page) + 1)
      },
    )
    await fc.assert(property, { numRuns: 60 })
  })

  it('requests large pages by default, keeps the rest of the query, and starts where the query says', async () => {
    const server = await serveThings(paging, 3)
    const query = { filter: { state: 'ACTIVE' }, sort: [{ field: 'key' }] }
    expect(await keys(thingsAt(server.url, paging).searchAll(query))).toEqual([0, 1, 2])
    expect(server.sizes).toEqual([paging === 'page' ? 50 : 100])
    expect(JSON.parse(server.received[0]?.body ?? '')).toMatchObject(query)
  })

  it('continues with the filter that it was called with', async () => {
    const server = await serveThings(paging, 4)
    const filter: { state?: string } = { state: 'ACTIVE' }
    const items = thingsAt(server.url, paging).searchAll({ ...sized(paging, 2), filter })
    delete filter.state
    await keys(items)
    for (const { body } of server.received) expect(JSON.parse(body).filter).toEqual({ state: 'ACTIVE' })
  })

  it.each([null, 'x', { signal: {} }])('rejects the options %o at the call', (options) => {
    const call = (): unknown => thingsAt('https://a.example', paging).searchAll({}, options as never)
    expect(call).toThrow(expect.objectContaining({ code: 'config_invalid' }))
  })

  it.each([-1, 0.5, Number.NaN, '5'])('rejects the limit %o at the call', (limit) => {
    const call = (): unknown => thingsAt('https://a.example', paging).searchAll({}, { limit: limit as number })
    expect(call).toThrow(RestError)
    expect(call).toThrow('`limit` must be a whole number')
  })

  it('rejects pages that do not advance', async () => {
    const items = [{ key: '0' }, { key: '1' }]
    const page = { totalItems: 9, hasMoreTotalItems: false, startCursor: 'a', endCursor: 'b' }
    const server = await serve(answer(200, { items, page, total: 9, sortValues: [7] }))
    const call = keys(thingsAt(server.url, paging).searchAll(sized(paging, 2)))
    await expect(call).rejects.toBeInstanceOf(ValidationError)
    await expect(call).rejects.toMatchObject({
      code: 'response_invalid',
      issues: [{ message: expect.stringContaining('on an earlier page') }],
    })
    expect(server.received).toHaveLength(2)
  })

  it.runIf(paging === 'cursor' || paging === 'searchAfter')('rejects cursors that alternate', async () => {
    const pageWith = (mark: string) => {
      const items = [{ key: mark }, { key: mark }]
      const page = { totalItems: 99, hasMoreTotalItems: false, startCursor: null, endCursor: mark }
      return answer(200, { items, page, total: 99, sortValues: [mark] })
    }
    const server = await serve(pageWith('1'), pageWith('2'), pageWith('1'), pageWith('2'))
    const call = keys(thingsAt(server.url, paging).searchAll(sized(paging, 2)))
    await expect(call).rejects.toMatchObject({
      code: 'response_invalid',
      issues: [{ message: expect.stringContaining('on an earlier page') }],
    })
    expect(server.received).toHaveLength(3)
  })

  it('rejects a page without items', async () => {
    const server = await serve(answer(200, { page: { totalItems: 9, hasMoreTotalItems: false }, total: 9 }))
    const call = keys(thingsAt(server.url, paging).searchAll())
    await expect(call).rejects.toMatchObject({ issues: [{ path: 'items', message: 'must be an array' }] })
  })

  it('ends with the reason of the signal', async () => {
    const { url } = await serveThings(paging, 9)
    const controller = new AbortController()
    const reason = new Error('enough')
    const items = thingsAt(url, paging).searchAll(sized(paging, 2), { signal: controller.signal })
    const call = (async () => {
      for await (const { key } of items) if (key === '3') controller.abort(reason)
    })()
    await expect(call).rejects.toBe(reason)
  })
})

describe('where a search starts', () => {
  it.each([
    ['searchAfter', { searchAfter: [4] }],
    ['cursor', { page: { after: 'c4' } }],
    ['offset', { page: { from: 5 } }],
  ] as const)('is up to the caller: %s', async (paging, query) => {
    const { url } = await serveThings(paging, 9)
    expect(await keys(thingsAt(url, paging).searchAll(query))).toEqual([5, 6, 7, 8])
  })
})

describe('a search in something named in the path', () => {
  it('pages with its path parameters and its query', async () => {
    const page = { totalItems: 3, hasMoreTotalItems: false, startCursor: 'a' }
    const server = await serve(
      answer(200, { items: [{ key: '0' }, { key: '1' }], page: { ...page, endCursor: 'b' } }),
      answer(200, { items: [{ key: '2' }], page: { ...page, endCursor: 'c' } }),
    )
    interface Parts {
      searchAll(thing: string, body: object, query: object, options?: SearchAllOptions): AsyncIterable<{ key: string }>
    }
    const routes = { search: 'POST /things/{key}/parts/search body? query? paging:cursor safe' }
    const { connection } = connectionTo(server.url)
    const parts = createUncheckedResource<Parts>(connection, 'parts', { routes, searches })
    const items = parts.searchAll('7', { page: { limit: 2 } }, { truncate: false }, { headers: { 'x-trace': 'a' } })
    expect(await keys(items)).toEqual([0, 1, 2])
    for (const { path, headers } of server.received) {
      expect([path, headers['x-trace']]).toEqual(['/things/7/parts/search?truncate=false', 'a'])
    }
    expect(server.received.map(({ body }) => JSON.parse(body).page)).toEqual([{ limit: 2 }, { limit: 2, after: 'b' }])
  })
})

describe('pages that lead back to earlier ones', () => {
  it.each(['searchAfter', 'cursor'] as const)('are rejected: %s', async (paging) => {
    const page = (name: string) => {
      const page = { totalItems: 99, hasMoreTotalItems: false, startCursor: name, endCursor: name }
      return answer(200, { items: [{ key: `1${name}` }, { key: `2${name}` }], page, total: 99, sortValues: [name] })
    }
    const server = await serve(page('1'), page('2'), page('3'), page('2'), page('1'))
    const call = keys(thingsAt(server.url, paging).searchAll(sized(paging, 2)))
    await expect(call).rejects.toMatchObject({
      code: 'response_invalid',
      issues: [
        { path: paging === 'cursor' ? 'endCursor' : 'sortValues', message: expect.stringContaining('never end') },
      ],
    })
    expect(server.received).toHaveLength(4)
  })
})

describe('a page without the cursor of the next', () => {
  it.each([
    ['searchAfter', { total: 9 }, 'sortValues'],
    ['searchAfter', { total: 9, sortValues: [] }, 'sortValues'],
    ['cursor', { page: { totalItems: 9, hasMoreTotalItems: false, endCursor: null } }, 'endCursor'],
    ['cursor', { page: { totalItems: 9, hasMoreTotalItems: false } }, 'endCursor'],
  ] as const)('is rejected: %s %o', async (paging, rest, path) => {
    const server = await serve(answer(200, { items: [{ key: '0' }, { key: '1' }], ...rest }))
    const call = keys(thingsAt(server.url, paging).searchAll(sized(paging, 2)))
    await expect(call).rejects.toMatchObject({
      issues: [{ path, message: 'is missing from a page that is not the last' }],
    })
  })
})

describe('a page of the v2 APIs', () => {
  const wire = {
    items: [{ key: 9007199254740993n }],
    page: { totalItems: 10_000, hasMoreTotalItems: true, startCursor: 'a', endCursor: 'b' },
  }
  const text = stringifyJson(wire)
  const expected = { total: 10_000, totalIsExact: false, startCursor: 'a', endCursor: 'b' }

  it.each(['cursor', 'offset'] as const)('is converted to a Page: %s', async (paging) => {
    const server = await serve((response) => response.end(text))
    const routes = { search: `POST /things/search body? paging:${paging} safe` }
    const { connection } = connectionTo(server.url)
    const unchecked = createUncheckedResource<Things>(connection, 'things', { routes, searches })
    expect(await unchecked.search()).toEqual({ ...expected, items: [{ key: '9007199254740993' }] })
    const checked = createCheckedResource<Things>(connection, 'things', {
      ...{ routes, searches, calls: { search: '=Response' } },
      shapes: () => ({
        Response: 'items:[Thing],page:Info',
        Thing: 'key:k',
        Info: 'totalItems:i,hasMoreTotalItems:b,startCursor?:s~,endCursor?:s~',
      }),
    })
    expect(await checked.search()).toEqual({ ...expected, items: [{ key: '9007199254740993' }] })
  })

  it('has no cursors if the API has none', async () => {
    const server = await serve(answer(200, { items: [], page: { totalItems: 0, hasMoreTotalItems: false } }))
    expect(await thingsAt(server.url, 'offset').search()).toEqual({ items: [], total: 0, totalIsExact: true })
  })

  it('of the v1 APIs is unchanged', async () => {
    const page = { items: [{ key: '1' }], total: 1, sortValues: [1] }
    const server = await serve(answer(200, page))
    expect(await thingsAt(server.url, 'searchAfter').search()).toEqual(page)
  })
})

describe('searchAll over pages by cursor', () => {
  it('skips the number of items in `from`, then follows the cursors', async () => {
    const { received, url } = await serveThings('cursor', 6)
    await keys(thingsAt(url, 'cursor').searchAll({ page: { from: 2, limit: 2 } }))
    const pages = received.map(({ body }) => JSON.parse(body).page)
    expect(pages.slice(0, 2)).toEqual([
      { limit: 2, from: 2 },
      { limit: 2, after: expect.any(String) },
    ])
  })

  it('rejects `before`, which it does not support', () => {
    const call = (): unknown => thingsAt('https://a.example', 'cursor').searchAll({ page: { before: 'c5' } })
    expect(call).toThrow('page.before has no effect here')
    expect(call).toThrow(ValidationError)
  })

  it.each([null, '"x"', 5, [], {}, { items: [] }, { items: [], page: null }])(
    'rejects the response %j if no schema has checked it',
    async (body) => {
      const { url } = await serve(answer(200, body))
      const error = { code: 'response_invalid', operation: 'things.search' }
      await expect(thingsAt(url, 'cursor').search()).rejects.toMatchObject(error)
      await expect(keys(thingsAt(url, 'cursor').searchAll())).rejects.toMatchObject(error)
    },
  )

  it('rejects a response without a body', async () => {
    const { url } = await serve(answer(204))
    await expect(keys(thingsAt(url, 'cursor').searchAll())).rejects.toMatchObject({ code: 'response_malformed' })
  })
})
