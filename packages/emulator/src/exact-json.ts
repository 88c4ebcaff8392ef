/** `JSON` with the members that TypeScript's libraries do not describe yet (ES2026, in all runtimes we name). */
interface JsonWithSource {
  parse(text: string, reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown): unknown
  stringify(value: unknown, replacer: (key: string, value: unknown) => unknown): string | undefined
  rawJSON(text: string): unknown
}

const json = JSON as unknown as JsonWithSource

/** Integers a double cannot hold come as `bigint`, with every digit; all else as `JSON.parse` gives it. */
export function parseExact(text: string): unknown {
  return json.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && source !== undefined && /^-?\d+$/.test(source)
      ? BigInt(source)
      : value,
  )
}

/** `bigint` is written as a JSON number, with every digit; members that are `undefined` are left out. */
export function stringifyExact(value: unknown): string {
  const text = json.stringify(value, (_key, member) =>
    typeof member === 'bigint' ? json.rawJSON(member.toString()) : member,
  )
  return text ?? 'null'
}
