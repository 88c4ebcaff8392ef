import type { DecisionInstanceFilter, OperateClient } from '@x/operate'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { addresses } from '../addresses.ts'
import { PagedTable, PORTION } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { StateLabel } from '../state-label.tsx'
import { Timestamp } from '../timestamp.tsx'
import { useRefreshed } from '../use-refreshed.ts'

interface Props {
  readonly operate: OperateClient
  readonly filter: DecisionInstanceFilter
  readonly empty: string
  /** Whether they may be of different decisions. */
  readonly ofMany?: boolean
}

/** Evaluations of decisions, the newest first. */
export function EvaluationsTable({ operate, filter, empty, ofMany = false }: Props): VNode {
  const [size, setSize] = useState(PORTION)
  const found = useRefreshed(
    (signal) =>
      operate.decisionInstances.search(
        { filter, sort: [{ field: 'evaluationDate', order: 'DESC' }], size },
        { signal },
      ),
    [operate, JSON.stringify(filter), size],
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
          {items.map(({ id, decisionDefinitionId, decisionId, decisionName, state, evaluationDate, result }) => (
            <tr key={id}>
              <th scope="row" class="key">
                {decisionDefinitionId ? <a href={addresses.evaluation(decisionDefinitionId, id)}>{id}</a> : id}
              </th>
              {ofMany && <td>{decisionName ?? decisionId}</td>}
              <td>
                <StateLabel state={state} />
              </td>
              <td>
                <Timestamp of={evaluationDate} />
              </td>
              <td class="value">{result !== undefined && <code>{result}</code>}</td>
            </tr>
          ))}
        </PagedTable>
      )}
    </RefreshedPart>
  )
}
