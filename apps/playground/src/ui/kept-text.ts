/** A text that survives a reload, if the browser allows pages to store data: some settings forbid it. */
export interface KeptText {
  read(): string | undefined
  /** `undefined` forgets it. */
  write(text: string | undefined): void
}

/** @param storage - Looked up when needed: if it is forbidden, even accessing it throws. */
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
