import { countText, numberText } from '../quantity.ts'
import type { AllPages } from './load-all.ts'
import type { Page } from './page.ts'

/** Returns the position of a page: `Items 11 to 20 of 310`. */
export function pageText({ count, total, offset, next }: Page): string {
  const isWhole = offset === 0 && !next
  if (isWhole || (count === 0 && total === undefined)) return countText(count, 'item')
  const of = total === undefined ? '' : ` of ${numberText(total)}`
  if (count === 0) return `No items${of}`
  if (offset === undefined) return total === undefined ? countText(count, 'item') : `${numberText(count)}${of} items`
  return `Items ${numberText(offset + 1)} to ${numberText(offset + count)}${of}`
}

/** Returns the progress of all pages: `Loading: 200 of 310 items`. */
export function allPagesText({ items, requests, state }: AllPages, { total }: Page): string {
  // May exceed the first total if items were added in the meantime.
  const of = total === undefined ? '' : ` of ${numberText(Math.max(total, items.length))}`
  if (state === 'complete') return `All ${countText(items.length, 'item')} in ${countText(requests, 'request')}`
  const verb = state === 'loading' ? 'Loading' : state === 'stopped' ? 'Stopped' : 'Failed'
  return `${verb}: ${numberText(items.length)}${of} items`
}
