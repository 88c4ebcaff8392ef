import type { VNode } from 'preact'
import type { Cluster } from '../../connection/connection.ts'
import { href } from '../../routing/route.ts'
import { RetryIncidents } from '../actions/retry-incidents.tsx'
import { addresses } from '../addresses.ts'
import { Age } from '../age.tsx'
import type { ProcessIncident } from '../incidents/load-incidents.ts'
import { TableFrame } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { toWords } from '../words.ts'
import { loadIncidentsOf } from './load-instance.ts'

interface Props {
  readonly cluster: Cluster
  readonly instanceKey: string
}

/** The incidents of an instance and of the instances that it called. */
export function InstanceIncidents({ cluster, instanceKey }: Props): VNode {
  const found = useRefreshed((signal) => loadIncidentsOf(cluster, instanceKey, signal), [cluster, instanceKey])
  return (
    <section class="incidents">
      <h2>Incidents</h2>
      <RefreshedPart what="The incidents" of={found}>
        {(incidents) =>
          incidents.length === 0 ? (
            <p class="quiet">No open incidents, neither here nor in called instances</p>
          ) : (
            <TableFrame
              label="Incidents of this instance"
              columns={['Message', 'Element', 'Where', 'Type', 'Age', 'Job', '']}
            >
              {incidents.map((incident) => (
                <IncidentRow
                  key={incident.incidentKey}
                  cluster={cluster}
                  incident={incident}
                  isHere={incident.processInstanceKey === instanceKey}
                />
              ))}
            </TableFrame>
          )
        }
      </RefreshedPart>
    </section>
  )
}

/** Jobs have no page in this view: Explore searches them. */
function jobAddress(jobKey: string): string {
  return href(['explore', 'orchestration', 'jobs.search'], { input: JSON.stringify({ filter: { jobKey } }) })
}

interface RowProps {
  readonly cluster: Cluster
  readonly incident: ProcessIncident
  /** False for an incident of a called instance. */
  readonly isHere: boolean
}

function IncidentRow({ cluster, incident, isHere }: RowProps): VNode {
  const { elementId, element, processDefinitionKey, processInstanceKey, processTitle } = incident
  return (
    <tr>
      <td class="message">{incident.errorMessage}</td>
      <td>{elementId !== undefined && <a href={addresses.element(processDefinitionKey, elementId)}>{element}</a>}</td>
      <td>
        {isHere ? (
          'This instance'
        ) : (
          <>
            Called {processTitle}{' '}
            <a class="key" href={addresses.instance(processInstanceKey, processDefinitionKey)}>
              {processInstanceKey}
            </a>
          </>
        )}
      </td>
      <td>{toWords(incident.errorType)}</td>
      <td>
        <Age of={incident.creationTime} />
      </td>
      <td class="key">{incident.jobKey && <a href={jobAddress(incident.jobKey)}>{incident.jobKey}</a>}</td>
      <td>
        <RetryIncidents cluster={cluster} incidents={[incident]} />
      </td>
    </tr>
  )
}
