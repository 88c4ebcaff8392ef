/** Where and why a text is not JSON. Engines have different messages, some without the position. */
export interface JsonError {
  /** From 1. */
  readonly line: number
  readonly column: number
  /** What is expected there. */
  readonly expected: string
}

/** No API needs more, and recursive code would run out of stack. */
const MAX_LEVELS = 200

/** Returns undefined if the text is JSON. */
export function findJsonError(text: string): JsonError | undefined {
  try {
    if (!isDeeper(JSON.parse(text), MAX_LEVELS)) return undefined
    return { line: 1, column: 1, expected: `at most ${MAX_LEVELS} levels` }
  } catch {
    const { at, expected } = scan(text)
    const lines = text.slice(0, at).split('\n')
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, expected }
  }
}

export function describeJsonError({ line, column, expected }: JsonError): string {
  return `Line ${line}, column ${column}: expected ${expected}.`
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1))
}

interface Stop {
  readonly at: number
  readonly expected: string
}

const SPACE = /[ \t\n\r]*/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings must not contain them
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/**
 * Reads the text up to the first error. Uses a stack instead of recursion, because pasted text may be nested deeply.
 */
function scan(text: string): Stop {
  let at = 0
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at += found[0].length
    return found !== null
  }
  const is = (character: string): boolean => {
    if (text[at] !== character) return false
    at += 1
    return true
  }
  /** The closing brackets of all open values. */
  const open: string[] = []
  let expectsName = false
  let mayClose = false
  for (;;) {
    take(SPACE)
    const close = open.at(-1)
    if (mayClose && close !== undefined && is(close)) {
      open.pop()
    } else if (expectsName) {
      if (text[at] !== '"')
        return { at, expected: mayClose ? 'a name in double quotes or }' : 'a name in double quotes' }
      take(STRING)
      if (!is('"')) return { at, expected: 'the closing "' }
      take(SPACE)
      if (!is(':')) return { at, expected: ':' }
      expectsName = false
      mayClose = false
      continue
    } else if (is('{')) {
      open.push('}')
      expectsName = true
      mayClose = true
      continue
    } else if (is('[')) {
      open.push(']')
      mayClose = true
      continue
    } else if (text[at] === '"') {
      take(STRING)
      if (!is('"')) return { at, expected: 'the closing "' }
    } else if (!take(SCALAR)) {
      return { at, expected: mayClose ? 'a value or ]' : 'a value' }
    }
    // A value has ended, and perhaps the values around it.
    for (;;) {
      take(SPACE)
      const end = open.at(-1)
      if (end === undefined) return { at, expected: 'the end' }
      if (is(',')) {
        expectsName = end === '}'
        mayClose = false
        break
      }
      if (!is(end)) return { at, expected: `, or ${end}` }
      open.pop()
    }
  }
}
