/** The items of a response that is a list or a page. */
export interface List {
  readonly items: readonly unknown[]
  /** Number of items on all pages, if the response contains it. */
  readonly total: number | undefined
}

/** Returns the list in a response: the response itself, or its `items`. */
export function listOf(value: unknown): List | undefined {
  if (Array.isArray(value)) return { items: value, total: undefined }
  const { items, total } = membersOf(value)
  if (!Array.isArray(items)) return undefined
  return { items, total: typeof total === 'number' ? total : undefined }
}

/** Returns the members of an object; none for other values. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {}
}

/** True for an object that is neither a list nor null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
