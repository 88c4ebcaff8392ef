import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { isReading } from '../calls/is-reading.ts'
import { modifierKey } from '../ui/modifier-key.ts'
import type { Desk } from './desk.ts'

/** Sends the request. While a call is in progress, shows its duration and cancels it by button or Escape. */
export function SendBar({ desk, refusal }: { readonly desk: Desk; readonly refusal: string | undefined }): VNode {
  const since = desk.runningSince.value
  useEffect(() => {
    if (since === undefined) return
    const onKeyDown = (event: KeyboardEvent): void => {
      // In a dialog, Escape closes the dialog.
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) desk.cancel()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [desk, since])
  return (
    <div class="send-bar">
      <button
        type="submit"
        class={hasChanged(desk) ? 'secondary' : undefined}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        disabled={refusal !== undefined}
        aria-describedby={refusal && 'send-refusal'}
      >
        {desk.last.value ? 'Send again' : 'Send'}
      </button>
      {refusal !== undefined ? (
        <span id="send-refusal" class="warning">
          {refusal}
        </span>
      ) : since === undefined ? (
        <span class="quiet send-hint">
          <kbd>{modifierKey} Enter</kbd>
        </span>
      ) : (
        <>
          <button type="button" onClick={desk.cancel}>
            Cancel
          </button>
          <Running since={since} />
        </>
      )}
    </div>
  )
}

/** True after a call has changed something: it is rarely sent again. */
function hasChanged({ operation, last }: Desk): boolean {
  return !isReading(operation) && last.value?.outcome.type === 'answer'
}

function Running({ since }: { readonly since: number }): VNode {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.floor((now - since) / 1000)
  return (
    <>
      <span role="status">Waiting for the response …</span>
      {seconds > 0 && <span class="quiet">{seconds} s</span>}
    </>
  )
}
