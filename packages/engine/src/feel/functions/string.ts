import type { FeelEnvironment } from '../environment.ts'
import { FunctionError, type Signature, signature } from '../function.ts'
import { pattern } from './pattern.ts'
import { uuid } from './uuid.ts'

type Functions = Readonly<Record<string, readonly Signature[]>>

const text = ['string', 'string'] as const
const match = ['match', 'string'] as const
const input = ['input', 'string'] as const
const regex = ['pattern', 'string'] as const
const flags = ['flags', 'string'] as const
const start = ['start position', 'number'] as const

// Positions and lengths count UTF-16 units, as Camunda's Java strings do.
export const stringFunctions: Functions = {
  substring: [
    signature([text, start], (string, position) => substring(string, position)),
    signature([text, start, ['length', 'number']], substring),
  ],
  'string length': [signature([text], (string) => string.length)],
  'upper case': [signature([text], (string) => string.toUpperCase())],
  'lower case': [signature([text], (string) => string.toLowerCase())],
  'substring before': [signature([text, match], (string, part) => string.slice(0, Math.max(0, string.indexOf(part))))],
  'substring after': [
    signature([text, match], (string, part) => {
      const at = string.indexOf(part)
      return at < 0 ? '' : string.slice(at + part.length)
    }),
  ],
  replace: [
    signature([input, regex, ['replacement', 'string']], (string, source, by) => replace(string, source, by, '')),
    signature([input, regex, ['replacement', 'string'], flags], replace),
  ],
  contains: [signature([text, match], (string, part) => string.includes(part))],
  'starts with': [signature([text, match], (string, part) => string.startsWith(part))],
  'ends with': [signature([text, match], (string, part) => string.endsWith(part))],
  matches: [
    signature([input, regex], (string, source) => matches(string, source, '')),
    signature([input, regex, flags], matches),
  ],
  split: [signature([text, ['delimiter', 'string']], split)],
  extract: [
    signature([input, regex], (string, source) =>
      withPattern(source, 'g', (found) => Array.from(string.matchAll(found), ([all]) => all)),
    ),
  ],
  trim: [signature([text], (string) => string.trim())],
  'is blank': [signature([text], (string) => string.trim() === '')],
  'to base64': [signature([['value', 'string']], toBase64)],
  'from base64': [signature([['value', 'string']], fromBase64)],
}

export function randomStringFunctions(environment: FeelEnvironment): Functions {
  return { uuid: [signature([], () => uuid(environment))] }
}

function substring(string: string, position: number, length = string.length): string | FunctionError {
  const from = position > 0 ? Math.trunc(position) - 1 : string.length + Math.trunc(position)
  if (from < 0 || from > string.length || length < 0) return new FunctionError(`no character at position ${position}`)
  return string.slice(from, from + Math.trunc(length))
}

function replace(string: string, source: string, by: string, flagText: string): string | FunctionError {
  // The whole match is `$0` in Java and `$&` in JavaScript.
  return withPattern(source, `g${flagText}`, (found) => string.replace(found, by.replaceAll('$0', '$$&')))
}

function matches(string: string, source: string, flagText: string): boolean | FunctionError {
  return withPattern(source, flagText, (found) => found.test(string))
}

/** Splits at each match. Unlike with JavaScript's `split`, groups of the pattern do not become items. */
function split(string: string, source: string): string[] | FunctionError {
  return withPattern(source, 'g', (found) => {
    const parts: string[] = []
    let from = 0
    for (const { 0: delimiter, index } of string.matchAll(found)) {
      if (delimiter === '' && (index === 0 || index === string.length)) continue
      parts.push(string.slice(from, index))
      from = index + delimiter.length
    }
    return [...parts, string.slice(from)]
  })
}

function withPattern<T>(source: string, flagText: string, apply: (found: RegExp) => T): T | FunctionError {
  const found = pattern(source, flagText)
  return found ? apply(found) : new FunctionError(`Invalid pattern '${source}'`)
}

function toBase64(value: string): string {
  return btoa(Array.from(new TextEncoder().encode(value), (byte) => String.fromCharCode(byte)).join(''))
}

function fromBase64(value: string): string | FunctionError {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(value), (character) => character.charCodeAt(0)))
  } catch {
    return new FunctionError(`Invalid Base64 value '${value}'`)
  }
}
