import { useEffect } from 'preact/hooks'

/** Shows the name of the place in the browser's tab and history. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Camunda 8 playground`
  }, [title])
}
