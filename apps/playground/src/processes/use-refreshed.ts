import { useEffect, useMemo, useState } from 'preact/hooks'
import { failed, pending, refreshes, updatedAt } from './refreshes.ts'

/** Data that is loaded again at each refresh. */
export interface Refreshed<T> {
  /** The newest that was loaded. It stays while the next is loading, and if that fails. */
  readonly value: T | undefined
  /** Why the last load failed, where it did. */
  readonly error: unknown
}

interface Latest<T> extends Refreshed<T> {
  readonly subject: object
}

/** Returns what `load` returns, and again at each refresh; dropped when one of `inputs` changes, and aborted on leaving. */
export function useRefreshed<T>(load: (signal: AbortSignal) => Promise<T>, inputs: readonly unknown[]): Refreshed<T> {
  const subject = useMemo(() => ({}), inputs)
  const [latest, setLatest] = useState<Latest<T>>()
  const current = latest?.subject === subject ? latest : undefined
  const refreshed = refreshes.value

  // `subject` stands for the inputs; another `refreshed` asks again.
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    pending.value += 1
    load(signal)
      .then(
        (value) => {
          if (signal.aborted) return
          setLatest({ subject, value, error: undefined })
          updatedAt.value = Date.now()
        },
        (error: unknown) => {
          if (signal.aborted) return
          failed.value = true
          setLatest((former) => ({ subject, value: former?.subject === subject ? former.value : undefined, error }))
        },
      )
      .finally(() => {
        pending.value -= 1
      })
    return () => controller.abort()
  }, [subject, refreshed])

  return { value: current?.value, error: current?.error }
}
