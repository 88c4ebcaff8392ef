import { isObject } from './list-of.ts'

/** One column of a table of items. */
export interface Column {
  readonly name: string
  read(item: unknown): unknown
}

/** Returns a column for each member of any item, in the order of first appearance. */
export function columnsOf(items: readonly unknown[]): readonly Column[] {
  const names = new Set<string>()
  let hasOthers = items.length === 0
  for (const item of items) {
    if (isObject(item)) for (const name of Object.keys(item)) names.add(name)
    else hasOthers = true
  }
  const members = [...names].map((name) => ({
    name,
    read: (item: unknown) => (isObject(item) && Object.hasOwn(item, name) ? item[name] : undefined),
  }))
  // A list of texts or other values without members.
  const whole = { name: 'value', read: (item: unknown) => (isObject(item) ? undefined : item) }
  return hasOthers ? [whole, ...members] : members
}

/** Returns the items sorted by one column. Missing values come last in both directions. */
export function sortBy(items: readonly unknown[], { read }: Column, order: 'ascending' | 'descending'): unknown[] {
  const sign = order === 'ascending' ? 1 : -1
  return items.toSorted((left, right) => {
    const [a, b] = [read(left), read(right)]
    if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b))
    return sign * compare(a, b)
  })
}

const isMissing = (value: unknown): boolean => value === undefined || value === null
const isDigits = (value: unknown): value is string => typeof value === 'string' && /^-?\d+$/.test(value)
const collator = new Intl.Collator('en', { sensitivity: 'variant' })

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  // Keys are text with more digits than a number can represent.
  if (isDigits(a) && isDigits(b)) return Number(BigInt(a) > BigInt(b)) - Number(BigInt(a) < BigInt(b))
  return collator.compare(sortText(a), sortText(b))
}

function sortText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
