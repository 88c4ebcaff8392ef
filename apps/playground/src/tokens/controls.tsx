import { signal } from '@preact/signals'
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { connection, embeddedCamunda, useFreshCredentials } from '../connection/state.ts'
import { messageOf } from '../message-of.ts'
import { activities } from '../recording/activity.ts'
import { type Burst, callAtOnce, type Trouble, troubles } from './trouble.ts'

const MANY = 500
const STEADY_MS = 1_000

/** The result of the last button. It stays when new secrets are used, which reconnects. */
const result = signal<VNode | string | undefined>(undefined)

/** The buttons for making calls and simulating failures, with the result below. */
export function Controls(): VNode {
  const [isBusy, setBusy] = useState(false)
  const [isSteady, setSteady] = useState(false)

  useEffect(() => {
    if (!isSteady) return undefined
    const timer = setInterval(() => void makeCalls(1), STEADY_MS)
    return () => clearInterval(timer)
  }, [isSteady])

  async function makeCalls(count: number): Promise<void> {
    if (!connection.value) return
    const before = countTokenRequests()
    const burst = await callAtOnce(connection.value, count)
    result.value = <BurstText burst={burst} tokenRequests={countTokenRequests() - before} />
  }

  async function makeMany(): Promise<void> {
    setBusy(true)
    result.value = `Sending ${MANY} calls …`
    await makeCalls(MANY)
    setBusy(false)
  }

  async function make({ about, make }: Trouble): Promise<void> {
    if (!connection.value) return
    await make(await embeddedCamunda(), connection.value)
    result.value = about
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
        <legend>Simulate</legend>
        {troubles.map((trouble) => (
          <button key={trouble.title} type="button" title={trouble.about} onClick={() => void make(trouble)}>
            {trouble.title}
          </button>
        ))}
        <button
          type="button"
          onClick={async () => {
            await useFreshCredentials()
            result.value =
              'This tab has the new secrets. They work immediately, no matter how often the old ones were rejected.'
          }}
        >
          Use the new secrets
        </button>
      </fieldset>
      <p class="result" role="status">
        {result.value ?? 'Make 500 calls at once, and see how many token requests they cost.'}
      </p>
    </div>
  )
}

function countTokenRequests(): number {
  return activities.filter(({ type }) => type === 'endpoint').length
}

/** The point of this view: how many token requests the calls cost, and how many without the cache. */
function BurstText({ burst, tokenRequests }: { readonly burst: Burst; readonly tokenRequests: number }): VNode {
  const { answered, failed, durationMs, error } = burst
  const calls = answered + failed
  return (
    <>
      <strong class="point">
        {calls} {calls === 1 ? 'call' : 'calls'}, {tokenRequests} token {tokenRequests === 1 ? 'request' : 'requests'}
      </strong>{' '}
      <span class="quiet">
        without the cache: {calls}. {answered} responses in {(durationMs / 1000).toFixed(1)} s
      </span>
      {failed > 0 && (
        <span class="bad">
          , {failed} failed: {messageOf(error)}
        </span>
      )}
    </>
  )
}
