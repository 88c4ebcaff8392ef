import type { Operation } from '@x/rest'
import { parseJson } from '@x/rest/json'
import type { VNode } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { ApiAccess } from '../connection/connection.ts'
import { TakeHomeView } from '../take-home/take-home-view.tsx'
import { AnswerView } from './answer/answer-view.tsx'
import { type Call, type CallInput, call } from './call.ts'

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

  const typed = useMemo(() => (operation.takes === undefined ? undefined : parseInput(json)), [operation, json])

  async function run(input: CallInput): Promise<void> {
    const controller = new AbortController()
    setRunning(controller)
    setLast(await call(access, operation, input, controller.signal))
    setRunning(undefined)
  }

  function send(event: Event): void {
    event.preventDefault()
    run({ params, input: typed })
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
      {last && <AnswerView call={last} access={access} repeat={run} />}
      <details>
        <summary>Take it home</summary>
        <TakeHomeView access={access} operation={operation} input={{ params, input: typed }} />
      </details>
    </form>
  )
}

function parseInput(json: string): unknown {
  try {
    return parseJson(json)
  } catch {
    return json
  }
}
