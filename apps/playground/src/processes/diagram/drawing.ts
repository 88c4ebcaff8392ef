import type { BadgeKind } from '../badge.tsx'

/** A count on an element of a diagram. */
export interface Badge {
  readonly elementId: string
  readonly kind: BadgeKind
  readonly count: number
  /** Its accessible text. */
  readonly label: string
}

/** A CSS class for an element. */
export interface Mark {
  readonly elementId: string
  readonly name: 'mark-openable' | 'mark-open' | 'mark-passed' | 'mark-active' | 'mark-incident'
}

export interface DrawingEvents {
  isOpenable(elementId: string): boolean
  /** `kind` is that of the clicked count; undefined for the element itself. */
  onOpen(elementId: string, kind?: BadgeKind): void
}

/** A displayed diagram. */
export interface Drawing {
  zoom(direction: 'in' | 'out'): void
  fit(): void
  /** Replaces the previous marks. */
  mark(marks: readonly Mark[]): void
  /** Moves a token along each of these sequence flows. */
  move(flowIds: readonly string[]): void
  /** Replaces the previous counts. Those that stay keep the focus. */
  setBadges(badges: readonly Badge[]): void
  destroy(): void
}
