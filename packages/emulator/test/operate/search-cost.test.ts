import type { VariableRecord } from '@x/engine'
import { expect, it } from 'vitest'
import { variableType } from '../../src/operate/entities.ts'
import { createSearch, type Search } from '../../src/operate/search.ts'

const COUNT = 5000
const SIZE = 100

/** Variables that count how often their tenant is read: by a filter, and by what is sent. */
function createVariables() {
  const reads = { count: 0 }
  const records = Array.from({ length: COUNT }, (_, index) => ({
    variableKey: String(2 ** 51 + index),
    processInstanceKey: '1',
    rootProcessInstanceKey: '1',
    scopeKey: '1',
    name: `v${(index * 7919) % COUNT}`,
    value: '1',
    get tenantId() {
      reads.count += 1
      return '<default>'
    },
  }))
  return { reads, records }
}

const searchOf = (records: readonly VariableRecord[], revision: () => number = () => 0): Search =>
  createSearch(variableType, () => records, revision)

it('filters and sorts once, however many pages are read, and again after a change', () => {
  const { reads, records } = createVariables()
  let revision = 0
  const search = searchOf(records, () => revision)
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
  expect(names).toEqual(records.map(({ name }) => name).toSorted())
  // The first page reads every tenant; each of the others only those that it sends.
  expect(costs).toEqual([COUNT + SIZE, ...Array.from({ length: COUNT / SIZE - 1 }, () => SIZE)])

  records.shift()
  revision += 1
  reads.count = 0
  expect(search(JSON.stringify(query)).total).toBe(COUNT - 1)
  expect(reads.count).toBe(COUNT - 1 + SIZE)
})

it('caches a few searches, each with its own filter and order', () => {
  const { reads, records } = createVariables()
  const search = searchOf(records)
  const costOf = (query: object): number => {
    reads.count = 0
    search(JSON.stringify({ size: 1, ...query }))
    return reads.count
  }
  const tenant = { tenantId: '<default>' }
  const queries = ['key', 'name', 'value', 'scopeKey', 'tenantId'].map((field) => ({
    filter: tenant,
    sort: [{ field }],
  }))
  const first = queries.slice(0, 4)
  for (const query of first) expect(costOf(query)).toBe(COUNT + 1)
  for (const query of first) expect(costOf(query)).toBe(1)
  expect(costOf(queries[4] ?? {})).toBeGreaterThan(COUNT)
  expect(costOf(queries[0] ?? {})).toBe(COUNT + 1)
})
