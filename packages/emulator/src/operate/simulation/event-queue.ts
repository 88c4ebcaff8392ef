/** What is to happen, in order of time; what was added first comes first at the same time. */
export interface EventQueue {
  add(at: number, action: () => void): void
  /** Takes out and runs what is due, also what is added meanwhile. Returns how many actions that were. */
  runUntil(time: number): number
}

interface Entry {
  readonly at: number
  readonly order: number
  readonly action: () => void
}

const isBefore = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

/** A binary heap: the children of the entry at `i` are at `2i + 1` and `2i + 2`. */
export function createEventQueue(): EventQueue {
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
    runUntil: (time) => {
      let count = 0
      for (let first = heap[0]; first && first.at <= time; first = heap[0]) {
        const last = heap.pop()
        if (last && last !== first) sink(last)
        first.action()
        count += 1
      }
      return count
    },
  }
}
