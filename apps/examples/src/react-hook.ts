import { useCallback, useEffect, useState } from 'react'
import type { IncidentList, IncidentRow } from './edge-handler.ts'

export interface IncidentsState {
  readonly incidents: readonly IncidentRow[]
  readonly total: number
  /** True until there is a response, and while it is requested again. Previous data stays. */
  readonly loading: boolean
  readonly error: Error | undefined
}

export interface UseIncidents extends IncidentsState {
  reload(): void
}

const nothing: IncidentsState = { incidents: [], total: 0, loading: true, error: undefined }

/**
 * Returns the active incidents from your own backend, such as `edge-handler.ts`. A page cannot call Camunda directly:
 * Camunda sends no CORS headers, and a page must not know the secret.
 *
 * @param url address of the backend. If it changes, or the component unmounts, the pending request is aborted.
 */
export function useIncidents(url: string, fetch: typeof globalThis.fetch = globalThis.fetch): UseIncidents {
  const [state, setState] = useState(nothing)
  const [round, setRound] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round is another request
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    setState((before) => ({ ...before, loading: true }))
    load(url, fetch, signal).then(
      (list) => {
        // The response to an outdated request must not replace a newer one.
        if (!signal.aborted) setState({ ...list, loading: false, error: undefined })
      },
      (error: Error) => {
        if (!signal.aborted) setState((before) => ({ ...before, loading: false, error }))
      },
    )
    return () => controller.abort()
  }, [url, fetch, round])

  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { ...state, reload }
}

async function load(url: string, fetch: typeof globalThis.fetch, signal: AbortSignal): Promise<IncidentList> {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`The backend responded with ${response.status}`)
  return response.json()
}
