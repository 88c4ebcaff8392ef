import { isPlainObject } from '@x/rest'
import { expect } from 'vitest'
import type { ServedPage } from '../../src/index.ts'
import type { Translation } from '../../src/older/member.ts'
import type { Item } from './searches.ts'

/** All items have to be those of v2. What is compared is what both versions of v2, or the older API and v2, know. */
export function expectSame(
  { members }: Translation,
  newer: readonly Item[],
  found: readonly Item[],
  served: ServedPage<Item>['served'],
): void {
  const isOlder = served !== 'orchestration'
  // What is made of several members, or returned by some methods only, may be missing.
  const mayLack = (name: string): boolean =>
    !isOlder || members[name]?.name === undefined || members[name]?.read !== undefined
  const expected = newer.map((item, index) => {
    const other = found[index] ?? {}
    const known = Object.entries(isOlder ? named(item) : item).filter(([name]) => name in other || !mayLack(name))
    return Object.fromEntries(known.map(([name, member]) => [name, inBoth(member, other[name])]))
  })
  expect(found.map((item, index) => inBoth(item, newer[index]))).toEqual(expected)
}

/** For an element without a name v2 has its id, and Operate nothing. */
const named = (item: Item): Item =>
  item.elementName !== undefined && item.elementName === item.elementId ? { ...item, elementName: null } : item

/** A value without the members that the other one does not have. */
export function inBoth(value: unknown, other: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(other)) {
    return value.map((item, index) => inBoth(item, other[index]))
  }
  if (!isPlainObject(value) || !isPlainObject(other)) return value
  const members = Object.entries(value).filter(([name]) => other[name] !== undefined)
  return Object.fromEntries(members.map(([name, member]) => [name, inBoth(member, other[name])]))
}
