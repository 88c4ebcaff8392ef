import { signal } from '@preact/signals'
import { onSwitch } from '../connection/on-switch.ts'

/** A counter: when it increases, all data shown is loaded again. */
export const refreshes = signal(0)

/** Number of loads in progress in this view. */
export const pending = signal(0)

/** True if a load of the last refresh failed: the data shown may be outdated. */
export const failed = signal(false)

/** When the last load succeeded, in milliseconds since the epoch. */
export const updatedAt = signal<number | undefined>(undefined)

export function refresh(): void {
  failed.value = false
  refreshes.value += 1
}

onSwitch(() => {
  updatedAt.value = undefined
  failed.value = false
})

/** Searches of a real cluster lag behind its commands. */
const LAG_MS = [0, 1500, 4000]

/** Reloads the data now, and again when a command should have become visible. */
export function refreshSoon(): void {
  for (const delay of LAG_MS) setTimeout(refresh, delay)
}
