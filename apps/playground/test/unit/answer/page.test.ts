import { operations as operateOperations } from '@x/operate/operations'
import type { Operation } from '@x/rest/shapes'
import { describe, expect, test } from 'vitest'
import { loadOperations } from '../../../src/apis.ts'
import type { ApiAccess } from '../../../src/calls/api-access.ts'
import { type Call, type CallInput, call } from '../../../src/calls/call.ts'
import { type AllPages, loadAll } from '../../../src/explore/answer/paging/load-all.ts'
import { firstPage, pageOf, pageSize } from '../../../src/explore/answer/paging/page.ts'
import { allPagesText, pageText } from '../../../src/explore/answer/paging/page-text.ts'
import { before, rememberPage } from '../../../src/explore/answer/paging/page-trail.ts'
import { listOf } from '../../../src/explore/answer/value/list-of.ts'
import { embeddedAccesses } from '../support/embedded-accesses.ts'

const { signal } = new AbortController()
const [search] = operateOperations.filter(({ paging }) => paging !== undefined) as [Operation]

async function start(api: string, id: string, input: unknown): Promise<{ access: ApiAccess; first: Call }> {
  const access = embeddedAccesses().accesses.find((candidate) => candidate.api.name === api) as ApiAccess
  const operations = await loadOperations(access.api)
  const operation = operations.find((candidate) => candidate.id === id) as Call['operation']
  return { access, first: await call(access, operation, { params: {}, input }, signal) }
}

const itemsOf = ({ outcome }: Call): readonly unknown[] =>
  (outcome.type === 'answer' && listOf(outcome.value)?.items) || []

/** Goes on until there is no next page, as a person with a mouse does. */
async function walk(access: ApiAccess, first: Call): Promise<{ items: unknown[]; texts: string[]; last: Call }> {
  const items: unknown[] = []
  const texts: string[] = []
  let last = first
  for (let offset = 0; ; ) {
    const page = pageOf(last, offset)
    if (!page) throw new Error('It is not a page.')
    items.push(...itemsOf(last))
    texts.push(pageText(page))
    if (!page.next) return { items, texts, last }
    offset += page.count
    last = await call(access, last.operation, page.next, signal)
  }
}

test.each([
  ['operate', 'processDefinitions.search', { size: 3, sort: [{ field: 'name', order: 'DESC' }] }],
  ['operate', 'variables.search', { size: 500 }],
  ['modeler', 'files.search', { size: 2 }],
])('%s %s: page after page gives what all pages give', async (api, id, input) => {
  const { access, first } = await start(api, id, input)
  const { items, texts } = await walk(access, first)
  const all = await loadAll(access, first.operation, first.input, () => {}, signal)
  expect(all.state).toBe('complete')
  expect(items).toEqual(all.items)
  expect(texts.length).toBeGreaterThan(1)
  const total = items.length.toLocaleString('en')
  expect(texts[0]).toBe(`Items 1 to ${input.size} of ${total}`)
  expect(texts.at(-1)).toContain(`to ${total} of ${total}`)
})

test('all pages begin with the first, wherever the input stands', async () => {
  for (const [api, id, size] of [
    ['operate', 'processDefinitions.search', 3],
    ['modeler', 'files.search', 2],
  ] as const) {
    const { access, first } = await start(api, id, { size })
    const next = pageOf(first, 0)?.next as CallInput
    const all = await loadAll(access, first.operation, next, () => {}, signal)
    expect(all.items.slice(0, size)).toEqual(itemsOf(first))
  }
})

test('a page that nobody counted up to, and one that is the whole list', async () => {
  const { access, first } = await start('operate', 'processDefinitions.search', { size: 3 })
  const second = await call(access, first.operation, pageOf(first)?.next as CallInput, signal)
  const page = pageOf(second)
  expect(page && pageText(page)).toBe('3 of 10 items')
  const whole = pageOf((await start('operate', 'processDefinitions.search', {})).first)
  expect(whole).toMatchObject({ count: 10, offset: 0, next: undefined })
  expect(whole && pageText(whole)).toBe('10 items')
})

describe.each(['cursor', 'offset'] as const)('pages by %s', (paging) => {
  const operation: Operation = { ...search, paging }
  const answer = (input: unknown, value: object): Call => ({
    api: 'orchestration',
    operation,
    input: { params: {}, input },
    startedAt: 0,
    durationMs: 0,
    exchanges: [],
    outcome: { type: 'answer', value: { items: ['a', 'b'], totalIsExact: true, endCursor: 'mark', ...value } },
  })
  const place = paging === 'cursor' ? { after: 'mark' } : { from: 2 }

  test('the next page begins where this one ends, with the same size and filter', () => {
    const page = pageOf(answer({ filter: { name: 'x' }, page: { limit: 2 } }, { total: 5 }))
    expect(page?.next?.input).toEqual({ filter: { name: 'x' }, page: { limit: 2, ...place } })
    expect(page && pageText(page)).toBe('Items 1 to 2 of 5')
  })

  test('how many items lie before a page is told by an offset, and counted with cursors', () => {
    const page = pageOf(answer({ page: { limit: 2, ...place } }, { total: 5 }))
    expect(page && pageText(page)).toBe(paging === 'offset' ? 'Items 3 to 4 of 5' : '2 of 5 items')
    expect(pageOf(answer({ page: { limit: 2, ...place } }, { total: 5 }), 2)?.offset).toBe(2)
  })

  test('a total that is not exact does not end the pages', () => {
    expect(pageOf(answer({ page: { limit: 2 } }, { total: 2 }))?.next).toBeUndefined()
    expect(pageOf(answer({ page: { limit: 2 } }, { total: 2, totalIsExact: false }))?.next).toBeDefined()
  })

  test('all pages begin with the first', () => {
    const input = { params: {}, input: { filter: {}, page: { limit: 2, ...place } } }
    expect(firstPage(operation, input).input).toEqual({ filter: {}, page: { limit: 2 } })
    expect(pageSize(operation, 10)).toEqual({ page: { limit: 10 } })
  })
})

test('what is no page has no next one', async () => {
  expect(pageOf((await start('console', 'clusters.list', undefined)).first)).toBeUndefined()
})

test('who stops keeps what came', async () => {
  const { access, first } = await start('operate', 'variables.search', { size: 1 })
  const controller = new AbortController()
  let requests = 0
  const counting: ApiAccess = {
    ...access,
    fetch: (input, init) => {
      requests += 1
      if (requests === 5) controller.abort()
      return access.fetch(input, init)
    },
  }
  const all: AllPages = await loadAll(counting, first.operation, first.input, () => {}, controller.signal)
  expect(all.state).toBe('stopped')
  expect(all.items.length).toBeGreaterThan(0)
  expect(all.items.length).toBeLessThan(5)
  const page = pageOf(first)
  expect(page && allPagesText(all, page)).toMatch(/^Stopped: \d of [\d,]+ items$/)
})

test('what comes before an error is kept beside it', async () => {
  const { access, first } = await start('operate', 'variables.search', { size: 1 })
  let requests = 0
  const breaking: ApiAccess = {
    ...access,
    fetch: async (input, init) => (++requests > 3 ? new Response('no', { status: 400 }) : access.fetch(input, init)),
  }
  const all = await loadAll(breaking, first.operation, first.input, () => {}, signal)
  expect(all).toMatchObject({ state: 'failed', error: { name: 'ApiError', status: 400 } })
  expect(all.items).toHaveLength(3)
})

test('the way back is known by what an input says', async () => {
  const { first } = await start('operate', 'processDefinitions.search', { size: 3 })
  const next = pageOf(first)?.next as CallInput
  rememberPage(first, next, { offset: 3, input: first.input })
  const { searchAfter, size } = next.input as { searchAfter: unknown; size: number }
  const retyped: Call = { ...first, input: { params: {}, input: { searchAfter, size } } }
  expect(before(retyped)).toEqual({ offset: 3, input: first.input })
  expect(before(first)).toBeUndefined()
})
