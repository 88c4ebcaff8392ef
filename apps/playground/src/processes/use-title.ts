import { useEffect } from 'preact/hooks'

/** Names the place in the browser's history and tabs, as the names of views are there. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Camunda 8 playground`
  }, [title])
}
