import fc from 'fast-check'
import { expect, test } from 'vitest'
import { literal, quote } from '../../../src/take-home/literal.ts'

const evaluate = (code: string): unknown => new Function(`return (${code})`)()

test('a literal gives its value back', () => {
  const json = fc.oneof(fc.jsonValue({ noUnicodeString: false }), fc.bigInt())
  fc.assert(
    fc.property(json, fc.nat(100), (value, column) => {
      expect(evaluate(literal(value, '  ', column))).toEqual(value)
    }),
  )
})

test('names that a literal would take for something else', () => {
  const value = JSON.parse('{"__proto__":{"admin":true},"a-b":1,"1":2,"class":3,"\\u2028":4}')
  const given = evaluate(literal(value)) as object
  expect(Object.keys(given)).toEqual(Object.keys(value))
  expect(Object.getPrototypeOf(given)).toBe(Object.prototype)
})

test('texts with quotes and backslashes', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '"', '\\', '\n', '`', '$', '{', 'x') }), (text) => {
      expect(evaluate(quote(text))).toBe(text)
    }),
  )
})

test('reads like code that somebody wrote', () => {
  expect(literal({ filter: { state: 'ACTIVE' }, size: 50 })).toBe("{ filter: { state: 'ACTIVE' }, size: 50 }")
  expect(literal({ name: "It's", key: '2251799813685249', none: undefined })).toBe(
    `{ name: "It's", key: '2251799813685249' }`,
  )
  const long = { content: 'x'.repeat(90), projectId: '1' }
  expect(literal(long, '  ')).toBe(`{\n    content: '${'x'.repeat(90)}',\n    projectId: '1',\n  }`)
})
