/** The items of an answer that is a list, or one page of a list. */
export interface List {
  readonly items: readonly unknown[]
  /** How many there are on all pages together, where the answer says so. */
  readonly total: number | undefined
}

/** The list in an answer: the answer itself, or its `items`. */
export function listOf(value: unknown): List | undefined {
  if (Array.isArray(value)) return { items: value, total: undefined }
  const { items, total } = membersOf(value)
  if (!Array.isArray(items)) return undefined
  return { items, total: typeof total === 'number' ? total : undefined }
}

/** The members of an object; none for everything else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {}
}

/** True for what has members of its own: neither a list nor null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
