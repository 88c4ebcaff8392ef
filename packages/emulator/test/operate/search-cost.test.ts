import { expect, it } from 'vitest'
import { variableType } from '../../src/operate/fields.ts'
import { createSearch } from '../../src/operate/search.ts'

const COUNT = 5000
const SIZE = 100

/** Variables that count how often their name is read: by a filter, by an order and by what is sent. */
function createVariables() {
  const reads = { count: 0 }
  const items = Array.from({ length: COUNT }, (_, index) => ({
    key: BigInt(index),
    processInstanceKey: 1n,
    scopeKey: 1n,
    get name() {
      reads.count += 1
      return `v${(index * 7919) % COUNT}`
    },
    value: '1',
    truncated: false,
    tenantId: '<default>',
  }))
  return { reads, items: new Map(items.map((item) => [item.key, item])) }
}

it('filters and sorts once, however many pages are read; then again when the store has changed', () => {
  const { reads, items } = createVariables()
  const store = { revision: 0 }
  const search = createSearch(variableType, items, store)
  const query = { size: SIZE, sort: [{ field: 'name' }], filter: { tenantId: '<default>' } }
  const names: unknown[] = []
  const costs: number[] = []
  for (let searchAfter: unknown; ; ) {
    reads.count = 0
    const page = search(
      JSON.stringify({ ...query, searchAfter }, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
    )
    if (page.items.length === 0) break
    costs.push(reads.count)
    names.push(...page.items.map(({ name }) => name))
    searchAfter = page.sortValues
  }
  expect(names).toEqual([...items.values()].map(({ name }) => name).toSorted())
  // The first page reads every name; each of the others only those that it sends.
  expect(costs).toEqual([COUNT + SIZE, ...Array.from({ length: COUNT / SIZE - 1 }, () => SIZE)])

  items.delete(0n)
  store.revision += 1
  reads.count = 0
  expect(search(JSON.stringify(query)).total).toBe(COUNT - 1)
  expect(reads.count).toBe(COUNT - 1 + SIZE)
})

it('remembers a few searches, each with its own filter and order', () => {
  const { reads, items } = createVariables()
  const search = createSearch(variableType, items, { revision: 0 })
  const costOf = (query: object): number => {
    reads.count = 0
    search(JSON.stringify({ size: 1, ...query }))
    return reads.count
  }
  const filters = ['v1', 'v2', 'v3', 'v4', 'v5'].map((name) => ({ filter: { name } }))
  for (const filter of filters) expect(costOf(filter)).toBe(COUNT + 1)
  for (const filter of filters.slice(1)) expect(costOf(filter)).toBe(1)
  expect(costOf(filters[0] ?? {})).toBe(COUNT + 1)
})
