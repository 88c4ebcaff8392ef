import { expect, test } from 'vitest'
import { columnsOf, sortBy } from '../../../src/explore/answer/value/columns.ts'

const names = (items: readonly unknown[]): string[] => columnsOf(items).map(({ name }) => name)

test('columns are the members of any item, in the order of their first appearance', () => {
  expect(
    names([
      { b: 1, a: 2 },
      { c: 3, a: 4 },
    ]),
  ).toEqual(['b', 'a', 'c'])
  expect(names(['x', 'y'])).toEqual(['value'])
  expect(names(['x', { a: 1 }, null])).toEqual(['value', 'a'])
})

test('a member of the prototype is no value', () => {
  const [column] = columnsOf([JSON.parse('{"toString":"own"}')])
  expect(column?.read({})).toBeUndefined()
})

test('keys sort by what they are worth, not as text, and what is missing comes last', () => {
  const items = ['9007199254740993', undefined, '9007199254740992', '12', null].map((key) => ({ key }))
  const [column] = columnsOf(items)
  if (!column) throw new Error('There is no column.')
  const keys = (order: 'ascending' | 'descending'): unknown[] => sortBy(items, column, order).map(column.read)
  expect(keys('ascending')).toEqual(['12', '9007199254740992', '9007199254740993', undefined, null])
  expect(keys('descending')).toEqual(['9007199254740993', '9007199254740992', '12', undefined, null])
  expect(items[0]).toEqual({ key: '9007199254740993' })
})

test('numbers and texts in one column', () => {
  const [column] = columnsOf([{ a: 1 }])
  if (!column) throw new Error('There is no column.')
  const sorted = sortBy([{ a: 10 }, { a: 9 }, { a: 'b' }, { a: 'a' }, { a: [1] }], column, 'ascending')
  expect(sorted.map(column.read)).toEqual([[1], 9, 10, 'a', 'b'])
})
