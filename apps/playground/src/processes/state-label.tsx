import type { VNode } from 'preact'
import { BADGE_SIGNS, type BadgeKind } from './badge.tsx'
import { stateWords } from './words.ts'

const KINDS: Readonly<Record<string, BadgeKind>> = { ACTIVE: 'active', COMPLETED: 'completed', EVALUATED: 'completed' }

interface Props {
  readonly state: string
  /** Whether an incident holds it up, which is what matters most then. */
  readonly incident?: boolean | undefined
  /** Whether it is the state of an incident itself. */
  readonly ofIncident?: boolean | undefined
}

/** The state of an instance in words, with a sign. */
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
