import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { connection } from '../../connection/state.ts'
import { useRefusal } from '../actions/refusal.ts'
import { RefreshedPart } from '../refreshed-part.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { plural } from '../words.ts'
import { startWorker, stopWorker, tabWorkers } from './tab-worker.ts'
import { readVariables, VariablesField } from './variables-field.tsx'

interface Props {
  readonly cluster: Cluster
}

/** Job workers in this tab, which complete or fail the jobs of the selected types. */
export function WorkerPanel({ cluster }: Props): VNode {
  const refusal = useRefusal(cluster)
  const [text, setText] = useState('{}')
  const [seconds, setSeconds] = useState(1)
  const [fails, setFails] = useState(false)
  const types = useRefreshed((signal) => loadJobTypes(cluster, signal), [cluster])
  const variables = readVariables(text)
  const plan = { variables: fails ? undefined : variables, durationMs: seconds * 1000 }
  return (
    <div class="worker-panel">
      <div class="worker-plan">
        <VariablesField label="Complete jobs with these variables" text={text} onInput={setText} />
        <label class="field">
          Seconds for each job
          <input
            type="number"
            min={0}
            max={60}
            value={seconds}
            onInput={({ currentTarget }) => setSeconds(Math.max(0, currentTarget.valueAsNumber || 0))}
          />
        </label>
        <label>
          <input type="checkbox" checked={fails} onChange={({ currentTarget }) => setFails(currentTarget.checked)} />{' '}
          Fail them instead
        </label>
      </div>
      <RefreshedPart what="The jobs" of={types}>
        {(waiting) => {
          const shown = [...new Set([...tabWorkers.value.keys(), ...waiting.keys()])].toSorted()
          if (shown.length === 0) return <p class="quiet">No job is waiting. Start an instance with a service task.</p>
          return (
            <ul class="job-types">
              {shown.map((type) => (
                <li key={type}>
                  <code>{type}</code> <span class="quiet">{plural(waiting.get(type) ?? 0, 'job')} waiting</span>
                  <WorkerSwitch
                    type={type}
                    refusal={refusal ?? (variables || fails ? undefined : 'The variables are not JSON.')}
                    onStart={() => startWorker(cluster, type, plan)}
                  />
                </li>
              ))}
            </ul>
          )
        }}
      </RefreshedPart>
      <p class="quiet">
        The workers run in this tab on {connection.value?.name}, with <code>@x/worker</code>.
      </p>
    </div>
  )
}

interface SwitchProps {
  readonly type: string
  readonly refusal: string | undefined
  onStart(): void
}

function WorkerSwitch({ type, refusal, onStart }: SwitchProps): VNode {
  const worker = tabWorkers.value.get(type)
  if (!worker) {
    return (
      <button type="button" disabled={refusal !== undefined} title={refusal} onClick={onStart}>
        Work on {type}
      </button>
    )
  }
  const { completed, failed, problem } = worker
  return (
    <>
      <button type="button" onClick={() => stopWorker(type)}>
        Stop
      </button>
      <span class={problem === undefined ? 'good' : 'bad'} role="status">
        {problem ?? `${completed} completed${failed > 0 ? `, ${failed} failed` : ''}`}
      </span>
    </>
  )
}

/** Counts waiting jobs by type. If there are many, it counts the newest ones. */
async function loadJobTypes(cluster: Cluster, signal: AbortSignal): Promise<ReadonlyMap<string, number>> {
  const query = { filter: { state: 'CREATED', kind: 'BPMN_ELEMENT' }, page: { limit: 1000 } } as const
  const { items } = await cluster.orchestration.jobs.search(query, { signal })
  return new Map([...Map.groupBy(items, ({ type }) => type)].map(([type, jobs]) => [type, jobs.length]))
}
