import { BADGE_SIGNS, type BadgeKind } from '../badge.tsx'
import type { Badge } from './drawing.ts'
import type { ElementRegistry, Overlays } from './viewer-services.ts'

type Position = Parameters<Overlays['add']>[1]['position']

/** The corner of an activity for each kind. Boundary events and their names are usually at the lower right. */
const ON_ACTIVITY: Readonly<Record<BadgeKind, Position>> = {
  active: { bottom: 12, left: -10 },
  incident: { top: -12, right: 22 },
  completed: { top: -12, left: -10 },
}
/** Names of events and gateways are below them, so counts are above, left and right of the center at any scale. */
const ON_EVENT: Readonly<Record<BadgeKind, Position>> = {
  active: { top: -24, left: 18 },
  incident: { top: -24, left: 18 },
  completed: { top: -24, left: 18 },
}
/** Maximum size of events and gateways, in diagram units. */
const EVENT_SIZE = 50

interface Shown {
  readonly overlayId: string
  readonly button: HTMLButtonElement
}

/** Counts as overlays, each a button that opens its element. */
export function createBadges(
  overlays: Overlays,
  registry: ElementRegistry,
  onOpen: (elementId: string, kind: BadgeKind) => void,
): { set(badges: readonly Badge[]): void } {
  const shown = new Map<string, Shown>()

  function add({ elementId, kind }: Badge): Shown {
    const button = document.createElement('button')
    button.type = 'button'
    button.addEventListener('click', () => onOpen(elementId, kind))
    const isEvent = (registry.get(elementId)?.height ?? 0) <= EVENT_SIZE
    button.className = `badge badge-${kind}${isEvent ? ' badge-on-event' : ''}`
    const overlayId = overlays.add(elementId, {
      position: (isEvent ? ON_EVENT : ON_ACTIVITY)[kind],
      html: button,
      // Smaller ones could not be read or clicked.
      scale: { min: 0.9, max: 1.3 },
    })
    return { overlayId, button }
  }

  return {
    set(badges) {
      // Text from the XML never becomes markup, because it is set as text.
      const wanted = new Map(
        badges
          .filter(({ elementId }) => registry.get(elementId))
          .map((badge) => [`${badge.kind} ${badge.elementId}`, badge]),
      )
      for (const [name, { overlayId }] of shown) {
        if (wanted.has(name)) continue
        overlays.remove(overlayId)
        shown.delete(name)
      }
      for (const [name, badge] of wanted) {
        const { button, overlayId } = shown.get(name) ?? add(badge)
        button.textContent = `${BADGE_SIGNS[badge.kind]} ${badge.count.toLocaleString()}`
        button.setAttribute('aria-label', badge.label)
        button.title = badge.label
        shown.set(name, { button, overlayId })
      }
    },
  }
}
