import type { VNode } from 'preact'
import type { Cluster } from '../../connection/connection.ts'
import { addresses } from '../addresses.ts'
import { Badge } from '../badge.tsx'
import { type ProcessVersions, titleOf } from '../definitions.ts'
import { useRefreshed } from '../use-refreshed.ts'
import { countInstances } from './load-overview.ts'

interface Props {
  readonly cluster: Cluster
  readonly process: ProcessVersions
}

/** One process with all its versions. Its numbers link to the instances that they count. */
export function ProcessRow({ cluster, process: { processDefinitionId, versions } }: Props): VNode {
  const [latest] = versions
  const { value: counts, error } = useRefreshed(
    (signal) => countInstances(cluster, processDefinitionId, signal),
    [cluster, processDefinitionId],
  )
  const unknown = error === undefined ? '…' : 'Not loaded'
  const of = { process: processDefinitionId }
  return (
    <tr>
      <th scope="row">
        <a href={addresses.definition(latest.processDefinitionKey, { versions: 'all' })}>{titleOf(latest)}</a>
        <code class="quiet">{processDefinitionId}</code>
      </th>
      <td class="number">
        {counts ? (
          <Badge kind="active" count={counts.running} address={addresses.instances({ ...of, state: 'ACTIVE' })} />
        ) : (
          unknown
        )}
      </td>
      <td class="number">
        {counts ? (
          <Badge
            kind="incident"
            count={counts.withIncident}
            address={addresses.instances({ ...of, state: 'INCIDENT' })}
          />
        ) : (
          unknown
        )}
      </td>
      <td>
        {versions.map(({ processDefinitionKey, version, versionTag }) => (
          <a key={processDefinitionKey} class="version-link" href={addresses.definition(processDefinitionKey)}>
            {versionTag ? `${version} (${versionTag})` : version}
          </a>
        ))}
      </td>
    </tr>
  )
}
