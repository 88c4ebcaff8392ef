import type { Member, Shape } from '@x/rest/shapes'
import { describe, expect, test } from 'vitest'
import { controlText, readControl } from '../../../src/explore/form/control-text.ts'
import {
  emptyValue,
  newRow,
  orLeftOut,
  withMember,
  withName,
  withoutRow,
  withRow,
} from '../../../src/explore/form/edit.ts'
import { fits } from '../../../src/explore/form/shape.ts'

describe('a change of a form', () => {
  test('leaves out what is empty, unless it has to be there', () => {
    expect(withMember({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 })
    expect([orLeftOut({ isRequired: false }, {}), orLeftOut({ isRequired: false }, [])]).toEqual([undefined, undefined])
    expect([orLeftOut({ isRequired: true }, {}), orLeftOut({ isRequired: true }, [])]).toEqual([{}, []])
    expect(orLeftOut({ isRequired: false }, { a: 0 })).toEqual({ a: 0 })
  })

  test('does not touch the value that it starts from', () => {
    const value = Object.freeze({ rows: Object.freeze(['a', 'b']) })
    expect(withMember(value, 'rows', withRow(value.rows, 1, 'c', { kind: 'text' }))).toEqual({ rows: ['a', 'c'] })
    expect(withoutRow(value.rows, 0)).toEqual(['b'])
  })

  test('keeps a row that is emptied: positions mean something', () => {
    expect(withRow(['a', 'b'], 0, undefined, { kind: 'text' })).toEqual(['', 'b'])
    expect(newRow({ kind: 'object', members: [] })).toEqual({})
  })

  test('renames where a name stands', () => {
    expect(Object.entries(withName({ a: 1, b: 2, c: 3 }, 'b', 'x'))).toEqual([
      ['a', 1],
      ['x', 2],
      ['c', 3],
    ])
    expect(withName({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 })
  })

  test('begins with the lists and objects that have to be there', () => {
    const list: Shape = { kind: 'array', item: { kind: 'text' } }
    const members: readonly Member[] = [
      { name: 'needed', shape: list },
      { name: 'nullable', shape: { kind: 'nullable', shape: list } },
      { name: 'optional', shape: list, presence: 'optional' },
      { name: 'text', shape: { kind: 'text' } },
    ]
    expect(emptyValue({ kind: 'object', members })).toEqual({ needed: [], nullable: [] })
  })
})

describe('a control', () => {
  test.each<[Shape, unknown, string]>([
    [{ kind: 'number' }, 1.5, '1.5'],
    [{ kind: 'boolean' }, false, 'false'],
    [{ kind: 'key' }, '9223372036854775807', '9223372036854775807'],
    [{ kind: 'unknown' }, { a: [1, null] }, '{"a":[1,null]}'],
    [{ kind: 'unknown' }, 'plain text', 'plain text'],
    [{ kind: 'unknown' }, '17', '"17"'],
    [{ kind: 'text' }, undefined, ''],
  ])('%j: %j is shown as %j and read back', (shape, value, text) => {
    expect(controlText(shape, value)).toBe(text)
    expect(readControl(shape, text)).toEqual(value)
  })

  test('keeps what is no number as text, for validation to name', () => {
    const shape: Shape = { kind: 'number' }
    expect(['1e3', '12x', ' ', 'Infinity'].map((text) => readControl(shape, text))).toEqual([
      1000,
      '12x',
      ' ',
      'Infinity',
    ])
  })
})

test('a value of another kind does not fit, so that the form shows it as JSON', () => {
  const misfits: readonly [Shape, unknown][] = [
    [{ kind: 'text' }, 5],
    [{ kind: 'object', members: [] }, []],
    [{ kind: 'array', item: { kind: 'text' } }, {}],
    [{ kind: 'boolean' }, 'true'],
    [{ kind: 'union', options: [{ kind: 'text' }, { kind: 'number' }] }, null],
  ]
  expect(misfits.filter(([shape, value]) => fits(shape, value))).toEqual([])
})
