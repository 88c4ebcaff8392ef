/** What `JSON.parse` hands a reviver beside key and value: the value's own text, for numbers and other primitives. */
interface ReviverContext {
  readonly source?: string | undefined
}

/** The parts of `JSON` that TypeScript's library does not know yet. */
interface SourceJSON {
  parse(text: string, reviver: (key: string, value: unknown, context: ReviverContext) => unknown): unknown
  rawJSON(text: string): unknown
}

const json: SourceJSON = JSON as unknown as SourceJSON

/**
 * Parses JSON with every integer that a double cannot hold as a `bigint`. Everything else is as `JSON.parse` gives it.
 *
 * @throws SyntaxError when the text is not JSON.
 */
export function parseExact(text: string): unknown {
  return json.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && source !== undefined && /^-?\d+$/.test(source)
      ? BigInt(source)
      : value,
  )
}

/** Writes JSON with each `bigint` as its digits, which is how Camunda's APIs send 64-bit keys. */
export function stringifyExact(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'bigint' ? json.rawJSON(String(member)) : member,
  )
}
