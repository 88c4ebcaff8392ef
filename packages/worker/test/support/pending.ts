/** Requests that are under way, for a virtual clock: no time passes before they have ended. */
export interface Pending {
  track<Value>(request: Promise<Value>): Promise<Value>
  /** Resolves when none is under way, nor follows from one that was. */
  settle(): Promise<void>
}

export function createPending(): Pending {
  let count = 0
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  return {
    track(request) {
      count++
      return request.finally(() => count--)
    },
    async settle() {
      do {
        await turn()
        await turn()
      } while (count > 0)
    },
  }
}
