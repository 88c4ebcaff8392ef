import type { VNode } from 'preact'
import { BADGE_SIGNS, type BadgeKind } from './badge.tsx'
import { stateWords } from './words.ts'

const KINDS: Readonly<Record<string, BadgeKind>> = { ACTIVE: 'active', COMPLETED: 'completed', EVALUATED: 'completed' }

interface Props {
  readonly state: string
  /** Whether it has an incident, which takes precedence over the state. */
  readonly incident?: boolean | undefined
  /** Whether it is the state of an incident. */
  readonly ofIncident?: boolean | undefined
}

/** The state of an instance as text with an icon. */
export function StateLabel({ state, incident = false, ofIncident = false }: Props): VNode {
  const isBad = incident || state === 'FAILED' || (ofIncident && state === 'ACTIVE')
  const kind = isBad ? 'incident' : KINDS[state]
  return (
    <span class={`state state-${kind ?? 'other'}`}>
      <span aria-hidden="true">{kind ? BADGE_SIGNS[kind] : '○'}</span>{' '}
      {incident ? `${stateWords(state)}, incident` : stateWords(state)}
    </span>
  )
}
