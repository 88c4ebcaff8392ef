import type { FeelFunction } from 'feelin'
import { isNumber } from './number.ts'
import { format } from './values.ts'
import { warn } from './warnings.ts'

/**
 * `list[filter]`: the items for which the filter is true, or the item at the index if the filter is a number. Which of
 * the two it is, is known only after evaluating it: outside the list if it is not a condition, otherwise for the first
 * item.
 *
 * @param outside - The filter's value outside the list.
 */
export function filterList(list: unknown, filter: FeelFunction, outside: unknown): unknown {
  if (!Array.isArray(list)) return notAList(list)
  if (isNumber(outside)) return itemAt(list, outside)
  if (list.length === 0) return []
  const first = filter.fn(list[0])
  if (isNumber(first)) return itemAt(list, first)
  return list.filter((item, index) => (index === 0 ? first : filter.fn(item)) === true)
}

/** Returns the item at a position from 1, or from the end if negative; null if the list is shorter. */
export function itemAt(list: unknown, index: unknown): unknown {
  if (!Array.isArray(list)) return notAList(list)
  const position = Math.trunc(Number(index))
  return list[position > 0 ? position - 1 : list.length + position] ?? null
}

export function notAList(value: unknown): null {
  return warn('INVALID_TYPE', `Expected list but found '${format(value)}'`)
}
