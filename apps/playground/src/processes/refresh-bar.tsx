import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { pending, refresh, updatedAt } from './refreshes.ts'

const INTERVAL_SECONDS = 10

/** Loads what is shown anew: once, or again and again while the page is looked at. */
export function RefreshBar(): VNode {
  const isAutomatic = useSignal(false)
  useEffect(() => {
    if (!isAutomatic.value) return
    const timer = setInterval(() => {
      if (!document.hidden && pending.value === 0) refresh()
    }, INTERVAL_SECONDS * 1000)
    return () => clearInterval(timer)
  }, [isAutomatic.value])

  return (
    <div class="refresh-bar">
      <span role="status" class="updated">
        {updatedAt.value !== undefined && `Updated ${new Date(updatedAt.value).toLocaleTimeString()}`}
      </span>
      <label>
        <input
          type="checkbox"
          checked={isAutomatic.value}
          onChange={({ currentTarget }) => {
            isAutomatic.value = currentTarget.checked
          }}
        />
        Refresh every {INTERVAL_SECONDS} s
      </label>
      <button type="button" onClick={refresh}>
        Refresh now
      </button>
    </div>
  )
}
