import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { addresses } from '../addresses.ts'

/** Leads to a process instance whose key somebody has, out of a log say. */
export function FindInstance(): VNode {
  const [key, setKey] = useState('')
  return (
    <form
      class="find-instance"
      onSubmit={(event) => {
        event.preventDefault()
        location.hash = addresses.instance(key.trim())
      }}
    >
      <label>
        Key of a process instance
        <input
          value={key}
          required
          inputMode="numeric"
          pattern="\s*\d{1,19}\s*"
          title="Up to 19 digits"
          onInput={({ currentTarget }) => setKey(currentTarget.value)}
        />
      </label>
      <button type="submit">Open</button>
    </form>
  )
}
