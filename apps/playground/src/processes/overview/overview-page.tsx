import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { addresses } from '../addresses.ts'
import { loadProcesses, type ProcessVersions } from '../definitions.ts'
import { NothingDeployed } from '../live/nothing-deployed.tsx'
import { TableFrame } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { useTitle } from '../use-title.ts'
import { formatTotal } from '../words.ts'
import { countIncidents, countInstances, loadStarted } from './load-overview.ts'
import { ProcessRow } from './process-row.tsx'
import { StartedChart } from './started-chart.tsx'

interface Props {
  readonly cluster: Cluster
}

/** All processes with their running instances and incidents, and how many instances were started recently. */
export function OverviewPage({ cluster }: Props): VNode {
  useTitle('Processes')
  const counts = useRefreshed(
    async (signal) => {
      const [instances, incidents] = await Promise.all([
        countInstances(cluster, undefined, signal),
        countIncidents(cluster, signal),
      ])
      return { ...instances, incidents }
    },
    [cluster],
  )
  const started = useRefreshed((signal) => loadStarted(cluster, signal), [cluster])
  const processes = useRefreshed((signal) => loadProcesses(cluster, signal), [cluster])
  return (
    <>
      <h1>Processes</h1>
      <div class="overview">
        <div class="card figures">
          <RefreshedPart what="The counts" of={counts}>
            {(value) => <Figures {...value} />}
          </RefreshedPart>
        </div>
        <div class="card chart">
          <RefreshedPart what="The instances" of={started}>
            {({ items, isCut }) => <StartedChart instances={items} isCut={isCut} />}
          </RefreshedPart>
        </div>
      </div>
      <RefreshedPart what="The processes" of={processes}>
        {({ items, isCut }) => (
          <>
            <ProcessTable cluster={cluster} processes={items} />
            {isCut && <p class="quiet">Only the first process definitions are shown.</p>}
          </>
        )}
      </RefreshedPart>
    </>
  )
}

interface FigureProps {
  readonly running: number
  readonly withIncident: number
  readonly incidents: number
}

function Figures({ running, withIncident, incidents }: FigureProps): VNode {
  const figures = [
    { title: 'Running instances', count: running, address: addresses.instances({ state: 'ACTIVE' }), isBad: false },
    {
      title: 'Instances with an incident',
      count: withIncident,
      address: addresses.instances({ state: 'INCIDENT' }),
      isBad: withIncident > 0,
    },
    { title: 'Open incidents', count: incidents, address: addresses.incidents(), isBad: incidents > 0 },
  ]
  return (
    <>
      <dl>
        {figures.map(({ title, count, address, isBad }) => (
          <div key={title} class={isBad ? 'figure-bad' : undefined}>
            <dt>{title}</dt>
            <dd>
              <a href={address}>{formatTotal(count)}</a>
            </dd>
          </div>
        ))}
      </dl>
      <p class="quiet">
        All versions of all processes. An instance also counts if an instance it called has an incident.
      </p>
    </>
  )
}

/** Each row costs two requests, so the rows of a large cluster are loaded in portions. */
const PORTION = 50

function ProcessTable({ cluster, processes }: Props & { readonly processes: readonly ProcessVersions[] }): VNode {
  const [shown, setShown] = useState(PORTION)
  if (processes.length === 0) return <NothingDeployed cluster={cluster} />
  return (
    <>
      <TableFrame
        label="Processes"
        columns={['Process', { figures: 'Running' }, { figures: 'With an incident' }, 'Versions']}
      >
        {processes.slice(0, shown).map((process) => (
          <ProcessRow key={`${process.tenantId} ${process.processDefinitionId}`} cluster={cluster} process={process} />
        ))}
      </TableFrame>
      {shown < processes.length && (
        <button type="button" onClick={() => setShown(shown + PORTION)}>
          Show more of {processes.length.toLocaleString()}
        </button>
      )}
    </>
  )
}
