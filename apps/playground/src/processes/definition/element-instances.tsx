import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { addresses } from '../addresses.ts'
import type { BpmnElement } from '../diagram/bpmn-elements.ts'
import { INSTANCE_STATES } from '../instances/instance-states.ts'
import { LifeCells } from '../life-cells.tsx'
import { PagedTable, PORTION } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { chosenState, StateFilter } from '../state-filter.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { loadElementInstances } from './load-element-instances.ts'

interface Props {
  readonly cluster: Cluster
  readonly definitionKey: string
  /** Keys of the versions shown. */
  readonly keys: readonly string[]
  readonly versions: 'all' | undefined
  readonly element: BpmnElement
}

/** The instances of an element, active or finished, newest first. */
export function ElementInstances({ cluster, definitionKey, keys, versions, element: { id, name } }: Props): VNode {
  const state = chosenState(INSTANCE_STATES)
  const [size, setSize] = useState(PORTION)
  const heading = useRef<HTMLHeadingElement>(null)
  // After a click in the diagram or the table, this is the next thing to look at.
  useEffect(() => heading.current?.focus(), [])
  const found = useRefreshed(
    (signal) => loadElementInstances(cluster, { definitionKeys: keys, elementId: id, state, limit: size }, signal),
    [cluster, keys.join(' '), id, state, size],
  )
  return (
    <section>
      <div class="section-head">
        <h2 ref={heading} tabIndex={-1}>
          Instances at {name || id}
        </h2>
        <StateFilter
          states={INSTANCE_STATES}
          value={state}
          address={(chosen) => addresses.element(definitionKey, id, { versions, state: chosen })}
        />
        <a href={addresses.definition(definitionKey, { versions })}>All instances</a>
      </div>
      <RefreshedPart what="The instances" of={found}>
        {({ items, total, messages }) => (
          <PagedTable
            label={`Instances at ${name || id}`}
            columns={['Instance', 'State', 'Started', 'Ended', 'Incident']}
            shown={items.length}
            total={total}
            empty={state === 'ACTIVE' ? 'No instances are here right now' : 'No matching instances'}
            onMore={setSize}
          >
            {items.map((instance) => {
              const { elementInstanceKey, processInstanceKey, hasIncident, startDate, endDate, incidentKey } = instance
              return (
                <tr key={elementInstanceKey}>
                  <th scope="row" class="key">
                    <a href={addresses.instance(processInstanceKey, instance.processDefinitionKey ?? undefined)}>
                      {processInstanceKey}
                    </a>
                  </th>
                  <LifeCells state={instance.state} incident={hasIncident} startDate={startDate} endDate={endDate} />
                  <td class="message">{incidentKey && messages.get(incidentKey)}</td>
                </tr>
              )
            })}
          </PagedTable>
        )}
      </RefreshedPart>
    </section>
  )
}
