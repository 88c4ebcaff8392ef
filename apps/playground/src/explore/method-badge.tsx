import type { HttpMethod } from '@x/rest'
import type { VNode } from 'preact'

/** The HTTP method as a word; its colour says no more than that. */
export function MethodBadge({ method }: { readonly method: HttpMethod }): VNode {
  return <span class={`method method-${method.toLowerCase()}`}>{method}</span>
}
