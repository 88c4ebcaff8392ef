import type { VNode } from 'preact'
import type { Cluster } from '../../connection/connection.ts'
import { addresses } from '../addresses.ts'
import { TableFrame } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { useTitle } from '../use-title.ts'
import { formatTotal } from '../words.ts'
import { type DecisionVersions, decisionTitle, groupDecisions, loadDecisions } from './load-decision.ts'

interface Props {
  readonly cluster: Cluster
}

/** All decisions with all their versions, and how often they were evaluated. */
export function DecisionsPage({ cluster }: Props): VNode {
  useTitle('Decisions')
  const loaded = useRefreshed((signal) => loadDecisions(cluster, signal), [cluster])
  return (
    <>
      <h1>Decisions</h1>
      <RefreshedPart what="The decisions" of={loaded}>
        {({ items, isCut }) =>
          items.length === 0 ? (
            <p class="notice">No decision is deployed on this cluster yet.</p>
          ) : (
            <>
              <TableFrame
                label="Decision definitions"
                columns={['Decision', 'DMN', 'Evaluations', 'Failed', 'Versions']}
              >
                {groupDecisions(items).map((decision) => (
                  <DecisionRow key={decision.versions[0].decisionDefinitionKey} cluster={cluster} decision={decision} />
                ))}
              </TableFrame>
              {isCut && <p class="quiet">Only the first decisions are shown.</p>}
            </>
          )
        }
      </RefreshedPart>
    </>
  )
}

/** One decision. Its numbers link to the evaluations that they count. */
function DecisionRow({ cluster, decision }: Props & { readonly decision: DecisionVersions }): VNode {
  const { decisionDefinitionId, versions } = decision
  const [latest] = versions
  const { decisionRequirementsName, decisionRequirementsId } = latest
  const address = (state?: string): string =>
    addresses.decision(latest.decisionDefinitionKey, { versions: 'all', state })
  const { value: counts, error } = useRefreshed(
    (signal) => loadCounts(cluster, decisionDefinitionId, signal),
    [cluster, decisionDefinitionId],
  )
  const unknown = error === undefined ? '…' : 'Not loaded'
  return (
    <tr>
      <th scope="row">
        <a href={address()}>{decisionTitle(latest)}</a>
        <code class="quiet">{decisionDefinitionId}</code>
      </th>
      <td>{decisionRequirementsName ?? decisionRequirementsId}</td>
      <td>{counts ? <a href={address()}>{formatTotal(counts.all)}</a> : unknown}</td>
      <td>
        {counts === undefined ? (
          unknown
        ) : counts.failed === 0 ? (
          <span class="quiet">0</span>
        ) : (
          <a href={address('FAILED')}>{formatTotal(counts.failed)}</a>
        )}
      </td>
      <td>
        {versions.map(({ decisionDefinitionKey, version }) => (
          <a key={decisionDefinitionKey} class="version-link" href={addresses.decision(decisionDefinitionKey)}>
            {version}
          </a>
        ))}
      </td>
    </tr>
  )
}

async function loadCounts(
  cluster: Cluster,
  decisionDefinitionId: string,
  signal: AbortSignal,
): Promise<{ readonly all: number; readonly failed: number }> {
  const [all, failed] = await Promise.all([
    cluster.decisionInstances.search({ filter: { decisionDefinitionId }, page: { limit: 1 } }, { signal }),
    cluster.decisionInstances.search(
      { filter: { decisionDefinitionId, state: 'FAILED' }, page: { limit: 1 } },
      { signal },
    ),
  ])
  return { all: all.total, failed: failed.total }
}
