import { useEffect, useMemo, useState } from 'preact/hooks'
import { failed, pending, refreshes, updatedAt } from './refreshes.ts'

/** Data that is loaded again with each refresh. */
export interface Refreshed<T> {
  /** The most recent data. It stays while the next load is in progress, and if that fails. */
  readonly value: T | undefined
  /** Why the last load failed, if it did. */
  readonly error: unknown
}

interface Latest<T> extends Refreshed<T> {
  readonly subject: object
}

/**
 * Returns what `load` returns, reloaded with each refresh. Discarded when one of `inputs` changes, aborted on unmount.
 */
export function useRefreshed<T>(load: (signal: AbortSignal) => Promise<T>, inputs: readonly unknown[]): Refreshed<T> {
  const subject = useMemo(() => ({}), inputs)
  const [latest, setLatest] = useState<Latest<T>>()
  const current = latest?.subject === subject ? latest : undefined
  const refreshed = refreshes.value

  // `subject` represents the inputs; a new `refreshed` loads again.
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
