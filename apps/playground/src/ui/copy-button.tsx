import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface Props {
  /** Label of the button. */
  readonly label: string
  readonly text: () => string
}

const SHOWN_MS = 2000

/** Copies a text, and shows briefly whether that succeeded. */
export function CopyButton({ label, text }: Props): VNode {
  const [result, setResult] = useState<'Copied' | 'Not allowed'>()
  useEffect(() => {
    if (!result) return
    const timer = setTimeout(() => setResult(undefined), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [result])

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text())
      setResult('Copied')
    } catch {
      // A page without HTTPS or focus must not write to the clipboard.
      setResult('Not allowed')
    }
  }

  return (
    <button type="button" onClick={copy}>
      <span aria-live="polite">{result ?? label}</span>
    </button>
  )
}
