/**
 * Parses JSON without rounding 64-bit keys: an integer of 16 digits or more comes back as text with exactly its digits.
 * Everything else, errors included, is as with `JSON.parse`.
 *
 * The long integers are put in quotes and the native parser does the rest, which is several times faster than a parser
 * of our own or a reviver.
 *
 * @throws `SyntaxError` where the text is not JSON.
 * @example
 * ```ts
 * parseJson('{"key":9007199254740993,"version":2}') // { key: '9007199254740993', version: 2 }
 * ```
 */
export function parseJson(text: string): unknown {
  if (!mayHoldLongInteger(text)) return JSON.parse(text)
  try {
    return JSON.parse(text.replace(longInteger, '"$&"'))
  } catch {
    // Broken, or a string holds what looks like a long integer. Inside a string the quote ends the string and a digit
    // follows it, so that never goes unnoticed. Now strings are told from the rest, which takes longer.
    return JSON.parse(text.replace(stringOrLongInteger, (found) => (found.startsWith('"') ? found : `"${found}"`)))
  }
}

// Where a value begins, 16 digits or more (the fewest that may not fit a double), and where a value ends: no fraction, no
// exponent, and no name in front of a colon, which the parser shall see as they are. Linear in time, whatever comes: it
// looks back only from what may begin an integer, and a string that never ends goes to the end.
const integer = String.raw`(?=[-1-9])(?<=(?:^|[:,[])\s*)-?[1-9]\d{15,}(?=\s*(?:[,}\]]|$))`
const longInteger = new RegExp(integer, 'g')
const string = String.raw`"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)`
const stringOrLongInteger = new RegExp(`${string}|${integer}`, 'gs')
/** False where long digits follow a quote only, as the keys of the v2 APIs do: the native parser reads such a page. */
function mayHoldLongInteger(text: string): boolean {
  return /[\s:,[-]\d{16}/.test(text) || /^\d{16}/.test(text)
}

/** The names of members, as a group. */
const names = (): string => `(${string}(?=\\s*:))`

/**
 * Parses JSON of any origin without rounding an integer: one beyond 2^53 comes back as a `bigint`, so that it stays apart
 * from text of the same digits, and {@link stringifyExact} writes it as it was. All else is as with `JSON.parse`: numbers
 * with a fraction or an exponent are doubles.
 *
 * For an API's responses, use {@link parseJson}: it is faster and returns keys as text.
 *
 * @throws `SyntaxError` where the text is not JSON
 * @example
 * ```ts
 * parseExact('{"orderId":9007199254740993,"items":2}') // { orderId: 9007199254740993n, items: 2 }
 * ```
 */
export function parseExact(text: string): unknown {
  if (!mayHoldLongInteger(text)) return JSON.parse(text)
  try {
    return JSON.parse(mark(text), (_name, value: unknown) => {
      if (typeof value !== 'string') return value
      const rest = value.slice(1)
      if (value.startsWith('s')) return rest
      return Number.isSafeInteger(Number(rest)) ? Number(rest) : BigInt(rest)
    })
  } catch {
    // Throws what is wrong with the text as it came.
    return JSON.parse(text)
  }
}

/** Puts integers in quotes. A letter in front tells them from strings of digits; names of members stay as they are. */
function mark(text: string): string {
  return text.replace(new RegExp(`${names()}|(${string})|${integer}`, 'gs'), (found, name?: string, value?: string) => {
    if (name !== undefined) return name
    return value === undefined ? `"n${found}"` : `"s${value.slice(1)}`
  })
}

/**
 * Writes JSON as `JSON.stringify` does, and a `bigint` as its digits; where the runtime has no raw JSON (older Safari), as
 * text of its digits, which Camunda's servers take for a key too.
 *
 * @example
 * ```ts
 * stringifyJson({ key: 9007199254740993n }) // '{"key":9007199254740993}'
 * ```
 */
export function stringifyJson(value: unknown): string {
  return JSON.stringify(value, writeBigint)
}

/**
 * Writes what {@link parseExact} returns: a `bigint` as its digits, in every runtime.
 *
 * @throws `TypeError` for what JSON cannot hold: `undefined`, a function, an object that contains itself
 * @example
 * ```ts
 * stringifyExact({ orderId: 9007199254740993n }) // '{"orderId":9007199254740993}'
 * ```
 */
export function stringifyExact(value: unknown): string {
  const text = 'rawJSON' in JSON ? stringifyJson(value) : unmark(JSON.stringify(value, markBigint))
  if (text === undefined) throw new TypeError('The value has no JSON form')
  return text
}

function unmark(text: string | undefined): string | undefined {
  return text?.replace(new RegExp(`${names()}|${string}`, 'gs'), (found, name?: string) => {
    if (name !== undefined) return name
    return found.startsWith('"n') ? found.slice(2, -1) : `"${found.slice(2)}`
  })
}

function markBigint(this: Record<string, unknown>, name: string, value: unknown): unknown {
  if (typeof this[name] === 'bigint') return `n${this[name]}`
  return typeof value === 'string' || value instanceof String ? `s${value}` : value
}

function writeBigint(this: Record<string, unknown>, name: string, value: unknown): unknown {
  // The holder's member, since many programs give BigInt.prototype a toJSON that makes text.
  const original = this[name]
  const bigint = typeof original === 'bigint' ? original : value
  const { rawJSON = String } = JSON as RawJson
  return typeof bigint === 'bigint' ? rawJSON(String(bigint)) : value
}

interface RawJson {
  rawJSON?: (text: string) => unknown
}
