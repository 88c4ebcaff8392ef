/**
 * Parses JSON without rounding 64-bit keys: an integer of 16 digits or more becomes a string with exactly its digits.
 * Everything else, including errors, is as with `JSON.parse`.
 *
 * It puts long integers in quotes and calls the native parser, which is several times faster than a parser in
 * JavaScript or a reviver.
 *
 * @throws `SyntaxError` if the text is not JSON.
 * @example
 * ```ts
 * parseJson('{"key":9007199254740993,"version":2}') // { key: '9007199254740993', version: 2 }
 * ```
 */
export function parseJson(text: string): unknown {
  if (!mayHoldLongInteger(text)) return JSON.parse(text)
  try {
    return JSON.parse(quoteLongIntegers(text))
  } catch {
    // The JSON is broken, or a string contains something like a long integer: the added quote ends that string and a
    // digit follows, so the parser always fails. This path distinguishes strings from the rest, which takes longer.
    return JSON.parse(quoteOutsideStrings(text))
  }
}

// The start of a value, 16 digits or more (the fewest that may not fit a double), and the end of a value: no fraction,
// no exponent, and no name before a colon, which are left to the parser. Linear in time for any input: it looks back
// only from the possible start of an integer, and an unterminated string is read to the end.
const integer = '(?=[-1-9])(?<=(?:^|[:,[])\\s*)-?[1-9]\\d{15,}(?=\\s*(?:[,}\\]]|$))'
const string = '"[^"\\\\]*(?:\\\\.[^"\\\\]*)*(?:"|\\\\?$)'
// Marked as free of side effects, so that bundles without such keys do not contain it.
const longInteger: RegExp = /* @__PURE__ */ new RegExp(integer, 'g')

/** A loop, because `replace` with a pattern such as `"$&"` takes longer. */
function quoteLongIntegers(text: string): string {
  let quoted = ''
  let from = 0
  longInteger.lastIndex = 0
  for (let found = longInteger.exec(text); found; found = longInteger.exec(text)) {
    quoted += `${text.slice(from, found.index)}"${found[0]}"`
    from = longInteger.lastIndex
  }
  return quoted + text.slice(from)
}

/**
 * Returns false if long digits follow only quotes, like the keys of the v2 APIs: the native parser can read such a
 * page. Looks at every 16th character, because 16 digits in a row include one of them.
 */
function mayHoldLongInteger(text: string): boolean {
  for (let at = 15; at < text.length; at += 16) {
    if (!isDigit(text, at)) continue
    let begin = at
    while (isDigit(text, begin - 1)) begin--
    while (isDigit(text, at + 1)) at++
    if (at - begin >= 15 && (begin === 0 || /[\s:,[-]/.test(text.charAt(begin - 1)))) return true
  }
  return false
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** Puts long integers in quotes, after `mark`. */
function quoteOutsideStrings(text: string, mark = ''): string {
  const stringOrNumber = new RegExp(`${string}|-?\\d[\\d.eE+-]*(?!\\s*:)`, 'gs')
  return text.replace(stringOrNumber, (found) => (/^-?[1-9]\d{15,}$/.test(found) ? `"${mark}${found}"` : found))
}

/**
 * Parses any JSON without rounding integers: one beyond 2^53 becomes a `bigint`, so that it differs from a string of
 * the same digits, and {@link stringifyExact} writes it back unchanged. Everything else is as with `JSON.parse`:
 * numbers with a fraction or an exponent are doubles.
 *
 * For an API's responses, use {@link parseJson}: it is faster and returns keys as strings.
 *
 * @throws `SyntaxError` if the text is not JSON
 * @example
 * ```ts
 * parseExact('{"orderId":9007199254740993,"items":2}') // { orderId: 9007199254740993n, items: 2 }
 * ```
 */
export function parseExact(text: string): unknown {
  if (!mayHoldLongInteger(text)) return JSON.parse(text)
  // JSON can write this character in one way only: if it is not in the text, no string starts with it.
  let mark = '\\u0001'
  while (text.includes(mark)) mark += mark
  const begin: string = JSON.parse(`"${mark}"`)
  try {
    return JSON.parse(quoteOutsideStrings(text, mark), (_name, value: unknown) => {
      if (typeof value !== 'string' || !value.startsWith(begin)) return value
      const digits = value.slice(begin.length)
      return Number.isSafeInteger(Number(digits)) ? Number(digits) : BigInt(digits)
    })
  } catch {
    // Throws the error for the original text.
    return JSON.parse(text)
  }
}

/**
 * Writes JSON like `JSON.stringify`, and a `bigint` as its digits. In runtimes without raw JSON (older Safari), it is
 * written as a string, which Camunda's servers also accept as a key.
 *
 * @example
 * ```ts
 * stringifyJson({ key: 9007199254740993n }) // '{"key":9007199254740993}'
 * ```
 */
export function stringifyJson(value: unknown): string {
  // Several times faster without a replacer, and a bigint throws, unless the program has added a toJSON to it.
  if (!('toJSON' in BigInt.prototype)) {
    try {
      return JSON.stringify(value)
    } catch {
      // Any other error is thrown again.
    }
  }
  return JSON.stringify(value, writeBigint)
}

/**
 * Writes JSON like `JSON.stringify`, and a `bigint` as its digits in every runtime. The counterpart of
 * {@link parseExact}.
 *
 * @throws `TypeError` for a value that JSON cannot represent: `undefined`, a function, an object that contains itself
 * @example
 * ```ts
 * stringifyExact({ orderId: 9007199254740993n }) // '{"orderId":9007199254740993}'
 * ```
 */
export function stringifyExact(value: unknown): string {
  const text = 'rawJSON' in JSON ? stringifyJson(value) : unmark(JSON.stringify(value, markBigint))
  if (text === undefined) throw new TypeError('The value cannot be represented in JSON')
  return text
}

function unmark(text: string | undefined): string | undefined {
  return text?.replace(new RegExp(`(${string}(?=\\s*:))|${string}`, 'gs'), (found, name?: string) => {
    if (name !== undefined) return name
    return found.startsWith('"n') ? found.slice(2, -1) : `"${found.slice(2)}`
  })
}

function markBigint(this: Record<string, unknown>, name: string, value: unknown): unknown {
  if (typeof this[name] === 'bigint') return `n${this[name]}`
  return typeof value === 'string' || value instanceof String ? `s${value}` : value
}

function writeBigint(this: Record<string, unknown>, name: string, value: unknown): unknown {
  // The holder's member, because many programs add a toJSON to BigInt.prototype that returns a string.
  const original = this[name]
  const bigint = typeof original === 'bigint' ? original : value
  const { rawJSON = String } = JSON as RawJson
  return typeof bigint === 'bigint' ? rawJSON(String(bigint)) : value
}

interface RawJson {
  rawJSON?: (text: string) => unknown
}
