import type { FlowNodeInstance } from '@x/operate'
import type { VNode } from 'preact'
import { addresses } from '../addresses.ts'
import type { Collected } from '../collect.ts'
import { LifeCells } from '../life-cells.tsx'
import { TableFrame } from '../paged-table.tsx'
import { toWords } from '../words.ts'

/** The way an instance took, as a table. */
export function PassedElements({ nodes: { items, isCut } }: { readonly nodes: Collected<FlowNodeInstance> }): VNode {
  return (
    <section>
      <h2>Path</h2>
      <TableFrame label="Elements that the instance came through" columns={['Element', 'State', 'Arrived', 'Left']}>
        {items.map(
          ({ key, flowNodeId, flowNodeName, type, state, incident, startDate, endDate, processDefinitionKey }) => (
            <tr key={key}>
              <th scope="row">
                {processDefinitionKey === undefined ? (
                  (flowNodeName ?? flowNodeId)
                ) : (
                  <a href={addresses.element(processDefinitionKey, flowNodeId)}>{flowNodeName ?? flowNodeId}</a>
                )}
                <span class="quiet">{toWords(type)}</span>
              </th>
              <LifeCells state={state} incident={incident} startDate={startDate} endDate={endDate} />
            </tr>
          ),
        )}
      </TableFrame>
      {isCut && <p class="quiet">These are the first {items.length.toLocaleString()}.</p>}
    </section>
  )
}
