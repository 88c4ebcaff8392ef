import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { connection, embeddedCamunda } from '../../connection/state.ts'
import { refresh } from '../refreshes.ts'

const STEPS = [
  { title: '+1 minute', ms: 60_000 },
  { title: '+1 hour', ms: 3_600_000 },
  { title: '+1 day', ms: 86_400_000 },
] as const

/** Advances the clock of the embedded Camunda, so that timers fire. Clocks of other clusters are never changed. */
export function Clock(): VNode | null {
  const [time, setTime] = useState<number>()
  if (connection.value?.kind !== 'sample') return null

  async function advance(ms: number): Promise<void> {
    const camunda = await embeddedCamunda()
    await camunda.ask('advanceClock', ms)
    setTime(await camunda.ask('now'))
    refresh()
  }

  return (
    <fieldset class="clock">
      <legend>Clock</legend>
      {STEPS.map(({ title, ms }) => (
        <button key={title} type="button" onClick={() => void advance(ms)}>
          {title}
        </button>
      ))}
      {time !== undefined && (
        <span class="quiet" role="status">
          Now {new Date(time).toLocaleString()}
        </span>
      )}
    </fieldset>
  )
}
