import type { HttpMethod } from '@x/rest'
import type { VNode } from 'preact'

/** The HTTP method as a word. Its color adds no information. */
export function MethodBadge({ method }: { readonly method: HttpMethod }): VNode {
  return <span class={`method method-${method.toLowerCase()}`}>{method}</span>
}
