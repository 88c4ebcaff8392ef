import { signal } from '@preact/signals'
import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { failed, pending, refresh, updatedAt } from './refreshes.ts'

const INTERVAL_SECONDS = 2

/** Remembered across places. */
const isLive = signal(false)

/** Reloads the data: once, or repeatedly while the page is visible. */
export function RefreshBar(): VNode {
  useEffect(() => {
    if (!isLive.value) return
    const timer = setInterval(() => {
      if (!document.hidden && pending.value === 0) refresh()
    }, INTERVAL_SECONDS * 1000)
    return () => clearInterval(timer)
  }, [isLive.value])

  return (
    <div class="refresh-bar">
      <span role="status" class="updated">
        {failed.value ? 'Not updated' : updatedAt.value !== undefined && `Updated ${timeText(updatedAt.value)}`}
      </span>
      <label>
        <input
          type="checkbox"
          checked={isLive.value}
          onChange={({ currentTarget }) => {
            isLive.value = currentTarget.checked
          }}
        />
        Live
      </label>
      <button type="button" onClick={refresh}>
        Refresh
      </button>
    </div>
  )
}

function timeText(time: number): string {
  return new Date(time).toLocaleTimeString()
}
