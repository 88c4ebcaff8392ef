import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { connection, embeddedCamunda, useFreshCredentials } from '../connection/state.ts'
import { messageOf } from '../message-of.ts'
import { type Burst, callAtOnce, type Trouble, troubles } from './trouble.ts'

const MANY = 500
const STEADY_MS = 1_000

/** The buttons: calls to make, and trouble. What came of them is said below. */
export function Controls(): VNode {
  const [result, setResult] = useState<VNode | string>()
  const [isBusy, setBusy] = useState(false)
  const [isSteady, setSteady] = useState(false)

  useEffect(() => {
    if (!isSteady) return undefined
    const timer = setInterval(() => void makeCalls(1), STEADY_MS)
    return () => clearInterval(timer)
  }, [isSteady])

  async function makeCalls(count: number): Promise<void> {
    if (!connection.value) return
    setResult(describeBurst(await callAtOnce(connection.value, count)))
  }

  async function makeMany(): Promise<void> {
    setBusy(true)
    setResult(`${MANY} calls are on their way …`)
    await makeCalls(MANY)
    setBusy(false)
  }

  async function make({ about, make }: Trouble): Promise<void> {
    if (!connection.value) return
    await make(await embeddedCamunda(), connection.value)
    setResult(about)
  }

  return (
    <div class="controls">
      <div class="row">
        <button type="button" class="primary" disabled={isBusy} onClick={() => void makeMany()}>
          {MANY} calls at once
        </button>
        <label>
          <input
            type="checkbox"
            checked={isSteady}
            onChange={({ currentTarget }) => setSteady(currentTarget.checked)}
          />{' '}
          one call a second
        </label>
        <a href={location.href} target="_blank" rel="noopener">
          Open a second tab
        </a>
      </div>
      <fieldset class="row">
        <legend>Make trouble</legend>
        {troubles.map((trouble) => (
          <button key={trouble.title} type="button" title={trouble.about} onClick={() => void make(trouble)}>
            {trouble.title}
          </button>
        ))}
        <button
          type="button"
          onClick={async () => {
            await useFreshCredentials()
            setResult('This tab has the new secrets. They work at once, whatever became of the old ones.')
          }}
        >
          Take the new secrets
        </button>
      </fieldset>
      <p class="result" role="status">
        {result ?? 'Nothing has been asked for yet: the first call gets a token.'}
      </p>
    </div>
  )
}

function describeBurst({ answered, failed, durationMs, error }: Burst): VNode | string {
  const calls = `${answered} ${answered === 1 ? 'call' : 'calls'} answered in ${(durationMs / 1000).toFixed(1)} s`
  if (failed === 0) return `${calls}.`
  return (
    <>
      {calls}, {failed} failed: <span class="bad">{messageOf(error)}</span>
    </>
  )
}
