/** Future actions in order of time. Of those at the same time, the one that was added first comes first. */
export interface Agenda {
  add(at: number, action: () => void): void
  /** When the next action is due. */
  readonly nextTime: number | undefined
  /** Removes and returns the first action. */
  take(): (() => void) | undefined
  clear(): void
}

interface Entry {
  readonly at: number
  readonly order: number
  readonly action: () => void
}

const isBefore = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

/** A binary heap: the children of the entry at `i` are at `2i + 1` and `2i + 2`. */
export function createAgenda(): Agenda {
  const heap: Entry[] = []
  let added = 0

  function rise(entry: Entry): void {
    let index = heap.length
    while (index > 0) {
      const parentIndex = (index - 1) >> 1
      const parent = heap[parentIndex]
      if (!parent || !isBefore(entry, parent)) break
      heap[index] = parent
      index = parentIndex
    }
    heap[index] = entry
  }

  function sink(entry: Entry): void {
    let index = 0
    for (;;) {
      const left = heap[2 * index + 1]
      const right = heap[2 * index + 2]
      const child = left && right && isBefore(right, left) ? right : left
      if (!child || !isBefore(child, entry)) break
      heap[index] = child
      index = child === left ? 2 * index + 1 : 2 * index + 2
    }
    heap[index] = entry
  }

  return {
    add: (at, action) => rise({ at, order: added++, action }),
    get nextTime() {
      return heap[0]?.at
    },
    take: () => {
      const first = heap[0]
      const last = heap.pop()
      if (last && last !== first) sink(last)
      return first?.action
    },
    clear: () => {
      heap.length = 0
    },
  }
}
