import { signal } from '@preact/signals'

/** Counts up; whatever shows data loads it anew when it does. */
export const refreshes = signal(0)

/** How many loads are under way in this view. */
export const pending = signal(0)

/** When the last load ended well, in milliseconds since the epoch. */
export const updatedAt = signal<number | undefined>(undefined)

export function refresh(): void {
  refreshes.value += 1
}
