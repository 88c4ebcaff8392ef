import type { FlowNodeInstance, OperateClient } from '@x/operate'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { PagedTable, PORTION } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { VariableValue } from './variable-value.tsx'

interface Props {
  readonly operate: OperateClient
  readonly instanceKey: string
  /** Flow nodes have variables of their own. */
  readonly nodes: readonly FlowNodeInstance[]
}

/** What an instance holds: values as their JSON, exactly as Camunda keeps them. */
export function InstanceVariables({ operate, instanceKey, nodes }: Props): VNode {
  const [size, setSize] = useState(2 * PORTION)
  const found = useRefreshed(
    (signal) =>
      operate.variables.search(
        { filter: { processInstanceKey: instanceKey }, sort: [{ field: 'name' }], size },
        { signal },
      ),
    [operate, instanceKey, size],
  )
  return (
    <section>
      <h2>Variables</h2>
      <RefreshedPart what="The variables" of={found}>
        {({ items, total }) => (
          <PagedTable
            label="Variables of this instance"
            columns={['Name', 'Value', 'Scope']}
            shown={items.length}
            total={total}
            empty="No variable."
            onMore={setSize}
          >
            {items.map((variable) => (
              <tr key={variable.key}>
                <th scope="row">
                  <code>{variable.name}</code>
                </th>
                <td class="value">
                  <VariableValue operate={operate} variable={variable} />
                </td>
                <td>{scopeOf(variable.scopeKey, instanceKey, nodes)}</td>
              </tr>
            ))}
          </PagedTable>
        )}
      </RefreshedPart>
    </section>
  )
}

function scopeOf(scopeKey: string, instanceKey: string, nodes: readonly FlowNodeInstance[]): string {
  if (scopeKey === instanceKey) return 'Instance'
  const node = nodes.find(({ key }) => key === scopeKey)
  return node ? (node.flowNodeName ?? node.flowNodeId) : scopeKey
}
