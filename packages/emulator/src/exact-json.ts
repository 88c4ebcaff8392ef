/** The third argument of a `JSON.parse` reviver: the source text of numbers and other primitives. */
interface ReviverContext {
  readonly source?: string | undefined
}

/** The parts of `JSON` that TypeScript's library does not declare yet. */
interface SourceJSON {
  parse(text: string, reviver: (key: string, value: unknown, context: ReviverContext) => unknown): unknown
  rawJSON(text: string): unknown
}

const json: SourceJSON = JSON as unknown as SourceJSON

/**
 * Parses JSON. Integers that a double cannot represent become a `bigint`; everything else is as with `JSON.parse`.
 *
 * @throws SyntaxError if the text is not JSON.
 */
export function parseExact(text: string): unknown {
  return json.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && source !== undefined && /^-?\d+$/.test(source)
      ? BigInt(source)
      : value,
  )
}

/** Writes JSON with the digits of each `bigint`, as Camunda's APIs send 64-bit keys. */
export function stringifyExact(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'bigint' ? json.rawJSON(String(member)) : member,
  )
}
