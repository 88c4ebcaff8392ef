import { describe, expect, test } from 'vitest'
import { libraryOf } from '../src/feel/library.ts'
import { operators } from '../src/feel/operators.ts'
import { environment, feel, warnings } from './support/feel.ts'

/** Every function of Camunda's list: what it returns, and what with arguments that do not fit. */
const rows: Readonly<Record<string, readonly (readonly [expression: string, result: string])[]>> = {
  // Boolean
  not: [
    ['not(true)', 'false'],
    ['not(null)', 'null'],
  ],
  'is defined': [
    ['is defined(1)', 'true'],
    ['is defined(nothing)', 'false'],
    ['is defined({a: 1}.b)', 'false'],
  ],
  'get or else': [
    ['get or else("a", "b")', '"a"'],
    ['get or else(nothing, "b")', '"b"'],
    ['get or else(value: null, default: 0)', '0'],
  ],
  assert: [
    ['assert(5, 5 > 1)', '5'],
    [
      'assert(5, 5 > 9)',
      "failed: Assertion failure on evaluate the expression 'assert(5, 5 > 9)': The condition is not fulfilled",
    ],
    [
      'assert(nothing, is defined(nothing), "nothing is missing")',
      'failed: Assertion failure on evaluate the expression \'assert(nothing, is defined(nothing), "nothing is missing")\': nothing is missing',
    ],
  ],
  // String
  substring: [
    ['substring("process", 4)', '"cess"'],
    ['substring("process", 1, 3)', '"pro"'],
    ['substring("process", -4, 2)', '"ce"'],
    ['substring("abc", 3, 9)', '"c"'],
    ['substring("abc", 9)', 'null'],
  ],
  'string length': [['string length("Grüße")', '5']],
  'upper case': [['upper case("aB1")', '"AB1"']],
  'lower case': [['lower case("aB1")', '"ab1"']],
  'substring before': [
    ['substring before("key=value", "=")', '"key"'],
    ['substring before("key", "=")', '""'],
  ],
  'substring after': [
    ['substring after("key=value", "=")', '"value"'],
    ['substring after("key", "=")', '""'],
    ['substring after("", "")', '""'],
  ],
  replace: [
    ['replace("abcd", "(ab)|(cd)", "[$1$2]")', '"[ab][cd]"'],
    ['replace("0123456789", "(\\\\d{3})(\\\\d{3})(\\\\d{4})", "($1) $2-$3")', '"(012) 345-6789"'],
    ['replace("Aa", "a", "-", "i")', '"--"'],
    ['replace("abc", "[", "x")', 'null'],
  ],
  contains: [
    ['contains("order-1", "er-")', 'true'],
    ['contains("order-1", null)', 'null'],
  ],
  'starts with': [['starts with("order-1", "order")', 'true']],
  'ends with': [['ends with("order-1", "-2")', 'false']],
  matches: [
    ['matches("order-17", "\\\\d+")', 'true'],
    ['matches("ORDER", "order")', 'false'],
    ['matches("ORDER", "o r d e r", "ix")', 'true'],
    ['matches("a\\nb", "a.b", "s")', 'true'],
  ],
  split: [
    ['split("a;b;;c", ";")', '["a", "b", "", "c"]'],
    ['split("a1b22c", "(\\\\d)+")', '["a", "b", "c"]'],
    ['split("a b", "\\s")', '["a", "b"]'],
    ['split("abc", "")', '["a", "b", "c"]'],
  ],
  extract: [['extract("a1b22", "\\\\d+")', '["1", "22"]']],
  trim: [['trim("  a b  ")', '"a b"']],
  'is blank': [
    ['is blank(" \\t\\n\\f")', 'true'],
    ['is blank("a")', 'false'],
  ],
  uuid: [['uuid()', '"018df469-f040-7888-a888-888888888888"']],
  'to base64': [['to base64("Grüße")', '"R3LDvMOfZQ=="']],
  'from base64': [
    ['from base64("R3LDvMOfZQ==")', '"Grüße"'],
    ['from base64("?")', 'null'],
  ],
  // Numeric
  decimal: [
    ['decimal(2.5, 0)', '2'],
    ['decimal(1.005, 2)', '1'],
    ['decimal(1.005, 2, "HALF_UP")', '1.01'],
    ['decimal(1234, -2, "up")', '1300'],
    ['decimal(1.5, 0, "sideways")', 'null'],
  ],
  floor: [
    ['floor(-1.5)', '-2'],
    ['floor(-1.56, 1)', '-1.6'],
  ],
  ceiling: [
    ['ceiling(-1.5)', '-1'],
    ['ceiling(-1.56, 1)', '-1.5'],
  ],
  'round up': [
    ['round up(5.5, 0)', '6'],
    ['round up(-1.126, 2)', '-1.13'],
  ],
  'round down': [['round down(-1.126, 2)', '-1.12']],
  'round half up': [
    ['round half up(1.115, 2)', '1.12'],
    ['round half up(-5.5, 0)', '-6'],
  ],
  'round half down': [['round half down(-5.5, 0)', '-5']],
  abs: [
    ['abs(-3)', '3'],
    ['abs(duration("-PT5H"))', 'PT5H'],
    ['abs(number: duration("-P1Y2M"))', 'P1Y2M'],
    ['abs("3")', 'null'],
  ],
  modulo: [
    ['modulo(-12, 5)', '3'],
    ['modulo(10.1, 4.5)', '1.1'],
    ['modulo(1, 0)', 'null'],
  ],
  sqrt: [
    ['sqrt(16)', '4'],
    ['sqrt(-1)', 'null'],
  ],
  log: [['log(1)', '0']],
  exp: [['exp(0)', '1']],
  odd: [
    ['odd(-5)', 'true'],
    ['odd(2.5)', 'false'],
  ],
  even: [['even(0)', 'true']],
  'random number': [['random number()', '0.5']],
  // List
  'list contains': [
    ['list contains([1, {a: 2}], {a: 2})', 'true'],
    ['list contains([1, null], null)', 'true'],
  ],
  count: [
    ['count([1, null])', '2'],
    ['count(1)', 'null'],
  ],
  min: [
    ['min([3, 1, 2])', '1'],
    ['min(3, 1)', '1'],
    ['min(["b", "a"])', '"a"'],
    ['min([])', 'null'],
    ['min([1, "a"])', 'null'],
  ],
  max: [['max(@"2024-01-01", @"2024-02-01")', '2024-02-01']],
  sum: [
    ['sum([0.1, 0.2])', '0.3'],
    ['sum(1, 2, 3)', '6'],
    ['sum([])', 'null'],
    ['sum([1, "2"])', 'null'],
  ],
  product: [['product(2, 3, 4)', '24']],
  mean: [['mean([1, 2, 4.5])', '2.5']],
  median: [
    ['median(8, 2, 5)', '5'],
    ['median([10, 9, 1, 2])', '5.5'],
    ['median([])', 'null'],
  ],
  stddev: [['stddev([2, 4, 7, 5])', '2.0816659994661326']],
  mode: [
    ['mode([6, 3, 9, 6, 9])', '[6, 9]'],
    ['mode([])', '[]'],
  ],
  all: [
    ['all([true, null])', 'null'],
    ['all(true, null, false)', 'false'],
    ['all([])', 'true'],
    ['true and and([true, true]) and or(false, true)', 'true'],
    ['"and (" + string(and(true, false))', '"and (false"'],
  ],
  any: [
    ['any([false, null])', 'null'],
    ['any(false, null, true)', 'true'],
    ['any([])', 'false'],
    ['if or([true]) then 1 else 2', '1'],
  ],
  sublist: [
    ['sublist([1, 2, 3], 2)', '[2, 3]'],
    ['sublist([1, 2, 3], -2, 1)', '[2]'],
    ['sublist([1], 0)', 'null'],
  ],
  append: [
    ['append([1], 2, 3)', '[1, 2, 3]'],
    ['append([1], [2])', '[1, [2]]'],
    ['append([1])', '[1]'],
    ['append()', 'null'],
    ['append(list: [1], items: [2, 3])', '[1, 2, 3]'],
  ],
  concatenate: [['concatenate([1], [2, 3], 4)', '[1, 2, 3, 4]']],
  'insert before': [
    ['insert before([1, 3], 2, 2)', '[1, 2, 3]'],
    ['insert before([1], 0, 2)', 'null'],
  ],
  remove: [
    ['remove([1, 2, 3], 2)', '[1, 3]'],
    ['remove([1, 2, 3], -1)', '[1, 2]'],
  ],
  reverse: [['reverse([1, 2])', '[2, 1]']],
  'index of': [['index of([1, 2, "a", 2], 2)', '[2, 4]']],
  union: [['union([1, 2], [2, 3])', '[1, 2, 3]']],
  'distinct values': [['distinct values([1, 2, [1], 2, null, [1], null])', '[1, 2, [1], null]']],
  'duplicate values': [['duplicate values([1, 2, "a", 2, 1])', '[1, 2]']],
  flatten: [['flatten([1, [2, [3]]])', '[1, 2, 3]']],
  sort: [
    ['sort([3, 1, 2], function(x, y) x < y)', '[1, 2, 3]'],
    ['sort([3, 1], function(x) x)', 'null'],
    ['sort([3, 1], function(x, y) "a")', 'null'],
  ],
  'is empty': [['is empty([])', 'true']],
  partition: [
    ['partition([1, 2, 3, 4, 5], 2)', '[[1, 2], [3, 4], [5]]'],
    ['partition([1], 0)', 'null'],
  ],
  'string join': [
    ['string join(["a", null, "b"])', '"ab"'],
    ['string join(["a", "b"], ", ")', '"a, b"'],
    ['string join(["a", "b"], ", ", "[", "]")', '"[a, b]"'],
    ['string join([1])', 'null'],
  ],
  // Context
  'get entries': [['get entries({a: 1})', '[{key:"a", value:1}]']],
  'get value': [
    ['get value({a: 1}, "a")', '1'],
    ['get value({a: {b: 2}}, ["a", "b"])', '2'],
    ['get value({a: 1}, "b")', 'null'],
  ],
  'context put': [
    ['context put({a: 1}, "b", 2)', '{a:1, b:2}'],
    ['context put({a: {b: 1}}, ["a", "c"], 2)', '{a:{b:1, c:2}}'],
    ['context put(context: {}, keys: ["a", "b"], value: 1)', '{a:{b:1}}'],
  ],
  put: [['put({a: 1}, "a", 2)', '{a:2}']],
  'context merge': [
    ['context merge([{a: 1}, {b: 2}])', '{a:1, b:2}'],
    ['context merge({a: 1}, {a: 2})', '{a:2}'],
    ['context merge([1])', 'null'],
  ],
  'put all': [['put all({a: 1}, {b: 2})', '{a:1, b:2}']],
  context: [
    ['context([{key: "a", value: 1}])', '{a:1}'],
    ['context([{key: 1, value: 1}])', 'null'],
  ],
  // Range
  before: [
    ['before(1, 2)', 'true'],
    ['before([1..5), 5)', 'true'],
    ['before(1, [1..5])', 'false'],
    ['before([1..5], (5..9])', 'true'],
    ['before(1, @"2024-01-01")', 'null'],
  ],
  after: [
    ['after(5, [1..5))', 'true'],
    ['after((5..9], [1..5])', 'true'],
    ['after([1..5], 5)', 'false'],
  ],
  meets: [
    ['meets([1..5], [5..9])', 'true'],
    ['meets([1..5], (5..9])', 'false'],
  ],
  'met by': [['met by([5..9], [1..5])', 'true']],
  overlaps: [
    ['overlaps([5..9], [1..5])', 'true'],
    ['overlaps([5..9], [1..5))', 'false'],
    ['overlaps([1..9], [3..4])', 'true'],
  ],
  'overlaps before': [
    ['overlaps before([1..5], [4..9])', 'true'],
    ['overlaps before([1..5], [6..9])', 'false'],
    ['overlaps before([1..5), (1..5])', 'true'],
    ['overlaps before([1..5], [1..5])', 'false'],
  ],
  'overlaps after': [
    ['overlaps after([4..9], [1..5])', 'true'],
    ['overlaps after((1..5], [1..5))', 'true'],
    ['overlaps after([1..5], [4..9])', 'false'],
  ],
  finishes: [
    ['finishes(5, [1..5])', 'true'],
    ['finishes(5, [1..5))', 'false'],
    ['finishes([3..5], [1..5])', 'true'],
    ['finishes([1..5), [1..5])', 'false'],
  ],
  'finished by': [
    ['finished by([1..5], 5)', 'true'],
    ['finished by([1..5], [3..5])', 'true'],
    ['finished by([3..5], [1..5])', 'false'],
  ],
  includes: [
    ['includes([1..5], 5)', 'true'],
    ['includes([1..5), 5)', 'false'],
    ['includes([1..5], (1..5))', 'true'],
    ['includes((1..5), [1..5])', 'false'],
  ],
  during: [
    ['during(5, [1..5])', 'true'],
    ['during([2..3], [1..5])', 'true'],
    ['during([1..5], (1..5])', 'false'],
  ],
  starts: [
    ['starts(1, [1..5])', 'true'],
    ['starts(1, (1..5])', 'false'],
    ['starts([1..3], [1..5])', 'true'],
  ],
  'started by': [
    ['started by([1..5], 1)', 'true'],
    ['started by([1..5], [1..3])', 'true'],
    ['started by([1..5], (1..3])', 'false'],
  ],
  coincides: [
    ['coincides(5, 5)', 'true'],
    ['coincides([1..5], [1..5])', 'true'],
    ['coincides([1..5], [1..5))', 'false'],
  ],
  // Conversion
  string: [
    ['string(1.1)', '"1.1"'],
    ['string(null)', 'null'],
    ['string(@"2024-02-29")', '"2024-02-29"'],
    ['string([1, "a", null])', '"[1, "a", null]"'],
    ['string({a: "b"})', '"{a:"b"}"'],
  ],
  number: [
    ['number("1500.5")', '1500.5'],
    ['number("1 500,5", " ", ",")', '1500.5'],
    ['number("1.500", ".")', '1500'],
    ['number("1,5", null, ",")', '1.5'],
    ['number("5 euros")', 'null'],
    ['number("1;5", ";")', 'null'],
  ],
  date: [
    ['date("2024-02-29")', '2024-02-29'],
    ['date("2023-02-29")', 'null'],
    ['date(2024, 2, 29)', '2024-02-29'],
    ['date(date and time("2024-02-29T10:30:00Z"))', '2024-02-29'],
    ['date(5)', 'null'],
  ],
  time: [
    ['time("10:30:00+01:00")', '10:30:00+01:00'],
    ['time(10, 30, 5.5)', '10:30:05.5'],
    ['time(10, 30, 0, duration("-PT5H"))', '10:30:00-05:00'],
    ['time(@"2024-02-29T10:30:00")', '10:30:00'],
    ['time(@"2024-02-29")', '00:00:00Z'],
    ['time(25, 0, 0)', 'null'],
  ],
  'date and time': [
    ['date and time("2024-02-29T10:30:00")', '2024-02-29T10:30:00'],
    ['date and time("2024-02-29T10:30:00@Europe/Berlin")', '2024-02-29T10:30:00@Europe/Berlin'],
    ['date and time(date("2024-02-29"), time("10:30:00Z"))', '2024-02-29T10:30:00Z'],
    ['date and time(@"2024-02-29T10:30:00Z", "America/Los_Angeles")', '2024-02-29T02:30:00@America/Los_Angeles'],
    ['date and time(@"2024-02-29T10:30:00", "Europe/Berlin")', '2024-02-29T10:30:00@Europe/Berlin'],
    ['date and time(@"2024-02-29T10:30:00Z", "Atlantis")', 'null'],
  ],
  duration: [
    ['duration("P1DT25H")', 'P2DT1H'],
    ['duration("P14M")', 'P1Y2M'],
    ['duration("P1M2D")', 'null'],
    ['duration("5 days")', 'null'],
  ],
  'years and months duration': [
    ['years and months duration(date("2022-12-22"), date("2024-02-21"))', 'P1Y1M'],
    ['years and months duration(date("2024-02-29"), @"2023-02-28T10:00:00Z")', '-P1Y'],
  ],
  'from json': [
    ['from json("{\\"a\\": [1, null]}")', '{a:[1, null]}'],
    ['from json("{")', 'null'],
    ['from json(null)', 'null'],
  ],
  'to json': [
    ['to json({a: [1, "b"], c: @"2024-02-29"})', '"{"a":[1,"b"],"c":"2024-02-29"}"'],
    ['to json(@"2024-02-29T10:30:00@Europe/Berlin")', '""2024-02-29T10:30:00+01:00[Europe/Berlin]""'],
  ],
  // Temporal
  now: [['now()', '2024-02-29T10:30:00Z']],
  today: [['today()', '2024-02-29']],
  'day of year': [['day of year(today())', '60']],
  'day of week': [['day of week(today())', '"Thursday"']],
  'month of year': [['month of year(now())', '"February"']],
  'week of year': [
    ['week of year(date(2021, 1, 3))', '53'],
    ['week of year("2021-01-03")', 'null'],
  ],
  'last day of month': [
    ['last day of month(date("2023-02-01"))', '2023-02-28'],
    ['last day of month(now())', '2024-02-29'],
  ],
  // What Camunda adds for processes
  fromAi: [
    ['fromAi({a: 1}.a)', '1'],
    ['fromAi(1, "how many", "number", {minimum: 0}, {required: true})', '1'],
  ],
  cycle: [
    ['cycle(3, duration("PT10S"))', '"R3/PT10S"'],
    ['cycle(duration("P1M"))', '"R/P1M"'],
    ['cycle(null, duration("PT1H"))', '"R/PT1H"'],
    ['cycle(3, "PT10S")', 'null'],
  ],
}

describe.each(Object.entries(rows))('%s', (_name, expressions) => {
  test.each(expressions)('%s is %s', (expression, result) => {
    expect(feel(expression)).toBe(result)
  })
})

test('every function that an expression can call has a row', () => {
  const names = [...libraryOf(environment).keys()].filter((name) => !(name in operators))
  expect(Object.keys(rows).sort()).toEqual(names.sort())
  // An operator of the same name would take its place.
  expect(Object.keys(rows).filter((name) => Object.hasOwn(operators, name))).toEqual([])
})

test('arguments can be passed by name, and a missing one is null', () => {
  expect(feel('substring(length: 2, string: "process", start position: 4)')).toBe('"ce"')
  expect(feel('number(from: "1,5", decimal separator: ",")')).toBe('1.5')
  expect(feel('before(point: 1, range: [2..3])')).toBe('true')
})

test('a call that matches no signature is null, with a warning', () => {
  expect(feel('count()')).toBe('null')
  expect(warnings('count()')).toEqual(['NO_FUNCTION_FOUND'])
  expect(warnings('trim(text: "a")')).toEqual(['NO_FUNCTION_FOUND'])
  expect(warnings('trim(1)')).toEqual(['FUNCTION_INVOCATION_FAILURE'])
  expect(warnings('unknown(1)')).toContain('NO_FUNCTION_FOUND')
})

test('a variable with the name of a function does not replace it', () => {
  expect(feel('count(list) + count', { count: 1, list: [1, 2] })).toBe('3')
  expect(feel('count')).toBe('null')
})
