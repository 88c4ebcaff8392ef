import type { Call, CallInput } from '../../../calls/call.ts'

/** The pages before one that was reached from another page. */
export interface Before {
  readonly offset: number
  readonly input: CallInput
}

const LIMIT = 1000
const trail = new Map<string, Before>()

/** Remembers which page `next` follows. */
export function rememberPage(call: Call, next: CallInput, before: Before): void {
  trail.delete(nameOf(call, next))
  trail.set(nameOf(call, next), before)
  const [oldest] = trail.keys()
  if (trail.size > LIMIT && oldest !== undefined) trail.delete(oldest)
}

/** Returns the pages before this call's page; undefined if it was not reached from another page. */
export function before(call: Call): Before | undefined {
  return trail.get(nameOf(call, call.input))
}

// Compared by content: a form may have recreated the input.
function nameOf({ api, operation }: Call, { params, input }: CallInput): string {
  return JSON.stringify([api, operation.id, params, input], sortMembers)
}

function sortMembers(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
