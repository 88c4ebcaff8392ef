import type { BadgeKind } from '../badge.tsx'

/** A count on an element of a diagram. */
export interface Badge {
  readonly elementId: string
  readonly kind: BadgeKind
  readonly count: number
  /** What it says to those who do not see it. */
  readonly label: string
}

/** How an element is drawn: a class of the stylesheet. */
export interface Mark {
  readonly elementId: string
  readonly name: 'mark-openable' | 'mark-open' | 'mark-passed' | 'mark-active' | 'mark-incident'
}

export interface DrawingEvents {
  isOpenable(elementId: string): boolean
  /** `kind` says which count was clicked; undefined for the element itself. */
  onOpen(elementId: string, kind?: BadgeKind): void
}

/** A diagram that is shown. */
export interface Drawing {
  zoom(direction: 'in' | 'out'): void
  fit(): void
  /** Replaces the marks of before. */
  mark(marks: readonly Mark[]): void
  /** Moves a token along each of these sequence flows. */
  move(flowIds: readonly string[]): void
  /** Replaces the counts of before; those that stay keep the focus. */
  setBadges(badges: readonly Badge[]): void
  destroy(): void
}
