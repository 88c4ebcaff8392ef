import { useState } from 'preact/hooks'

/** Number of rows of a long list that are shown at first, and added each time. */
const STEP = 100

export interface More<T> {
  readonly shown: readonly T[]
  readonly hidden: number
  readonly step: number
  showMore(): void
}

/** Returns the beginning of a long list, and a function that shows more. */
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
