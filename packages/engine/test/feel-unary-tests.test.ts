import { describe, expect, test as it } from 'vitest'
import { compileUnaryTests } from '../src/feel/expression.ts'
import { environment, test } from './support/feel.ts'

describe.each([
  ['', 5, 'true'],
  ['-', null, 'true'],
  ['5', 5, 'true'],
  ['5', 6, 'false'],
  ['5', '5', 'null'],
  ['> 5', 6, 'true'],
  ['> 5', '6', 'null'],
  ['> 5', null, 'null'],
  ['[1..5]', 5, 'true'],
  ['[1..5)', 5, 'false'],
  ['(1..5]', 1, 'false'],
  [']1..5[', 5, 'false'],
  ['["a".."c"]', 'b', 'true'],
  ['< 1, > 9', 10, 'true'],
  ['"a", "b"', 'b', 'true'],
  ['not("a", "b")', 'b', 'false'],
  ['not("a", "b")', 'c', 'true'],
  ['not(> limit)', 5, 'true'],
  ['null', null, 'true'],
  ['true', true, 'true'],
  ['false', false, 'true'],
  ['true', false, 'false'],
  ['limit', 10, 'true'],
  ['allowed', 'x', 'true'],
  ['allowed', 'z', 'false'],
  ['contains(?, "b")', 'abc', 'true'],
  ['ends with(?, "b")', 'abc', 'false'],
  ['? > 1 and ? < limit', 5, 'true'],
  ['? + 1', 5, 'null'],
  ['day of week(date(?)) = "Thursday"', '2024-02-29', 'true'],
  ['? in (> 3, 1)', 4, 'true'],
  ['limit / 2', 5, 'true'],
  ['5 > 1', 7, 'true'],
] as const)('%s', (source, input, result) => {
  it(`is ${result} for ${JSON.stringify(input)}`, () => {
    expect(test(source, input, { limit: 10, allowed: ['x', 'y'] })).toBe(result)
  })
})

it('reports what cannot be parsed', () => {
  expect(compileUnaryTests('> 10L', environment).problem).toContain('unexpected "L" at 1:5')
  expect(compileUnaryTests('!= 5', environment).problem).toContain('unexpected "!= 5" at 1:1')
  expect(compileUnaryTests('> ', environment).problem).toContain("failed to parse expression '> '")
})

it('lists its variables', () => {
  expect(compileUnaryTests('> limit, [low..high]', environment).variables).toEqual(['limit', 'low', 'high'])
})
