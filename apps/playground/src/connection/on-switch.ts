const listeners = new Set<() => void>()

/** Calls `drop` whenever the connection changes: nothing of the previous one may remain. */
export function onSwitch(drop: () => void): void {
  listeners.add(drop)
}

/** Drops everything that came from the previous connection. */
export function dropPrevious(): void {
  for (const drop of listeners) drop()
}
