import { expect, test } from 'vitest'
import { describeJsonError, findJsonError } from '../../../src/explore/form/json-error.ts'

test.each([
  ['', 'Line 1, column 1: expected a value.'],
  ['{"a": 1,}', 'Line 1, column 9: expected a name in double quotes.'],
  ['{"a" 1}', 'Line 1, column 6: expected :.'],
  ['{\n  "filter": {\n    state: "ACTIVE"\n  }\n}', 'Line 3, column 5: expected a name in double quotes or }.'],
  ['{"a":\n  tru}', 'Line 2, column 3: expected a value.'],
  ['[1, 2', 'Line 1, column 6: expected , or ].'],
  ['[1 2]', 'Line 1, column 4: expected , or ].'],
  ['[1,]', 'Line 1, column 4: expected a value.'],
  ['[}', 'Line 1, column 2: expected a value or ].'],
  ['{"a": "b', 'Line 1, column 9: expected the closing ".'],
  ['{"a": "b\nc"}', 'Line 1, column 9: expected the closing ".'],
  ['{"a": 01}', 'Line 1, column 8: expected , or }.'],
  ['{} {}', 'Line 1, column 4: expected the end.'],
])('%j', (text, message) => {
  const error = findJsonError(text)
  expect(error && describeJsonError(error)).toBe(message)
})

test('is where the engine finds it, whichever character of a document is lost or doubled', () => {
  const text = '{"key": [1.5e3, {"a\\n": null}, "b", true], "c": {"d": -0, "e": [[]]}}'
  let compared = 0
  for (let at = 0; at < text.length; at++) {
    for (const broken of [text.slice(0, at) + text.slice(at + 1), text.slice(0, at) + text[at] + text.slice(at)]) {
      const position = positionOfEngine(broken)
      if (position === undefined) continue
      compared += 1
      // The engine names the place within a word or an escape; here it is where that begins.
      const { column } = findJsonError(broken) ?? { column: Number.NaN }
      expect(column, broken).toBeLessThanOrEqual(position + 1)
      expect(column, broken).toBeGreaterThan(position - 5)
    }
  }
  expect(compared).toBeGreaterThan(50)
})

test('finds nothing in what is JSON', () => {
  expect(findJsonError(' {"a": [1, {}, [], "\\u0041"]} ')).toBeUndefined()
})

test('does not run out of stack, and lets nothing through on which others would', () => {
  const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`
  expect([findJsonError(deep(200)), findJsonError(deep(202))?.expected]).toEqual([undefined, 'at most 200 levels'])
  expect(findJsonError(deep(100_000))?.expected).toBe('at most 200 levels')
  expect(findJsonError('['.repeat(100_000))).toEqual({ line: 1, column: 100_001, expected: 'a value or ]' })
})

/** Undefined where it parses, or where the message names no place. */
function positionOfEngine(text: string): number | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    const found = /at position (\d+)/.exec(String(error))?.[1]
    return found === undefined ? undefined : Number(found)
  }
}
