const listeners = new Set<() => void>()

/** Calls `drop` whenever the page connects to something else: nothing of the previous connection may stay. */
export function onSwitch(drop: () => void): void {
  listeners.add(drop)
}

/** Drops everything that came from the previous connection. */
export function dropPrevious(): void {
  for (const drop of listeners) drop()
}
