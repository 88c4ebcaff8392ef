import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { addresses } from '../addresses.ts'
import { PagedTable, PORTION } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { StateLabel } from '../state-label.tsx'
import { Timestamp } from '../timestamp.tsx'
import { useRefreshed } from '../use-refreshed.ts'

type Filter = NonNullable<NonNullable<Parameters<Cluster['decisionInstances']['search']>[0]>['filter']>

interface Props {
  readonly cluster: Cluster
  readonly filter: Filter
  readonly empty: string
  /** Whether they may belong to different decisions. */
  readonly ofMany?: boolean
}

/** Evaluations of decisions, newest first. */
export function EvaluationsTable({ cluster, filter, empty, ofMany = false }: Props): VNode {
  const [size, setSize] = useState(PORTION)
  const found = useRefreshed(
    (signal) =>
      cluster.decisionInstances.search(
        { filter, sort: [{ field: 'evaluationDate', order: 'DESC' }], page: { limit: size } },
        { signal },
      ),
    [cluster, JSON.stringify(filter), size],
  )
  return (
    <RefreshedPart what="The evaluations" of={found}>
      {({ items, total }) => (
        <PagedTable
          label="Evaluations"
          columns={['Evaluation', ...(ofMany ? ['Decision'] : []), 'State', 'Time', 'Result']}
          shown={items.length}
          total={total}
          empty={empty}
          onMore={setSize}
        >
          {items.map(({ decisionEvaluationInstanceKey: id, decisionDefinitionKey, result, ...evaluation }) => (
            <tr key={id}>
              <th scope="row" class="key">
                <a href={addresses.evaluation(decisionDefinitionKey, id)}>{id}</a>
              </th>
              {ofMany && (
                <td>
                  <a href={addresses.decision(decisionDefinitionKey)}>
                    {evaluation.decisionDefinitionName || evaluation.decisionDefinitionId}
                  </a>
                </td>
              )}
              <td>
                <StateLabel state={evaluation.state} />
              </td>
              <td>
                <Timestamp of={evaluation.evaluationDate} />
              </td>
              <td class="value">{result !== undefined && <code>{result}</code>}</td>
            </tr>
          ))}
        </PagedTable>
      )}
    </RefreshedPart>
  )
}
