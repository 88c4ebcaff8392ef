import { useEffect, useState } from 'preact/hooks'

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown }

/** Returns what `load` returns. When one of `inputs` changes, it aborts the previous call and loads again. */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>, inputs: readonly unknown[]): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' })
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    setLoaded({ state: 'loading' })
    load(signal).then(
      (value) => signal.aborted || setLoaded({ state: 'ready', value }),
      (error: unknown) => signal.aborted || setLoaded({ state: 'failed', error }),
    )
    return () => controller.abort()
  }, inputs)
  return loaded
}
