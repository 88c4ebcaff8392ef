import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { route } from '../../routing/route.ts'
import { addresses } from '../addresses.ts'
import { ProcessFilter } from '../process-filter.tsx'
import { readDate } from '../read-date.ts'
import { chosenState, StateFilter } from '../state-filter.tsx'
import { useTitle } from '../use-title.ts'
import { INSTANCE_STATES, stateFilter } from './instance-states.ts'
import { InstancesTable } from './instances-table.tsx'
import type { InstanceFilter } from './load-instances.ts'

/** Instances of all processes, by state, process and time. */
export function InstancesPage({ cluster }: { readonly cluster: Cluster }): VNode {
  useTitle('Instances')
  const { parameters } = route.value
  const { process, from, to } = parameters
  const state = chosenState(INSTANCE_STATES)
  const filter: InstanceFilter = {
    ...stateFilter(state),
    ...(process !== undefined && { processDefinitionId: process }),
    ...((from ?? to) !== undefined && { startDate: { ...(from && { $gte: from }), ...(to && { $lt: to }) } }),
  }
  return (
    <>
      <div class="title-row">
        <h1>Instances</h1>
        <OpenByKey />
      </div>
      <div class="filters">
        <ProcessFilter
          cluster={cluster}
          value={process}
          address={(chosen) => addresses.instances({ ...parameters, process: chosen })}
        />
        <StateFilter
          states={INSTANCE_STATES}
          value={state}
          address={(chosen) => addresses.instances({ ...parameters, state: chosen })}
        />
        {(from ?? to) !== undefined && (
          <a href={addresses.instances({ ...parameters, from: undefined, to: undefined })}>
            Started {periodOf(from, to)} ✕
          </a>
        )}
      </div>
      <InstancesTable cluster={cluster} filter={filter} label="Instances" ofMany />
    </>
  )
}

function periodOf(from: string | undefined, to: string | undefined): string {
  const texts = [from, to].map((text) => text && (readDate(text)?.toLocaleString() ?? text))
  return [texts[0] && `from ${texts[0]}`, texts[1] && `to ${texts[1]}`].filter(Boolean).join(' ')
}

/** Opens a process instance by its key, for example one from a log. */
function OpenByKey(): VNode {
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
        Instance key
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
