import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { modifierKey } from '../../ui/modifier-key.ts'
import { Palette } from './palette.tsx'

/** Opens the palette by a click, or by Ctrl-K (Cmd-K) anywhere in the page. */
export function PaletteButton(): VNode {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      // Another dialog is open.
      if (!document.querySelector('dialog[open]')) setOpen(true)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <>
      <button type="button" class="palette-button" aria-keyshortcuts="Control+K Meta+K" onClick={() => setOpen(true)}>
        Search <kbd>{modifierKey} K</kbd>
      </button>
      {isOpen && <Palette onClose={() => setOpen(false)} />}
    </>
  )
}
