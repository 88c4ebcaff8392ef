import { useState } from 'preact/hooks'

/** How many rows of a long list are shown at first, and how many more at a time. */
const STEP = 100

export interface More<T> {
  readonly shown: readonly T[]
  readonly hidden: number
  readonly step: number
  showMore(): void
}

/** The beginning of a long list, and how to see more of it. */
export function useMore<T>(all: readonly T[]): More<T> {
  const [count, setCount] = useState(STEP)
  const hidden = Math.max(all.length - count, 0)
  return {
    shown: all.slice(0, count),
    hidden,
    step: Math.min(hidden, STEP),
    showMore: () => setCount(count + STEP),
  }
}
