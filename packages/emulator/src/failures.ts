/** A failure to come: which request it hits and what that request gets instead of its answer. */
export interface PlannedFailure {
  /** Only requests of this kind, as the journal calls it. @defaultValue any */
  readonly kind?: string | undefined
  /** Only requests of this method. @defaultValue any */
  readonly method?: string | undefined
  /** How many requests it hits. @defaultValue `1` */
  readonly times?: number | undefined
  /**
   * An answer; or `disconnect`: the connection breaks off (`fetch` rejects with a `TypeError`); or `hang`: no answer
   * ever comes, until the caller gives up.
   */
  readonly answer: FailureAnswer | 'disconnect' | 'hang'
}

export interface FailureAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: string | undefined
}

/** The failures that are still to come, in the order they were planned. */
export interface FailurePlan {
  add(failure: PlannedFailure): void
  /** The failure this request runs into; it is used up by that. */
  take(kind: string, method: string): PlannedFailure['answer'] | undefined
  clear(): void
}

export function createFailurePlan(): FailurePlan {
  let planned: { readonly failure: PlannedFailure; left: number }[] = []
  return {
    add: (failure) => {
      planned.push({ failure, left: failure.times ?? 1 })
    },
    take: (kind, method) => {
      const found = planned.find(
        ({ failure }) => (failure.kind ?? kind) === kind && (failure.method ?? method) === method,
      )
      if (found === undefined) return undefined
      found.left -= 1
      if (found.left <= 0) planned = planned.filter((entry) => entry !== found)
      return found.failure.answer
    },
    clear: () => {
      planned = []
    },
  }
}

/** Waits without end; only the caller's signal ends it. */
export function hang(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
}
