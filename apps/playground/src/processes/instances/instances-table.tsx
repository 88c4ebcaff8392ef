import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { addresses } from '../addresses.ts'
import { LifeCells } from '../life-cells.tsx'
import { PagedTable, PORTION } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { type InstanceFilter, loadInstances, type Reason } from './load-instances.ts'

interface Props {
  readonly cluster: Cluster
  readonly filter: InstanceFilter
  readonly label: string
  /** True if they can belong to different processes. */
  readonly ofMany?: boolean
}

/** Process instances, newest first, each with the reason of its failure. */
export function InstancesTable({ cluster, filter, label, ofMany = false }: Props): VNode {
  const [size, setSize] = useState(PORTION)
  const found = useRefreshed(
    (signal) => loadInstances(cluster, filter, size, signal),
    [cluster, JSON.stringify(filter), size],
  )
  return (
    <RefreshedPart what="The instances" of={found}>
      {({ items, total, reasons, hasIncidents }) => (
        <PagedTable
          label={label}
          columns={[
            'Instance',
            ...(ofMany ? ['Process'] : []),
            'Version',
            'State',
            'Started',
            'Ended',
            ...(hasIncidents ? ['Incident'] : []),
          ]}
          shown={items.length}
          total={total}
          empty="No matching instances"
          onMore={setSize}
        >
          {items.map((instance) => {
            const {
              processInstanceKey: key,
              processDefinitionKey,
              processDefinitionName,
              processDefinitionId,
            } = instance
            const { state, hasIncident, startDate, endDate } = instance
            return (
              <tr key={key}>
                <th scope="row" class="key">
                  <a href={addresses.instance(key, processDefinitionKey)}>{key}</a>
                </th>
                {ofMany && (
                  <td>
                    <a href={addresses.definition(processDefinitionKey, { versions: 'all' })}>
                      {processDefinitionName || processDefinitionId}
                    </a>
                  </td>
                )}
                <td class="number">{instance.processDefinitionVersion}</td>
                <LifeCells state={state} incident={hasIncident} startDate={startDate} endDate={endDate} />
                {hasIncidents && <td class="message">{hasIncident && <ReasonText reason={reasons.get(key)} />}</td>}
              </tr>
            )
          })}
        </PagedTable>
      )}
    </RefreshedPart>
  )
}

function ReasonText({ reason }: { readonly reason: Reason | undefined }): VNode {
  if (!reason) return <span class="quiet">The incident is in an instance it called</span>
  const { message, count, calledKey } = reason
  return (
    <>
      {message}
      {calledKey !== undefined && (
        <span class="quiet">
          {' '}
          in called instance <a href={addresses.instance(calledKey)}>{calledKey}</a>
        </span>
      )}
      {count > 1 && <span class="quiet"> and {count - 1} more</span>}
    </>
  )
}
