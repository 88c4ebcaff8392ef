import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { tables } from '../src/older/operate-queries.ts'
import type { OperateTranslation } from '../src/older/operate-translation.ts'
import { collect, emulate, emulatorWith } from './support/emulated.ts'
import { type Item, queriesOf, searches } from './support/searches.ts'

// Every resource over the emulator's Operate v1: what a filter of v2 finds there must be what the same filter finds in the
// translated data, in the same order, on the same pages.

function meets(value: unknown, condition: unknown): boolean {
  const { $eq, $in, $gte, $lt } = Object(condition) as { $eq?: unknown; $in?: unknown[]; $gte?: Date; $lt?: string }
  if ($gte !== undefined) {
    const moment = Date.parse(String(value))
    return moment >= $gte.getTime() && moment < Date.parse(String($lt))
  }
  return $in ? $in.includes(value) : value === ($eq ?? condition)
}

/** What a naive search over the translated data finds. Keys and numbers are compared by value, missing values come last. */
function naive(
  { members }: OperateTranslation,
  items: readonly Item[],
  filter: Item,
  sort: readonly { field: string; order?: string }[],
): Item[] {
  const [key] = Object.keys(members)
  const found = items.filter((item) =>
    Object.entries(filter).every(([name, condition]) => meets(item[name], condition)),
  )
  return found.sort((a, b) => {
    for (const { field, order } of [...sort, { field: key }] as { field: string; order?: string }[]) {
      const [left, right] = [comparable(members, a[field], field), comparable(members, b[field], field)]
      if (left === right) continue
      if (left === undefined) return 1
      if (right === undefined) return -1
      return left < right === (order === 'DESC') ? 1 : -1
    }
    return 0
  })
}

function comparable(
  members: OperateTranslation['members'],
  value: unknown,
  field: string,
): bigint | number | string | boolean | undefined {
  if (value === null || value === undefined) return undefined
  // The key of a decision's definition is text in Operate.
  if (/Key$/.test(field) && field !== 'decisionDefinitionKey' && /^\d+$/.test(String(value)))
    return BigInt(String(value))
  if (/Date$|Time$/.test(field)) return Date.parse(String(value))
  // By the word that is stored: `TERMINATED` is what v2 calls a canceled process instance.
  return members[field]?.words?.[String(value)] ?? (value as string)
}

const { camunda } = emulate(6, {}, emulatorWith(6, 30))

describe.each(Object.entries(tables))('%s over Operate v1', (name, table) => {
  const queries = queriesOf(camunda, name)
  const [key = ''] = Object.keys(table.members)
  let all: Item[]
  beforeAll(async () => {
    all = await collect(queries.searchAll())
    expect(all.length).toBeGreaterThan(1)
  })

  test('a search finds the same items as the same filter on the translated data, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(
        searches(table, () => all),
        async ({ filter, sort, limit }) => {
          const expected = naive(table, all, filter, sort)
          const page = await queries.search({ filter, sort, page: { limit } })
          expect(page.items).toEqual(expected.slice(0, limit))
          expect(page.total).toBe(Math.min(expected.length, 10_000))
          if (expected.length <= limit) return
          const next = await queries.search({ filter, sort, page: { limit, after: page.endCursor ?? '' } })
          expect(next.items).toEqual(expected.slice(limit, limit * 2))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('get returns what search has found, and no unknown members', async () => {
    for (const item of [all[0], all.at(-1)] as Item[]) {
      const found = await queries.get(String(item[key]))
      expect(found).toMatchObject(item)
      expect(Object.keys(table.members)).toEqual(expect.arrayContaining(Object.keys(found)))
    }
  })

  test('everything that only v2 supports is rejected, with the version that supports it', async () => {
    for (const [member, { name: older, filter, since = '8.8' }] of Object.entries(table.members)) {
      if (filter === 'never' || (older !== undefined && filter === undefined)) continue
      const error = await queries.search({ filter: { [member]: 'x' } }).catch((error: unknown) => error)
      expect(error).toMatchObject({ name: 'VersionError', since, version: expect.stringMatching(/^8\.6/) })
      expect(error).toMatchObject({ issues: [{ path: `filter.${member}` }] })
    }
  })
})
