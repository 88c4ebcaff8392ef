/** Returns a value as formatted JSON. Keys are text already, so nothing is rounded. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? String(member) : member), 2) ?? ''
}
