import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { route } from '../../routing/route.ts'
import { addresses } from '../addresses.ts'
import { ProcessFilter } from '../process-filter.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { useTitle } from '../use-title.ts'
import { groupByCause } from './group-incidents.ts'
import { IncidentCause } from './incident-cause.tsx'
import { loadIncidents, type ProcessIncident } from './load-incidents.ts'

/** All open incidents with message, element, process and age, grouped by cause. */
export function IncidentsPage({ cluster }: { readonly cluster: Cluster }): VNode {
  useTitle('Incidents')
  const { process } = route.value.parameters
  const found = useRefreshed((signal) => loadIncidents(cluster, process, signal), [cluster, process])
  return (
    <>
      <h1>Incidents</h1>
      <div class="filters">
        <ProcessFilter
          cluster={cluster}
          value={process}
          address={(chosen) => addresses.incidents({ process: chosen })}
        />
      </div>
      <RefreshedPart what="The incidents" of={found}>
        {({ items, isCut }) => (
          <>
            <Causes cluster={cluster} incidents={items} />
            {isCut && <p class="quiet">These are the newest {items.length.toLocaleString()} incidents.</p>}
          </>
        )}
      </RefreshedPart>
    </>
  )
}

interface CausesProps {
  readonly cluster: Cluster
  readonly incidents: readonly ProcessIncident[]
}

function Causes({ cluster, incidents }: CausesProps): VNode {
  const groups = useMemo(() => groupByCause(incidents), [incidents])
  if (groups.length === 0) return <p class="notice notice-good">No open incidents.</p>
  return (
    <>
      {groups.map((group) => (
        <IncidentCause key={group.id} cluster={cluster} group={group} />
      ))}
    </>
  )
}
