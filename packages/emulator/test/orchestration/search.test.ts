import { operations } from '@x/orchestration/operations'
import { readValue } from '@x/rest/shapes'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { search } from '../../src/orchestration/search/search.ts'
import { naiveSearch, type Query, type Row } from './naive-search.ts'

const operation = operations.find(({ id }) => id === 'processInstances.search')
if (!operation?.body) throw new Error('The table has no search of process instances.')

const DAY = Date.UTC(2026, 4, 4)
const dates = fc.integer({ min: 0, max: 9 }).map((hour) => new Date(DAY + hour * 3_600_000).toISOString())
// The same moments, written in another way.
const askedDates = dates.map((date) => date.replace('.000Z', '+00:00'))
const ids = fc.constantFrom('a', 'ab', 'b', 'b*', 'ü?')
const keys = fc.integer({ min: 1, max: 120 }).map(String)
const versions = fc.integer({ min: 1, max: 4 })
const states = fc.constantFrom('ACTIVE', 'COMPLETED', 'TERMINATED')
const tags = fc.constantFrom('red', 'green')

const rows = fc
  .array(
    fc.record({
      processDefinitionId: ids,
      processDefinitionVersion: versions,
      processDefinitionKey: keys,
      parentProcessInstanceKey: fc.option(keys),
      state: states,
      startDate: dates,
      endDate: fc.option(dates),
      hasIncident: fc.boolean(),
      tags: fc.uniqueArray(tags, { maxLength: 2 }),
      businessId: fc.option(ids),
    }),
    { maxLength: 40 },
  )
  // Keys of different lengths, in the order of creation.
  .map((list) => list.map((row, index): Row => ({ ...row, processInstanceKey: String(90 + index) })))

const optional = { requiredKeys: [] as [] }

/** At most so many of the members: what has a condition on everything matches nothing. */
const some = (members: Readonly<Record<string, fc.Arbitrary<unknown>>>, most: number) =>
  fc
    .subarray(Object.keys(members), { maxLength: most })
    .chain((names) =>
      fc.record(Object.fromEntries(names.map((name) => [name, members[name] as fc.Arbitrary<unknown>]))),
    )
const conditions = <T>(values: fc.Arbitrary<T>) => ({
  $eq: values,
  $neq: values,
  $exists: fc.boolean(),
  $in: fc.array(values, { maxLength: 3 }),
})
const texts = <T>(values: fc.Arbitrary<T>) =>
  fc.oneof(values, some({ ...conditions(values), $notIn: fc.array(values, { maxLength: 3 }) }, 2))
const ordered = <T>(values: fc.Arbitrary<T>) =>
  fc.oneof(values, some({ ...conditions(values), $gt: values, $gte: values, $lt: values, $lte: values }, 2))
const patterns = fc.constantFrom('*', 'a*', '?', '*b*', 'b\\*', 'ü?', 'a?', '')
const fields = {
  processDefinitionId: fc.oneof(texts(ids), fc.record({ $like: patterns })),
  processDefinitionVersion: ordered(versions),
  processDefinitionKey: texts(keys),
  parentProcessInstanceKey: texts(keys),
  processInstanceKey: texts(keys),
  state: fc.oneof(states, some(conditions(states), 2)),
  startDate: ordered(askedDates),
  endDate: ordered(askedDates),
  hasIncident: fc.boolean(),
  tags: fc.array(tags, { maxLength: 2 }),
  businessId: texts(ids),
}
const filters = some({ ...fields, $or: fc.array(some(fields, 2), { maxLength: 3 }) }, 2)
const sorts = fc.array(
  fc.record(
    {
      field: fc.constantFrom(
        'processInstanceKey',
        'processDefinitionId',
        'processDefinitionVersion',
        'processDefinitionKey',
        'parentProcessInstanceKey',
        'startDate',
        'endDate',
        'state',
        'hasIncident',
        'businessId',
      ),
      order: fc.constantFrom('ASC' as const, 'DESC' as const),
    },
    { requiredKeys: ['field'] },
  ),
  { maxLength: 3 },
)
const queries = fc.record({ filter: filters, sort: sorts }, optional) as fc.Arbitrary<Query>

const find = (list: readonly Row[], body: object) =>
  search(
    { operation, body },
    {
      items: () => list,
      inKeyOrder: (after = '0') => list.filter(({ processInstanceKey }) => Number(processInstanceKey) > Number(after)),
      size: list.length,
      key: ({ processInstanceKey }) => processInstanceKey as string,
    },
  )

describe('a search finds the same items as a naive one', () => {
  test('in the same order, with any filter and sort', () => {
    fc.assert(
      fc.property(rows, queries, (list, query) => {
        const issues: never[] = []
        readValue(operation.body?.shape as never, query, { side: 'request', strict: false, issues })
        // What is asked is what requests can ask, so that nothing here is tested that cannot come.
        fc.pre(issues.length === 0)
        const expected = naiveSearch(list, query)
        const { items, page } = find(list, query)
        expect(items).toEqual(expected)
        expect(page).toMatchObject({ totalItems: expected.length, hasMoreTotalItems: false })
        expect(
          [page.startCursor, page.endCursor].every((cursor) => (cursor === null) === (expected.length === 0)),
        ).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('page by page, forwards, backwards and by offset', () => {
    fc.assert(
      fc.property(rows, queries, fc.integer({ min: 1, max: 7 }), (list, query, limit) => {
        const expected = naiveSearch(list, query)
        const forwards: Row[] = []
        let after: string | null | undefined
        let last: string | null = null
        do {
          const { items, page } = find(list, { ...query, page: { limit, ...(after && { after }) } })
          expect(items.length).toBeLessThanOrEqual(limit)
          forwards.push(...items)
          last = page.endCursor ?? last
          after = page.endCursor
        } while (after && forwards.length <= expected.length)
        expect(forwards).toEqual(expected)

        const backwards: Row[] = expected.slice(-1)
        let before = last
        while (before && backwards.length <= expected.length) {
          const { items, page } = find(list, { ...query, page: { limit, before } })
          backwards.unshift(...items)
          before = page.startCursor
        }
        expect(backwards).toEqual(expected)

        for (let from = 0; from <= expected.length; from += limit) {
          expect(find(list, { ...query, page: { limit, from } }).items).toEqual(expected.slice(from, from + limit))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('with cursors that keep their position when items are added and removed', () => {
    fc.assert(
      fc.property(rows, queries, fc.integer({ min: 1, max: 7 }), (list, query, limit) => {
        const { items, page } = find(list, { ...query, page: { limit } })
        fc.pre(page.endCursor !== null)
        const gone = items.at(-1)
        const rest = list.filter((row) => row !== gone)
        const next = find(rest, { ...query, page: { limit, after: page.endCursor } })
        expect(next.items).toEqual(naiveSearch(list, query).slice(limit, 2 * limit))
      }),
    )
  })
})

describe('a page', () => {
  const many = Array.from(
    { length: 12_000 },
    (_, index): Row => ({ processInstanceKey: String(20_000 + index), state: 'ACTIVE' }),
  )

  test('has 100 items by default, and counts no more than 10,000', () => {
    const { items, page } = find(many, {})
    expect(items).toEqual(many.slice(0, 100))
    expect(page).toMatchObject({ totalItems: 10_000, hasMoreTotalItems: true })
    expect(find(many.slice(0, 10_000), {}).page).toMatchObject({ totalItems: 10_000, hasMoreTotalItems: false })
  })

  test('with cursors goes beyond what is counted', () => {
    let after: string | null = null
    let count = 0
    do {
      const page: object = { limit: 5000, ...(after !== null && { after }) }
      const found = find(many, { page })
      count += found.items.length
      after = found.page.endCursor
    } while (after)
    expect(count).toBe(12_000)
  })

  test.each([
    [{ after: 'nonsense' }, 'page.after: the cursor is not one of this search.'],
    [{ before: btoa('["",1,2,3]') }, 'page.before: the cursor is not one of this search.'],
    [{ after: btoa('["","1"]'), before: btoa('["","2"]') }, 'page: only one of from, after and before is allowed'],
    [{ from: 9_901 }, 'page: from and limit together must not be above 10000.'],
    [{ limit: 10_001 }, 'page: from and limit together must not be above 10000.'],
  ])('%j is invalid', (page, detail) => {
    expect(() => find(many, { page })).toThrow(expect.objectContaining({ status: 400, title: 'INVALID_ARGUMENT' }))
    expect(() => find(many, { page })).toThrow(detail)
  })

  test('cursors of another sort are rejected', () => {
    const { page } = find(many, { sort: [{ field: 'state' }] })
    const others = [undefined, [{ field: 'state', order: 'DESC' }], [{ field: 'endDate' }]]
    for (const sort of others) expect(() => find(many, { sort, page: { after: page.endCursor } })).toThrow('page.after')
    expect(() =>
      find(many, { sort: [{ field: 'state', order: 'ASC' }], page: { after: page.endCursor } }),
    ).not.toThrow()
  })

  test('an invalid date', () => {
    expect(() => find(many, { filter: { startDate: { $gt: 'yesterday' } } })).toThrow("'yesterday' is not a date")
  })
})

test('conditions on lists', () => {
  const tasks = operations.find(({ id }) => id === 'userTasks.search')
  if (!tasks) throw new Error('The table has no search of user tasks.')
  const rows = [
    { userTaskKey: '1', candidateUsers: ['ada', 'joe'] },
    { userTaskKey: '2', candidateUsers: ['joe'] },
    { userTaskKey: '3', candidateUsers: [] as string[] },
  ]
  const found = (candidateUser: unknown) => {
    const searchable = {
      items: () => rows,
      key: ({ userTaskKey }: (typeof rows)[number]) => userTaskKey,
      fields: { candidateUser: ({ candidateUsers }: (typeof rows)[number]) => candidateUsers },
    }
    return search({ operation: tasks, body: { filter: { candidateUser } } }, searchable).items.map(
      ({ userTaskKey }) => userTaskKey,
    )
  }
  expect(found('ada')).toEqual(['1'])
  expect(found({ $neq: 'ada' })).toEqual(['2', '3'])
  expect(found({ $notIn: ['ada', 'joe'] })).toEqual(['3'])
  expect(found({ $exists: true })).toEqual(['1', '2'])
  expect(found({ $exists: false })).toEqual(['3'])
})
