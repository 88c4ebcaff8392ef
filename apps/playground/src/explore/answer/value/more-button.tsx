import type { VNode } from 'preact'
import type { More } from './use-more.ts'

/** Shows more of a long list. Renders nothing if all of it is shown. */
export function MoreButton({ more }: { readonly more: More<unknown> }): VNode | null {
  if (more.hidden === 0) return null
  return (
    <button type="button" class="more" onClick={more.showMore}>
      Show {more.step} more of {more.hidden.toLocaleString('en')}
    </button>
  )
}
