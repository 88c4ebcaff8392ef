import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseExact, parseJson, stringifyExact, stringifyJson } from '../src/json.ts'

/** Slow and sure: the engine itself tells the source text of each number. */
function reference(text: string): unknown {
  const reviver = (_name: string, value: unknown, context: { source?: string }): unknown =>
    typeof value === 'number' && /^-?\d{16,}$/.test(context.source ?? '') ? context.source : value
  return JSON.parse(text, reviver as (name: string, value: unknown) => unknown)
}

function outcome(parse: (text: string) => unknown, text: string): unknown {
  try {
    return { value: parse(text) }
  } catch (error) {
    return (error as Error).name
  }
}

const long = '9007199254740993'

describe('parseJson', () => {
  it.each([
    [`{"key":${long}}`, { key: long }],
    [`{"key": -${long} }`, { key: `-${long}` }],
    [`[${long}, 1 ,\n${long}]`, [long, 1, long]],
    [`  ${long}  `, long],
    [`-${long}`, `-${long}`],
    [`[\t${long}]`, [long]],
    [`["${long}",-${long}]`, [long, `-${long}`]],
    ['{"a":-0,"b":0.1234567890123456789,"c":1e21}', { a: -0, b: Number('0.1234567890123456789'), c: 1e21 }],
    [
      '[1234567890123456789.5,12345678901234567e1,1.125]',
      [Number('1234567890123456789.5'), Number('12345678901234567e1'), 1.125],
    ],
    ['{"a":999999999999999}', { a: 999999999999999 }],
    [`{"a":":${long},","b":",${long}]"}`, { a: `:${long},`, b: `,${long}]` }],
    [`{"a":"\\":${long},"}`, { a: `":${long},` }],
    [`{"a\\\\":${long}}`, { 'a\\': long }],
    [`{"a\\\\\\"":${long}}`, { 'a\\"': long }],
    [`{"":${long},",":${long}}`, { '': long, ',': long }],
    [`["\\\\",${long},"\\\\\\"",${long}]`, ['\\', long, '\\"', long]],
    [`["[${long},-${long},",${long}]`, [`[${long},-${long},`, long]],
    ['{"sortValues":[1732262400000,4503599627370497]}', { sortValues: [1732262400000, '4503599627370497'] }],
  ])('%s', (text, expected) => {
    expect(parseJson(text)).toEqual(expected)
  })

  it.each([
    '',
    '{"a":',
    `{"a":0${long}}`,
    `{"a":-0${long}}`,
    `{${long}:1}`,
    `{"a":1,${long}:2}`,
    `{"a":1,${long}}`,
    `[${long} ${long}]`,
    `{"a""b":${long}}`,
    `"${long}`,
    `["a${long},`,
    `${long}"`,
  ])('rejects what JSON.parse rejects: %s', (text) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
    expect(() => parseJson(text)).toThrow(SyntaxError)
  })

  it('creates __proto__ as an own member, like JSON.parse', () => {
    const value = parseJson(`{"__proto__":{"polluted":${long}}}`) as object
    expect(Object.hasOwn(value, '__proto__')).toBe(true)
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })

  it('is JSON.parse if no integer is long', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        fc.pre(!/\d{16}/.test(text))
        expect(parseJson(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  // Texts put together from what could confuse a parser; most are not JSON, many are.
  const token = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '\\"',
    ' ',
    '-',
    '.',
    'e',
    '0',
    '12',
    long,
    `"a":${long}`,
    `":${long},`,
    '"b"',
    'null',
  )
  it('agrees with the engine on any string between long integers', () => {
    const inside = fc.constantFrom('[', ',', ':', '\\"', '\\\\', ' ', 'a', `[${long},`, `,${long}`, `\\":${long}`)
    fc.assert(
      fc.property(fc.array(fc.array(inside, { maxLength: 8 }), { minLength: 1, maxLength: 3 }), (strings) => {
        const text = `[${strings.map((parts) => `"${parts.join('')}",${long}`).join(',')}]`
        expect(parseJson(text)).toEqual(reference(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('agrees with the engine on any text', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const text = tokens.join('')
        expect(outcome(parseJson, text)).toEqual(outcome(reference, text))
      }),
      { numRuns: 3000 },
    )
  })

  const evil = fc
    .array(fc.constantFrom('"', '\\', ':', ',', '[', ' ', '{', long, '-', 'a', '\n', 'é'), { maxLength: 6 })
    .map((parts) => parts.join(''))
  const integer = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      evil,
      integer,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(null, true, false, ''),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(evil, tie('tree'), { maxKeys: 4 }),
    ),
  }))
  it('agrees with the engine on any document, dense or spread out', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom('', ' ', '\n'), (value, space) => {
        const dense = stringifyJson(value)
        const text =
          space === ''
            ? dense
            : dense.replace(/([:,[\]{}])(?=(?:[^"\\]|\\.|"(?:[^"\\]|\\.)*")*$)/g, `${space}$1${space}`)
        fc.pre(text.length < 2000)
        expect(outcome(parseJson, text)).toEqual(outcome(reference, text))
      }),
      { numRuns: 500 },
    )
  })

  it('parses long lists in linear time and space', () => {
    const count = 200_000
    const text = `[${Array.from({ length: count }, (_, index) => `${2251799813685248 + index}`).join(',')}]`
    const list = parseJson(text) as string[]
    expect(list).toHaveLength(count)
    expect(list.at(-1)).toBe(String(2251799813685248 + count - 1))
  })

  it.each([
    ['a string of digits', `["${'1'.repeat(1_000_000)}"]`],
    ['space after space', `[${' '.repeat(1_000_000)}${long}]`],
    ['escape after escape beside what looks like an integer', `["${'\\"'.repeat(500_000)},${long},"]`],
  ])('passes over %s once, even if it is truncated', (_, text) => {
    expect(outcome(parseJson, text)).toEqual(outcome(reference, text))
    expect(() => parseJson(text.slice(0, -2))).toThrow(SyntaxError)
  })
})

describe('stringifyJson', () => {
  it('writes bigints as digits and everything else like JSON.stringify', () => {
    const value = { a: [1n, -(2n ** 62n)], b: 'x', c: undefined, d: new Date(0), e: { toJSON: () => 2n } }
    expect(stringifyJson(value)).toBe(`{"a":[1,-${2n ** 62n}],"b":"x","d":"1970-01-01T00:00:00.000Z","e":2}`)
    fc.assert(
      fc.property(fc.jsonValue(), (any) => {
        expect(stringifyJson(any)).toBe(JSON.stringify(any))
      }),
    )
  })

  it('also if a program has patched BigInt', () => {
    const prototype = BigInt.prototype as { toJSON?: () => string }
    prototype.toJSON = () => 'patched'
    try {
      expect(stringifyJson({ a: 5n })).toBe('{"a":5}')
    } finally {
      delete prototype.toJSON
    }
  })

  it('writes bigints as strings if the runtime has no raw JSON', () => {
    const json = JSON as { rawJSON?: unknown }
    const { rawJSON } = json
    delete json.rawJSON
    try {
      expect(stringifyJson({ key: 2n ** 63n - 1n, other: 1 })).toBe('{"key":"9223372036854775807","other":1}')
    } finally {
      json.rawJSON = rawJSON
    }
  })

  it('is parsed back exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 15n, max: 2n ** 63n - 1n }), (key) => {
        expect(parseJson(stringifyJson({ key, negative: -key }))).toEqual({ key: String(key), negative: String(-key) })
      }),
    )
  })
})

describe('parseExact', () => {
  it.each([
    [long, 9007199254740993n],
    [`-${long}`, -9007199254740993n],
    [`{"key":"${long}","a":\t${long}}`, { key: long, a: 9007199254740993n }],
    [`{"key":"${long}","sum":-${long}}`, { key: long, sum: -9007199254740993n }],
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', 9007199254740992n],
    [`"${long}"`, long],
    [`"n${long}"`, `n${long}`],
    [`"s"`, 's'],
    [`["${long}",${long},"",":"]`, [long, 9007199254740993n, '', ':']],
    [`{"${long}":"${long}" , "n" : ${long}, "s":"s"}`, { [long]: long, n: 9007199254740993n, s: 's' }],
    [
      String.raw`{"a\"" : -${long}, "\\":"\":${long},\\","\\\\\"":${long}}`,
      { 'a"': -9007199254740993n, '\\': `":${long},\\`, '\\\\"': 9007199254740993n },
    ],
    [
      '[12345678901234567.5,12345678901234567e1,-0,123456789012345678901234567890]',
      [Number('12345678901234567.5'), Number('12345678901234567e1'), -0, 123456789012345678901234567890n],
    ],
    ['"short"', 'short'],
  ])('%s', (text, expected) => {
    expect(parseExact(text)).toEqual(expected)
  })

  it.each(['', `{"a":${long}`, `["${long},`, `[0${long}]`, `{${long}:1}`])(
    'throws the same error as JSON.parse: %s',
    (text) => {
      const reason = (parse: (text: string) => unknown): string => {
        try {
          return `no error: ${parse(text)}`
        } catch (error) {
          return String(error)
        }
      }
      expect(reason(parseExact)).toBe(reason(JSON.parse))
      expect(reason(parseExact)).toMatch(/^SyntaxError/)
    },
  )

  it('creates __proto__ as an own member', () => {
    const value = parseExact(`{"__proto__":{"polluted":${long}}}`) as object
    expect(Object.hasOwn(value, '__proto__')).toBe(true)
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })

  it.each([
    ['a string of digits', `["${'1'.repeat(1_000_000)}"]`],
    ['space after space', `[${' '.repeat(1_000_000)}${long}]`],
    ['space behind a string', `["${long}"${' '.repeat(1_000_000)}]`],
    ['escape after escape', `["${'\\"'.repeat(500_000)}",${long}]`],
  ])('passes over %s once, even if it is truncated', (_, text) => {
    expect(parseExact(text)).toHaveLength((parseJson(text) as unknown[]).length)
    expect(() => parseExact(text.slice(0, -2))).toThrow(SyntaxError)
  })
})

describe.each([true, false])('stringifyExact, in a runtime with raw JSON: %s', (raw) => {
  const { rawJSON } = JSON as { rawJSON?: unknown }
  beforeEach(() => {
    if (!raw) delete (JSON as { rawJSON?: unknown }).rawJSON
  })
  afterEach(() => {
    Object.assign(JSON, { rawJSON })
  })

  it('writes what parseExact parses back to the same value', () => {
    const leaf = fc.oneof(
      fc.bigInt({ min: 2n ** 53n, max: 2n ** 70n }),
      fc.bigInt({ min: -(2n ** 70n), max: -(2n ** 53n) }),
      fc.maxSafeInteger(),
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .filter((number) => Number.isSafeInteger(number) || /[.e]/.test(String(number)))
        .map((number) => number + 0),
      fc.string(),
      fc.constantFrom(long, `n${long}`, `s${long}`, '"n1"', '\\', null, true),
    )
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('value')),
        fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(value, (any) => {
        const text = stringifyExact(any)
        expect(parseExact(text)).toEqual(any)
        expect(stringifyExact(parseExact(text))).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('writes everything except bigints like JSON.stringify', () => {
    const value = {
      date: new Date(0),
      text: new String('n1'),
      left: undefined,
      list: [undefined, () => 1],
      [long]: 'n',
    }
    expect(stringifyExact(value)).toBe(JSON.stringify(value))
    expect(stringifyExact({ id: 9007199254740993n, of: [1n] })).toBe(`{"id":${long},"of":[1]}`)
  })

  it.each([undefined, () => 1, Symbol('x')])('rejects values that JSON cannot represent', (value) => {
    expect(() => stringifyExact(value)).toThrow(TypeError)
  })
})
