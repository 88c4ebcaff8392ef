import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { RetryIncidents } from '../actions/retry-incidents.tsx'
import { addresses } from '../addresses.ts'
import { Age } from '../age.tsx'
import { TableFrame } from '../paged-table.tsx'
import { plural, toWords } from '../words.ts'
import type { IncidentGroup } from './group-incidents.ts'

/** Number of incidents of a cause that are listed at first. */
const PORTION = 5

interface Props {
  readonly cluster: Cluster
  readonly group: IncidentGroup
}

/** Incidents with the same cause: error, element, age and affected instances. */
export function IncidentCause({ cluster, group: { incidents } }: Props): VNode {
  const [shown, setShown] = useState(PORTION)
  const [newest] = incidents
  const { errorMessage, errorType, element, elementId, processTitle, processDefinitionKey } = newest
  // Often all have the message that is shown above them.
  const hasMessages = incidents.some((incident) => incident.errorMessage !== errorMessage)
  return (
    <section class="card cause" aria-label={errorMessage}>
      <div class="cause-head">
        <h2>{errorMessage}</h2>
        <RetryIncidents cluster={cluster} incidents={incidents} />
      </div>
      <p class="quiet">
        <strong class="bad">{plural(incidents.length, 'incident')}</strong> at{' '}
        {elementId === undefined ? (
          'an element'
        ) : (
          <a href={addresses.element(processDefinitionKey, elementId, { versions: 'all' })}>{element}</a>
        )}{' '}
        of <a href={addresses.definition(processDefinitionKey, { versions: 'all' })}>{processTitle}</a> ·{' '}
        {toWords(errorType)} · newest <Age of={newest.creationTime} />
      </p>
      <TableFrame
        label={`Incidents: ${errorMessage}`}
        columns={['Instance', 'Version', 'Age', ...(hasMessages ? ['Message'] : []), '']}
      >
        {incidents.slice(0, shown).map((incident) => (
          <tr key={incident.incidentKey}>
            <td class="key">
              <a href={addresses.instance(incident.processInstanceKey, incident.processDefinitionKey)}>
                {incident.processInstanceKey}
              </a>
            </td>
            <td>
              <a href={addresses.definition(incident.processDefinitionKey)}>v{incident.version ?? '?'}</a>
            </td>
            <td>
              <Age of={incident.creationTime} />
            </td>
            {hasMessages && <td class="message">{incident.errorMessage}</td>}
            <td>
              <RetryIncidents cluster={cluster} incidents={[incident]} />
            </td>
          </tr>
        ))}
      </TableFrame>
      {shown < incidents.length && (
        <button type="button" onClick={() => setShown(incidents.length)}>
          Show all {incidents.length.toLocaleString()}
        </button>
      )}
    </section>
  )
}
