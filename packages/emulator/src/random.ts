/** Invented ids and secrets in Camunda's formats. The same seed produces the same values in the same order. */
export interface Random {
  /** An integer from 0 up to but not including `below`. */
  integer(below: number): number
  uuid(): string
  /** Text in the format of Camunda's client ids and secrets: letters, digits and `. ~ _ -`. */
  token(length: number): string
  /** Starts again with the first value. */
  restart(): void
}

const TOKEN_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.~_-'

/** Creates a repeatable generator. Not for real secrets: anyone who knows the seed can predict all of them. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  // mulberry32: 32 bits of state are plenty for a few hundred names.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const integer = (below: number): number => Math.floor(next() * below)
  const pick = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[integer(alphabet.length)]).join('')
  return {
    integer,
    // RFC 9562, version 4: the bits of the version and the variant are fixed.
    uuid: () => {
      const hex = (length: number): string => pick('0123456789abcdef', length)
      return `${hex(8)}-${hex(4)}-4${hex(3)}-${pick('89ab', 1)}${hex(3)}-${hex(12)}`
    },
    token: (length) => pick(TOKEN_ALPHABET, length),
    restart: () => {
      state = seed >>> 0
    },
  }
}

/** A seed from text (FNV-1a), so that two clusters have different data. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
