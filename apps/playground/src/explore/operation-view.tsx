import type { Operation } from '@x/rest'
import { parseJson, stringifyJson } from '@x/rest/json'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { ApiAccess } from '../connection/connection.ts'
import { type Call, call } from './call.ts'

interface Props {
  readonly access: ApiAccess
  readonly operation: Operation
}

/** One operation: what it takes, and what it answered. */
export function OperationView({ access, operation }: Props): VNode {
  const [params, setParams] = useState<Readonly<Record<string, string>>>({})
  const [json, setJson] = useState('{}')
  const [running, setRunning] = useState<AbortController>()
  const [last, setLast] = useState<Call>()

  async function send(event: Event): Promise<void> {
    event.preventDefault()
    const controller = new AbortController()
    setRunning(controller)
    const input = operation.takes === undefined ? undefined : parseJson(json)
    setLast(await call(access, operation, { params, input }, controller.signal))
    setRunning(undefined)
  }

  return (
    <form onSubmit={send}>
      <h1>{operation.id}</h1>
      <p>{operation.summary}</p>
      <p>
        <code>
          {operation.method} {operation.path}
        </code>
      </p>
      {Object.keys(operation.params ?? {}).map((name) => (
        <label key={name}>
          {name}
          <input
            value={params[name] ?? ''}
            required
            onInput={({ currentTarget: { value } }) => setParams({ ...params, [name]: value })}
          />
        </label>
      ))}
      {operation.takes && (
        <label>
          {operation.takes === 'body' ? 'Body' : 'Query'}
          <textarea rows={8} value={json} onInput={({ currentTarget }) => setJson(currentTarget.value)} />
        </label>
      )}
      <button type="submit" disabled={running !== undefined}>
        Send
      </button>
      {running && (
        <button type="button" onClick={() => running.abort()}>
          Cancel
        </button>
      )}
      {last && <Answer call={last} />}
    </form>
  )
}

function Answer({ call: { outcome, exchanges, durationMs } }: { readonly call: Call }): VNode {
  return (
    <section aria-label="Answer" aria-live="polite">
      <p>
        {exchanges.at(-1)?.status ?? 'No answer'} · {durationMs.toFixed(0)} ms · {exchanges.at(-1)?.bytes ?? 0} B
      </p>
      {outcome.type === 'answer' && <pre class="answer">{toText(outcome.value)}</pre>}
      {outcome.type === 'error' && <p class="notice notice-error">{String(outcome.error)}</p>}
      {outcome.type === 'cancelled' && <p class="notice">Cancelled.</p>}
    </section>
  )
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value
  return JSON.stringify(parseJson(stringifyJson(value) ?? 'null'), null, 2)
}
