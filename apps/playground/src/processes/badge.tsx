import type { VNode } from 'preact'

export type BadgeKind = 'active' | 'incident' | 'completed'

/** Shape as well as colour tells the kinds apart. */
export const BADGE_SIGNS: Readonly<Record<BadgeKind, string>> = { active: '●', incident: '▲', completed: '✓' }

/** A count with its kind, as overlays on diagrams show it too. Nothing is quieter than zero. */
export function Badge({ kind, count }: { readonly kind: BadgeKind; readonly count: number }): VNode {
  if (count === 0) return <span class="badge-zero">0</span>
  return (
    <span class={`badge badge-${kind}`}>
      <span aria-hidden="true">{BADGE_SIGNS[kind]}</span> {count.toLocaleString()}
    </span>
  )
}
