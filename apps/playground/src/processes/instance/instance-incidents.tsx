import type { FlowNodeInstance, OperateClient } from '@x/operate'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { PagedTable, PORTION } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { StateLabel } from '../state-label.tsx'
import { Timestamp } from '../timestamp.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { ResolveButton } from './resolve-button.tsx'

interface Props {
  readonly operate: OperateClient
  readonly instanceKey: string
  /** An incident does not say where it is; its flow node instance says so. */
  readonly nodes: readonly FlowNodeInstance[]
}

/** What holds an instance up, and what did. */
export function InstanceIncidents({ operate, instanceKey, nodes }: Props): VNode {
  const [size, setSize] = useState(PORTION)
  const found = useRefreshed(
    (signal) =>
      operate.incidents.search(
        { filter: { processInstanceKey: instanceKey }, sort: [{ field: 'creationTime', order: 'DESC' }], size },
        { signal },
      ),
    [operate, instanceKey, size],
  )
  return (
    <section class="incidents">
      <h2>Incidents</h2>
      <RefreshedPart what="The incidents" of={found}>
        {({ items, total }) => (
          <PagedTable
            label="Incidents of this instance"
            columns={['Message', 'Type', 'State', 'Since', 'Element', 'Job']}
            shown={items.length}
            total={total}
            empty="No incident."
            onMore={setSize}
          >
            {items.map(({ key, message, type, state, creationTime, jobKey }) => {
              const node = nodes.find(({ incidentKey }) => incidentKey === key)
              return (
                <tr key={key}>
                  <td class="message">{message}</td>
                  <td>
                    <code>{type}</code>
                  </td>
                  <td>
                    <StateLabel state={state} ofIncident /> {state === 'ACTIVE' && <ResolveButton incidentKey={key} />}
                  </td>
                  <td>
                    <Timestamp of={creationTime} />
                  </td>
                  <td>{node && (node.flowNodeName ?? node.flowNodeId)}</td>
                  <td class="key">{jobKey}</td>
                </tr>
              )
            })}
          </PagedTable>
        )}
      </RefreshedPart>
    </section>
  )
}
