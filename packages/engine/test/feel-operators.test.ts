import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate, feel, warnings } from './support/feel.ts'

describe.each([
  [
    'arithmetic',
    [
      ['1 + 2 * 3 - 4 / 2', '5'],
      ['0.1 + 0.2', '0.3'],
      ['1.1 * 1.1', '1.21'],
      ['0.3 / 0.1', '3'],
      ['1 / 3 * 3', '1'],
      ['1 / 0', 'null'],
      ['-(2 + 3)', '-5'],
      ['2 ** 10', '1024'],
      ['"a" + "b"', '"ab"'],
      ['"a" + 1', 'null'],
      ['1 + nothing', 'null'],
    ],
  ],
  [
    'dates and durations',
    [
      ['@"2024-01-31" + @"P1M"', '2024-02-29'],
      ['@"2024-01-31" + @"PT36H"', '2024-02-01'],
      ['@"2024-03-01" - @"2024-02-28"', 'P2D'],
      ['@"2024-01-31T10:00:00Z" + @"PT90M"', '2024-01-31T11:30:00Z'],
      ['@"2024-01-01T00:00:00+01:00" - @"2023-12-31T23:00:00Z"', 'P0D'],
      ['@"2024-01-01T00:00:00" - @"2024-01-01T00:00:00Z"', 'null'],
      ['@"23:30:00" + @"PT1H"', '00:30:00'],
      ['@"10:00:00" - @"11:00:00"', '-PT1H'],
      ['@"10:00:00Z" - @"10:00:00-01:00"', 'PT1H'],
      ['@"P1D" * 3', 'P3D'],
      ['2 * @"P1Y6M"', 'P3Y'],
      ['@"P1D" / 2', 'PT12H'],
      ['@"P1D" / @"PT6H"', '4'],
      ['@"P1D" + @"P1M"', 'null'],
      ['@"2024-01-01" + 1', 'null'],
      ['@"2024-03-31T00:30:00@Europe/Berlin" + @"P1D"', '2024-04-01T01:30:00@Europe/Berlin'],
      ['@"2024-02-30"', 'null'],
      ['@"P1D" * 1000000000000', 'null'],
      ['@"2024-02-29" + @"P999999Y"', 'null'],
      ['@"2024-02-29".month + @"PT90M".hours', '3'],
      ['@"10:30:00+01:00".time offset', 'PT1H'],
      ['@"10:30:00+01:00".timezone', 'null'],
      ['@"10:30:00@Europe/Berlin".timezone', '"Europe/Berlin"'],
      ['{timezone: "mine"}.timezone', '"mine"'],
    ],
  ],
  [
    'comparison',
    [
      ['"10" > 5', 'null'],
      ['nothing > 5', 'null'],
      ['true > false', 'null'],
      ['"a" < "b"', 'true'],
      ['1 = "1"', 'null'],
      ['[1] = 1', 'null'],
      ['null = null', 'true'],
      ['1 != null', 'true'],
      ['[1, [2]] = [1, [2]]', 'true'],
      ['{a: 1, b: 2} = {b: 2, a: 1}', 'true'],
      ['@"PT60M" = @"PT1H"', 'true'],
      ['@"2024-01-01T01:00:00+01:00" = @"2024-01-01T00:00:00Z"', 'false'],
      ['@"2024-01-01T01:00:00+01:00" <= @"2024-01-01T00:00:00Z"', 'true'],
      ['5 between 1 and 5', 'true'],
      ['"a" between 1 and 5', 'null'],
      ['5 in [1..5)', 'false'],
      ['5 in (1, > 4)', 'true'],
      ['5 in ([1, 5], 7)', 'true'],
      ['5 in (? > 4)', 'true'],
      ['@"2024-01-15" in [@"2024-01-01"..@"2024-01-31"]', 'true'],
    ],
  ],
  [
    'logic',
    [
      ['true and nothing', 'null'],
      ['false and nothing', 'false'],
      ['true or nothing', 'true'],
      ['false or 1', 'null'],
      ['if 1 then "yes" else "no"', '"no"'],
      ['if nothing then "yes" else "no"', '"no"'],
      ['some x in [1, 2] satisfies x > 1', 'true'],
      ['some x in [1, null] satisfies x > 1', 'null'],
      ['every x in [1, 2] satisfies x > 1', 'false'],
      ['every x in [] satisfies x > 1', 'true'],
      ['some x in 1 satisfies x > 1', 'null'],
      ['every x in [1, 2], y in [3, 4] satisfies x < y', 'true'],
    ],
  ],
  [
    'lists',
    [
      ['[1, 2, 3][2]', '2'],
      ['[1, 2, 3][-1]', '3'],
      ['[1, 2, 3][4]', 'null'],
      ['[1, 2, 3][index]', '2'],
      ['[1, 2, 3][item > 1]', '[2, 3]'],
      ['[1, 2, 3][even(item)]', '[2]'],
      ['[{a: 1, ok: true}, {a: 2, ok: false}][ok].a', '[1]'],
      ['[{a: 1}, {a: 2}][a > limit].a', '[2]'],
      ['[{a: [1, 2]}, {a: [3]}][some x in a satisfies x = 3]', '[{a:[3]}]'],
      ['[{a: [1, 2]}, {a: [3]}][count(a[item > 1]) = 1].a', '[[1, 2], [3]]'],
      ['[{item: 1}, {item: 2}][item = 2]', '[{item:2}]'],
      ['[true, false][item = false]', '[false]'],
      ['[null, 1][item = null]', '[null]'],
      ['[][1]', 'null'],
      ['[][item > 1]', '[]'],
      ['5[1]', 'null'],
      ['for x in [1, 2], y in [3, 4] return x * y', '[3, 4, 6, 8]'],
      ['for i in 1..0 return i', '[1, 0]'],
      ['for i in 1..3 return if i = 1 then 1 else i * partial[-1]', '[1, 2, 6]'],
      ['for i in nothing..3 return i', 'null'],
      ['for i in 1..3 return partial', '[[], [[]], [[], [[]]]]'],
    ],
  ],
  [
    'contexts and functions',
    [
      ['{a: 1, b: a + 1}.b', '2'],
      ['{a: {b: 1}}.a.b', '1'],
      ['{"a b": 1}.`a b`', '1'],
      ['{if: {for: 1}}.if.for + 1', '2'],
      ['{every: "{a: 1}.if"}.every', '"{a: 1}.if"'],
      ['{a: 1}.b', 'null'],
      ['nothing.a.b', 'null'],
      ['[{a: 1}, {b: 2}].a', '[1, null]'],
      ['{f: function(x, y) x - y, r: f(y: 1, x: 5)}.r', '4'],
      ['(function(limit) limit + 1)(1)', '2'],
      ['1 /* one */ + 2 // and two', '3'],
    ],
  ],
  [
    'types',
    [
      ['1 instance of number', 'true'],
      ['null instance of Any', 'false'],
      ['@"PT1H" instance of days and time duration', 'true'],
      ['@"10:00:00" instance of time', 'true'],
      ['@"2024-01-01T10:00:00Z" instance of date and time', 'true'],
      ['"a" instance of number', 'false'],
      ['(function(x) x) instance of function', 'true'],
      ['1 instance of function', 'false'],
    ],
  ],
] as const)('%s', (_name, rows) => {
  test.each(rows.map((row) => [...row]))('%s is %s', (expression, result) => {
    expect(feel(expression, { index: 2, limit: 1 })).toBe(result)
  })
})

describe('variables', () => {
  test('names with special characters are written in backticks', () => {
    expect(feel('`first name` + `last-name`', { 'first name': 'a', 'last-name': 'b' })).toBe('"ab"')
  })

  test('names that the expression binds hide variables, but only in their scope', () => {
    expect(feel('[for x in [1] return x, x]', { x: 5 })).toBe('[[1], 5]')
    expect(feel('{x: 1, y: x}.y + x', { x: 5 })).toBe('6')
    expect(feel('(function(x) x)(1) + x', { x: 5 })).toBe('6')
  })

  test('functions and variables have separate names', () => {
    expect(feel('date(2024, 1, 1).year + date', { date: 1 })).toBe('2025')
    expect(feel('{time: time("10:00:00"), date: today(), at: date and time(date, time)}.at')).toBe(
      '2024-02-29T10:00:00',
    )
    expect(feel('{count: [1, 2], n: count(count)}.n')).toBe('2')
    expect(feel('{max: function(list) "mine", m: max([1])}.m')).toBe('"mine"')
    expect(feel('{get or else: 1, b: get or else(null, 2)}.b')).toBe('2')
    expect(feel('{filter: function(x) x + 1, n: filter(1)}.n')).toBe('2')
    expect(feel('match(1, 2)')).toBe('null')
  })
})

describe('64-bit integers', () => {
  const id = 9_007_199_254_740_993n

  test('pass through unchanged', () => {
    expect(evaluate('id', { id })).toMatchObject({ ok: true, value: id })
    expect(evaluate('{key: id, list: [id]}', { id })).toMatchObject({ ok: true, value: { key: id, list: [id] } })
    expect(feel('if id != null then id else 0', { id })).toBe(String(id))
    expect(feel('get or else(id, 0)', { id })).toBe(String(id))
    expect(feel('"order-" + string(id)', { id })).toBe('"order-9007199254740993"')
    expect(feel('to json([id])', { id })).toBe('"[9007199254740993]"')
  })

  test('compare and calculate exactly', () => {
    expect(feel('id = id - 1 + 1', { id })).toBe('true')
    expect(feel('id > 9007199254740992', { id })).toBe('true')
    expect(feel('id - id + 5 = 5', { id })).toBe('true')
    expect(feel('9007199254740993 - 9007199254740992')).toBe('1')
    expect(feel('-9007199254740993')).toBe('-9007199254740993')
    expect(feel('max([1, id])', { id })).toBe(String(id))
  })
})

describe('warnings', () => {
  test.each([
    ['nothing', ['NO_VARIABLE_FOUND']],
    ['nothing > 1', ['NO_VARIABLE_FOUND', 'NOT_COMPARABLE']],
    ['{a: 1}.b', ['NO_CONTEXT_ENTRY_FOUND']],
    ['1 + "a"', ['INVALID_TYPE']],
    ['1 = "a"', ['NOT_COMPARABLE']],
    ['5 in [1..5]', []],
  ])('%s reports %s', (expression, types) => {
    expect([...warnings(expression)].sort()).toEqual([...types].sort())
  })

  test('names that the items of a filter have are not missing', () => {
    expect(warnings('[{a: 2}][a > 1 and b = null]')).toEqual(['NO_VARIABLE_FOUND'])
    expect(warnings('[{a: 1, b: [{c: 1}]}][count(b[c = a]) = 1]')).toEqual([])
  })

  test("have Camunda's words", () => {
    const messages = (source: string) => evaluate(source, { order: { id: 1 } }).warnings.map(({ message }) => message)
    expect(messages('order.name')).toEqual(["No context entry found with key 'name'. Available keys: 'id'"])
    expect(messages('{}.name')).toEqual(["No context entry found with key 'name'. The context is empty"])
    expect(messages('order.id.name')).toEqual(["No property found with name 'name' of value '1'."])
    expect(messages('null.name')).toEqual(["No context entry found with key 'name'. The context is null"])
    expect(messages('ship(order)')).toEqual(["No function found with name 'ship' and 1 parameters"])
    expect(messages('order(from: 1, to: 2)')).toEqual(["No function found with name 'order' and parameters: from,to"])
    expect(messages('if order then 1 else 2')).toEqual(["Expected boolean but found '{id:1}'"])
    expect(messages('true and 1')).toEqual(["Expected boolean but found '1'"])
    expect(messages('false and 1')).toEqual([])
    expect(messages('every x in [1, true, 2] satisfies x')).toEqual([
      "Expected boolean but found '1'",
      "Expected boolean but found '2'",
    ])
    expect(messages('count(1)')).toEqual(["Failed to invoke function 'count': Illegal arguments: '1'"])
  })

  test('each evaluation reports only its own', () => {
    expect(evaluate('`a b` + 1').warnings).toContainEqual({
      type: 'NO_VARIABLE_FOUND',
      message: "No variable found with name 'a b'",
    })
    expect(warnings('1 + 1')).toEqual([])
  })
})

test('decimals of up to 7 digits are added, subtracted and multiplied without the error of doubles', () => {
  const decimal = fc.integer({ min: -9_999_999, max: 9_999_999 })
  const places = fc.integer({ min: 0, max: 3 })
  const text = (digits: number, scale: number) => (scale === 0 ? String(digits) : `${digits}e-${scale}`)
  fc.assert(
    fc.property(decimal, decimal, places, (a, b, scale) => {
      const x = Number(text(a, scale))
      const y = Number(text(b, scale))
      expect(evaluate('x + y', { x, y })).toMatchObject({ value: Number(text(a + b, scale)) + 0 })
      expect(evaluate('x - y', { x, y })).toMatchObject({ value: Number(text(a - b, scale)) + 0 })
      expect(evaluate('x * y', { x, y })).toMatchObject({ value: Number(text(a * b, 2 * scale)) + 0 })
    }),
  )
})
