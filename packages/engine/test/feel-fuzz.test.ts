import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileFeel, compileUnaryTests } from '../src/feel/expression.ts'
import { libraryOf } from '../src/feel/library.ts'
import { operators } from '../src/feel/operators.ts'
import { jsonText } from '../src/feel/to-json.ts'
import { environment } from './support/feel.ts'

const values: Readonly<Record<string, unknown>> = {
  n: 2,
  big: 9_007_199_254_740_993n,
  text: 'a',
  yes: true,
  list: [1, 'a', null, [2]],
  order: { n: 5, lines: [{ n: 1 }, { n: 2 }] },
}
const names = [...libraryOf(environment).keys()].filter((name) => !(name in operators))

const leaf = fc.constantFrom(
  ...Object.keys(values),
  ...[
    'nothing',
    'null',
    '1',
    '-2.5',
    '"x"',
    'true',
    '[]',
    '{}',
    '?',
    'item',
    'partial',
    'x',
    '[1..3]',
    '@"2024-02-29"',
    '@"PT1H"',
  ],
  ...['@"P1M"', '@"10:30:00Z"', '@"2024-02-29T10:30:00@Europe/Berlin"', 'function(a, b) a < b'],
)

/** Expressions that can be parsed, with any values in any place. */
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression')
  const signs = ['+', '-', '*', '/', '**', '=', '!=', '<', '<=', '>', '>=', 'and', 'or', 'in']
  const types = ['number', 'string', 'date and time', 'list', 'Any']
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.tuple(inner, fc.constantFrom(...signs), inner).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
      fc.tuple(inner, inner).map(([a, b]) => `(${a})[${b}]`),
      fc.tuple(inner, fc.constantFrom('n', 'lines', 'month', 'timezone')).map(([a, name]) => `(${a}).${name}`),
      fc.tuple(inner, inner, inner).map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
      fc.tuple(inner, inner, inner).map(([a, b, c]) => `(${a} between ${b} and ${c})`),
      fc.tuple(inner, inner).map(([a, b]) => `(for x in ${a}, n in ${b} return [x, n])`),
      fc.tuple(fc.constantFrom('some', 'every'), inner, inner).map(([q, a, b]) => `(${q} x in ${a} satisfies ${b})`),
      fc.tuple(inner, inner).map(([a, b]) => `{n: ${a}, m: n, o: ${b}}`),
      fc.tuple(inner, fc.constantFrom(...types)).map(([a, type]) => `(${a} instance of ${type})`),
      fc
        .tuple(fc.constantFrom(...names), fc.array(inner, { maxLength: 4 }))
        .map(([name, args]) => `${name}(${args.join(', ')})`),
      fc.array(inner, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    ),
  }
})

const lookup = (name: string) => values[name]

test('with any values, an evaluation returns a value or says why not', () => {
  fc.assert(
    fc.property(expression, (source) => {
      const result = compileFeel(source, environment).evaluate(lookup)
      if (result.ok) expect(() => JSON.parse(jsonText(result.value))).not.toThrow()
      else expect(result.message).toMatch(/^failed to (parse|evaluate) expression|^Assertion failure/)
    }),
    { numRuns: 200 },
  )
})

test('an evaluation fails only because of an assertion', () => {
  fc.assert(
    fc.property(expression, (source) => {
      const compiled = compileFeel(source, environment)
      const result = compiled.evaluate(lookup)
      if (compiled.problem === undefined && !result.ok) expect(result.message).toMatch(/^Assertion failure/)
    }),
    { numRuns: 200 },
  )
})

test('the same expression always has the same value', () => {
  fc.assert(
    fc.property(expression, (source) => {
      const compiled = compileFeel(source, environment)
      expect(compiled.evaluate(lookup)).toEqual(compiled.evaluate(lookup))
    }),
    { numRuns: 60 },
  )
})

test('unary tests are true, false or null', () => {
  fc.assert(
    fc.property(expression, fc.constantFrom(...Object.values(values)), (source, input) => {
      const tests = compileUnaryTests(source, environment)
      const result = tests.evaluate(input, lookup)
      if (result.ok) expect([true, false, null]).toContain(result.value)
      else expect(result.message).toMatch(/^failed to parse|^Assertion failure/)
    }),
    { numRuns: 150 },
  )
})

test('no text crashes the compiler', () => {
  const signs = fc.constantFrom(
    ...'(){}[]<>=!+-*/.,:?@"\'`~ \n\\'.split(''),
    'if',
    'then',
    'for',
    'in',
    'x',
    '1',
    'not',
    'and',
  )
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 12 }), (parts) => {
      const compiled = compileFeel(parts.join(''), environment)
      const result = compiled.evaluate(() => 1)
      expect(result.ok || typeof result.message === 'string').toBe(true)
      compileUnaryTests(parts.join(''), environment).evaluate(1, () => 1)
    }),
    { numRuns: 300 },
  )
})
