import type { OperateClient } from '@x/operate'
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { addresses } from '../addresses.ts'
import type { BpmnElement } from '../diagram/bpmn-elements.ts'
import { LifeCells } from '../life-cells.tsx'
import { PagedTable, PORTION } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { chosenState, StateFilter } from '../state-filter.tsx'
import { useRefreshed } from '../use-refreshed.ts'

interface Props {
  readonly operate: OperateClient
  readonly definitionKey: string
  readonly element: BpmnElement
}

const STATES = ['ACTIVE', 'COMPLETED', 'TERMINATED', 'ALL'] as const

/** The instances that stand in a flow node, or went through it, the newest first. */
export function ElementInstances({ operate, definitionKey, element: { id, name } }: Props): VNode {
  const state = chosenState(STATES)
  const [size, setSize] = useState(PORTION)
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever came by the diagram or the table wants to see these next.
  useEffect(() => heading.current?.focus(), [])
  const found = useRefreshed(
    (signal) =>
      operate.flowNodeInstances.search(
        {
          filter: { processDefinitionKey: definitionKey, flowNodeId: id, ...(state !== 'ALL' && { state }) },
          sort: [{ field: 'startDate', order: 'DESC' }],
          size,
        },
        { signal },
      ),
    [operate, definitionKey, id, state, size],
  )
  return (
    <section>
      <div class="section-head">
        <h2 ref={heading} tabIndex={-1}>
          Instances at {name || id}
        </h2>
        <StateFilter
          states={STATES}
          value={state}
          address={(state) => addresses.element(definitionKey, id, { state })}
        />
        <a href={addresses.definition(definitionKey)}>All instances</a>
      </div>
      <RefreshedPart what="The instances" of={found}>
        {({ items, total }) => (
          <PagedTable
            label={`Instances at ${name || id}`}
            columns={['Instance', 'State here', 'Arrived', 'Left']}
            shown={items.length}
            total={total}
            empty={state === 'ACTIVE' ? 'No instance is here now.' : 'There are no such instances.'}
            onMore={setSize}
          >
            {items.map(({ key, processInstanceKey, state, incident, startDate, endDate }) => (
              <tr key={key}>
                <th scope="row" class="key">
                  <a href={addresses.instance(processInstanceKey, definitionKey)}>{processInstanceKey}</a>
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
