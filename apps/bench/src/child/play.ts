/** One step of a worker's schedule. */
export interface Step {
  readonly calls: number
  /** Time from the start of one call to the start of the next, whether or not it has settled; 0 for all at once. */
  readonly everyMs: number
  /** True to start a call only when the previous one has settled. */
  readonly serial?: boolean | undefined
  /** A pause before the step, measured from the end of the previous one. */
  readonly afterMs?: number | undefined
  /** True if it is not part of the outcome: it only warms up the client. */
  readonly warmUp?: boolean | undefined
}

/** The outcomes of a worker's calls. */
export interface Outcome {
  readonly calls: number
  readonly failed: number
  /** Not settled when the time limit was reached. */
  readonly pending: number
  readonly longestMs: number
  readonly errors: readonly string[]
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Makes the calls of the steps, for at most `limitMs` in total. */
export async function play(call: () => Promise<unknown>, steps: readonly Step[], limitMs: number): Promise<Outcome> {
  const errors = new Set<string>()
  const outcome = { calls: 0, failed: 0, pending: 0, longestMs: 0 }
  const until = performance.now() + limitMs

  async function once(warmUp: boolean): Promise<void> {
    const begin = performance.now()
    if (!warmUp) outcome.calls++
    if (!warmUp) outcome.pending++
    try {
      await call()
    } catch (error) {
      if (!warmUp && performance.now() < until) outcome.failed++
      errors.add(String((error as Error)?.message ?? error).slice(0, 200))
    }
    if (warmUp || performance.now() >= until) return
    outcome.pending--
    outcome.longestMs = Math.max(outcome.longestMs, performance.now() - begin)
  }

  async function all(): Promise<void> {
    for (const { calls, everyMs, serial = false, afterMs = 0, warmUp = false } of steps) {
      await sleep(afterMs)
      const begin = performance.now()
      const started: Promise<void>[] = []
      for (let i = 0; i < calls && performance.now() < until; i++) {
        const early = begin + i * everyMs - performance.now()
        if (everyMs && early > 0) await sleep(early)
        const running = once(warmUp)
        started.push(running)
        if (serial) await running
      }
      await Promise.all(started)
    }
  }

  await Promise.race([all(), sleep(limitMs)])
  return { ...outcome, errors: [...errors] }
}
