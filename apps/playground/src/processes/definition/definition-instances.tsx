import type { OperateClient, ProcessInstanceFilter } from '@x/operate'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { addresses } from '../addresses.ts'
import { LifeCells } from '../life-cells.tsx'
import { PagedTable, PORTION } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { chosenState, StateFilter } from '../state-filter.tsx'
import { useRefreshed } from '../use-refreshed.ts'

interface Props {
  readonly operate: OperateClient
  readonly definitionKey: string
}

const STATES = ['ALL', 'ACTIVE', 'INCIDENT', 'COMPLETED', 'CANCELED'] as const

function filterOf(state: (typeof STATES)[number]): ProcessInstanceFilter {
  if (state === 'ALL') return {}
  return state === 'INCIDENT' ? { state: 'ACTIVE', incident: true } : { state }
}

/** The instances of a process definition, the newest first. */
export function DefinitionInstances({ operate, definitionKey }: Props): VNode {
  const state = chosenState(STATES)
  const [size, setSize] = useState(PORTION)
  const found = useRefreshed(
    (signal) =>
      operate.processInstances.search(
        {
          filter: { processDefinitionKey: definitionKey, ...filterOf(state) },
          sort: [{ field: 'startDate', order: 'DESC' }],
          size,
        },
        { signal },
      ),
    [operate, definitionKey, state, size],
  )
  return (
    <section>
      <div class="section-head">
        <h2>Instances</h2>
        <StateFilter
          states={STATES}
          value={state}
          address={(state) => addresses.definition(definitionKey, { state })}
        />
      </div>
      <RefreshedPart what="The instances" of={found}>
        {({ items, total }) => (
          <PagedTable
            label="Instances of this process"
            columns={['Instance', 'State', 'Started', 'Ended']}
            shown={items.length}
            total={total}
            empty="There are no such instances."
            onMore={setSize}
          >
            {items.map(({ key, state, incident, startDate, endDate }) => (
              <tr key={key}>
                <th scope="row" class="key">
                  <a href={addresses.instance(key, definitionKey)}>{key}</a>
                </th>
                <LifeCells state={state} incident={incident} startDate={startDate} endDate={endDate} />
              </tr>
            ))}
          </PagedTable>
        )}
      </RefreshedPart>
    </section>
  )
}
