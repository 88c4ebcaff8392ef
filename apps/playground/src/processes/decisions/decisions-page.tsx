import type { DecisionDefinition, OperateClient } from '@x/operate'
import type { VNode } from 'preact'
import { addresses } from '../addresses.ts'
import { Badge } from '../badge.tsx'
import { TableFrame } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { useTitle } from '../use-title.ts'
import { formatTotal } from '../words.ts'
import { decisionTitle, loadDecisions } from './load-decision.ts'

interface Props {
  readonly operate: OperateClient
}

/** All decisions, one row for each version, with how often they were evaluated. */
export function DecisionsPage({ operate }: Props): VNode {
  useTitle('Decisions')
  const loaded = useRefreshed((signal) => loadDecisions(operate, signal), [operate])
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
                columns={['Decision', 'Version', 'DMN', 'Evaluations', 'Failed']}
              >
                {items.map((definition) => (
                  <DecisionRow key={definition.key} operate={operate} definition={definition} />
                ))}
              </TableFrame>
              {isCut && <p class="quiet">There are more decisions than are looked at here.</p>}
            </>
          )
        }
      </RefreshedPart>
    </>
  )
}

function DecisionRow({ operate, definition }: Props & { readonly definition: DecisionDefinition }): VNode {
  const { key, id, decisionId, version, decisionRequirementsName, decisionRequirementsId } = definition
  const { value: counts, error } = useRefreshed((signal) => loadCounts(operate, id, signal), [operate, id])
  const unknown = error === undefined ? '…' : 'Not loaded'
  return (
    <tr>
      <th scope="row">
        <a href={addresses.decision(key)}>{decisionTitle(definition)}</a>
        <code class="quiet">{decisionId}</code>
      </th>
      <td>{version}</td>
      <td>{decisionRequirementsName ?? decisionRequirementsId}</td>
      <td>{counts ? formatTotal(counts.all) : unknown}</td>
      <td>{counts ? <Badge kind="incident" count={counts.failed} /> : unknown}</td>
    </tr>
  )
}

async function loadCounts(
  operate: OperateClient,
  decisionDefinitionId: string,
  signal: AbortSignal,
): Promise<{ readonly all: number; readonly failed: number }> {
  const [all, failed] = await Promise.all([
    operate.decisionInstances.search({ filter: { decisionDefinitionId }, size: 1 }, { signal }),
    operate.decisionInstances.search({ filter: { decisionDefinitionId, state: 'FAILED' }, size: 1 }, { signal }),
  ])
  return { all: all.total, failed: failed.total }
}
