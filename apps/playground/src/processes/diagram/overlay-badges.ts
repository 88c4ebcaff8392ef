import { BADGE_SIGNS, type BadgeKind } from '../badge.tsx'
import type { Badge } from './drawing.ts'
import type { ElementRegistry, Overlays } from './viewer-services.ts'

/** At which corner of an element each kind sits. */
const POSITIONS: Readonly<Record<BadgeKind, { top?: number; bottom?: number; left?: number; right?: number }>> = {
  active: { bottom: 12, left: -10 },
  incident: { bottom: 12, right: 22 },
  completed: { top: -14, left: -10 },
}

interface Shown {
  readonly overlayId: string
  readonly button: HTMLButtonElement
}

/** Counts as overlays, each a button that opens its element. */
export function createBadges(
  overlays: Overlays,
  registry: ElementRegistry,
  onOpen: (elementId: string) => void,
): { set(badges: readonly Badge[]): void } {
  const shown = new Map<string, Shown>()

  function add({ elementId, kind }: Badge): Shown {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = `badge badge-${kind}`
    button.addEventListener('click', () => onOpen(elementId))
    const overlayId = overlays.add(elementId, {
      position: POSITIONS[kind],
      html: button,
      // Smaller could not be read or hit.
      scale: { min: 0.9, max: 1.3 },
    })
    return { overlayId, button }
  }

  return {
    set(badges) {
      // A text of the XML never becomes markup: all of it is set as text.
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
