/** A planned failure: which requests it affects, and what they get instead of their response. */
export interface PlannedFailure {
  /** Only requests of this kind, see the `kind` of journal entries. @defaultValue any */
  readonly kind?: string | undefined
  /** Only requests with this method. @defaultValue any */
  readonly method?: string | undefined
  /** How many requests it affects. @defaultValue `1` */
  readonly times?: number | undefined
  /**
   * A response; or `disconnect`, which breaks the connection (`fetch` rejects with a `TypeError`); or `hang`, which
   * sends no response until the caller aborts.
   */
  readonly response: FailureResponse | 'disconnect' | 'hang'
}

export interface FailureResponse {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: string | undefined
}

/** The planned failures, in the order in which they were planned. */
export interface FailurePlan {
  add(failure: PlannedFailure): void
  /** Returns the failure for this request, and uses it up. */
  take(kind: string, method: string): PlannedFailure['response'] | undefined
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
      return found.failure.response
    },
    clear: () => {
      planned = []
    },
  }
}

/** Waits forever, unless the caller's signal aborts. */
export function hang(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
}
