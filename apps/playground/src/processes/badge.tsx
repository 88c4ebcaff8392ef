import type { VNode } from 'preact'

export type BadgeKind = 'active' | 'incident' | 'completed'

/** The kinds differ in shape as well as in color. */
export const BADGE_SIGNS: Readonly<Record<BadgeKind, string>> = { active: '●', incident: '▲', completed: '✓' }

const WORDS: Readonly<Record<BadgeKind, string>> = {
  active: 'running',
  incident: 'with an incident',
  completed: 'completed',
}

interface Props {
  readonly kind: BadgeKind
  readonly count: number
  /** Address of the list of what it counts. */
  readonly address?: string | undefined
}

/** A count with its kind, also used as an overlay on diagrams. Zero is less prominent and has no link. */
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
