import type { VNode } from 'preact'

export type BadgeKind = 'active' | 'incident' | 'completed'

/** Shape as well as color tells the kinds apart. */
export const BADGE_SIGNS: Readonly<Record<BadgeKind, string>> = { active: '●', incident: '▲', completed: '✓' }

const WORDS: Readonly<Record<BadgeKind, string>> = {
  active: 'running',
  incident: 'with an incident',
  completed: 'completed',
}

interface Props {
  readonly kind: BadgeKind
  readonly count: number
  /** Where what it counts is listed. */
  readonly address?: string | undefined
}

/** A count with its kind, as overlays on diagrams show it too. Zero is quieter, and leads nowhere. */
export function Badge({ kind, count, address }: Props): VNode {
  if (count === 0) return <span class="badge-zero">0</span>
  const content = (
    <>
      <span aria-hidden="true">{BADGE_SIGNS[kind]}</span> {count.toLocaleString()}
    </>
  )
  const name = `badge badge-${kind}`
  return address === undefined ? (
    <span class={name}>{content}</span>
  ) : (
    <a class={name} href={address} aria-label={`${count.toLocaleString()} ${WORDS[kind]}`}>
      {content}
    </a>
  )
}
