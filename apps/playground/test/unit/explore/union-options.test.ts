import type { Shape } from '@x/rest/shapes'
import { expect, test } from 'vitest'
import { nameOf, optionOf } from '../../../src/explore/form/union-options.ts'

const text = (name: string, presence?: 'optional') => ({ name, shape: { kind: 'text' } as const, presence })
const byKey: Shape = { kind: 'object', members: [text('key'), text('tags', 'optional')] }
const byId: Shape = { kind: 'object', members: [text('tags', 'optional'), text('id'), text('version', 'optional')] }
const options = [byKey, byId, { kind: 'text' } as const]

test('objects are named after what only one of them has, and the rest after its kind', () => {
  expect(options.map((option) => nameOf(option, options))).toEqual(['with key', 'with id', 'text'])
  expect(nameOf(byKey, [byKey, { kind: 'text' }])).toBe('object')
  const condition: Shape = { kind: 'object', members: [text('$eq', 'optional'), text('$like', 'optional')] }
  expect(nameOf(condition, [{ kind: 'text' }, condition])).toBe('operators')
})

test('a value is shown by the option that has a field for all of it', () => {
  expect(optionOf(options, { id: 'order' }, undefined)).toBe(1)
  expect(optionOf(options, { id: 'order', tags: 'a' }, 0)).toBe(1)
  expect(optionOf(options, 'order', 0)).toBe(2)
})

test('what was chosen stays while it can show the value', () => {
  expect(optionOf(options, undefined, undefined)).toBe(0)
  expect(optionOf(options, undefined, 1)).toBe(1)
  expect(optionOf(options, {}, 1)).toBe(1)
  expect(optionOf(options, { tags: 'a' }, 1)).toBe(1)
})
