/** Time that jumps from event to event. It replaces `setTimeout`, `performance.now` and `Date.now` of this process. */
export interface VirtualTime {
  readonly now: () => number
  /**
   * Runs everything that is due up to `at`, each event to its end, and sets the clock to it. Returns nothing to await
   * if nothing is due.
   */
  advanceTo(at: number): Promise<void> | undefined
  /** Lets work that has started at this moment proceed as far as it can without time passing. */
  settle(): Promise<void>
  sleep(ms: number): Promise<void>
  /** Restores the process's own time. */
  uninstall(): void
}

interface Timer {
  readonly at: number
  readonly order: number
  readonly run: () => void
  cancelled: boolean
}

/**
 * Replaces this process's timers and clocks. Promises and streams stay real: between two events, the event loop runs
 * until everything that needs no time is done. `isBusy` returns whether other work is pending, such as cryptography on
 * other threads.
 */
export function installVirtualTime(startAt: number, seed: number, isBusy: () => boolean = () => false): VirtualTime {
  const real = { setTimeout, clearTimeout, setImmediate, random: Math.random, dateNow: Date.now }
  let time = startAt
  let order = 0
  const heap = createHeap()

  function schedule(run: () => void, ms = 0): Timer {
    const timer: Timer = { at: time + Math.max(0, ms), order: ++order, run, cancelled: false }
    heap.push(timer)
    return timer
  }
  Object.assign(globalThis, {
    setTimeout: (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) =>
      schedule(() => run(...args), ms),
    clearTimeout: (timer: Timer | undefined) => {
      if (timer) timer.cancelled = true
    },
  })
  Object.defineProperty(performance, 'now', { configurable: true, value: () => time - startAt })
  Date.now = () => time
  Math.random = seededRandom(seed)

  const turn = (): Promise<void> => new Promise((resolve) => real.setImmediate(resolve))
  async function settle(): Promise<void> {
    await turn()
    while (isBusy()) await turn()
  }

  async function runUntil(at: number): Promise<void> {
    for (let next = heap.peek(); next && next.at <= at; next = heap.peek()) {
      heap.pop()
      if (next.cancelled) continue
      time = next.at
      next.run()
      await settle()
    }
    time = at
  }

  return {
    now: () => time,
    advanceTo(at) {
      const next = heap.peek()
      if (next && next.at <= at) return runUntil(at)
      time = at
      return undefined
    },
    settle,
    sleep: (ms) => new Promise((resolve) => schedule(resolve, ms)),
    uninstall() {
      Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout })
      // Makes the prototype's own method visible again.
      Reflect.deleteProperty(performance, 'now')
      Date.now = real.dateNow
      Math.random = real.random
    },
  }
}

/** Always the same sequence for a seed. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Earliest first. Of two at the same time, the one that was set first. */
function createHeap(): { push(timer: Timer): void; pop(): void; peek(): Timer | undefined } {
  const items: Timer[] = []
  const isEarlier = (a: Timer, b: Timer): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)
  const swap = (i: number, j: number): void => {
    const held = items[i] as Timer
    items[i] = items[j] as Timer
    items[j] = held
  }
  return {
    peek: () => items[0],
    push(timer) {
      items.push(timer)
      for (let i = items.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1
        if (!isEarlier(items[i] as Timer, items[parent] as Timer)) break
        swap(i, parent)
        i = parent
      }
    },
    pop() {
      const last = items.pop() as Timer
      if (items.length === 0) return
      items[0] = last
      for (let i = 0; ; ) {
        const left = 2 * i + 1
        if (left >= items.length) break
        const right = left + 1
        const child = right < items.length && isEarlier(items[right] as Timer, items[left] as Timer) ? right : left
        if (!isEarlier(items[child] as Timer, items[i] as Timer)) break
        swap(i, child)
        i = child
      }
    },
  }
}
