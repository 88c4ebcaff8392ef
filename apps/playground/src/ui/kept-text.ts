/** A text that outlives a reload, where the browser lets pages keep something: some settings forbid it. */
export interface KeptText {
  read(): string | undefined
  /** `undefined` forgets it. */
  write(text: string | undefined): void
}

/** @param storage is looked up when it is needed: where it is forbidden, merely to name it throws */
export function keptText(storage: () => Storage, key: string): KeptText {
  return {
    read: () => attempt(() => storage().getItem(key)) ?? undefined,
    write: (text) => {
      attempt(() => (text === undefined ? storage().removeItem(key) : storage().setItem(key, text)))
    },
  }
}

function attempt<T>(use: () => T): T | undefined {
  try {
    return use()
  } catch {
    return undefined
  }
}
