import type { ElementInstance, ProcessInstance } from '@x/camunda'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { EditVariable } from '../actions/edit-variable.tsx'
import { PagedTable, PORTION } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { VariableValue } from './variable-value.tsx'

interface Props {
  readonly cluster: Cluster
  readonly instance: Pick<ProcessInstance, 'processInstanceKey' | 'state'>
  /** Elements can have their own variables. */
  readonly nodes: readonly ElementInstance[]
}

/** The variables of an instance, with their values as JSON, exactly as stored by Camunda. */
export function InstanceVariables({ cluster, instance, nodes }: Props): VNode {
  const { processInstanceKey, state } = instance
  const [size, setSize] = useState(2 * PORTION)
  const found = useRefreshed(
    (signal) =>
      cluster.variables.search(
        { filter: { processInstanceKey }, sort: [{ field: 'name' }], page: { limit: size } },
        {},
        { signal },
      ),
    [cluster, processInstanceKey, size],
  )
  return (
    <section>
      <h2>Variables</h2>
      <RefreshedPart what="The variables" of={found}>
        {({ items, total }) => (
          <PagedTable
            label="Variables of this instance"
            columns={['Name', 'Value', 'Scope', '']}
            shown={items.length}
            total={total}
            empty="No variables"
            onMore={setSize}
          >
            {items.map((variable) => {
              const { variableKey, name, value, scopeKey, isTruncated } = variable
              return (
                <tr key={`${variableKey} ${value}`}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td class="value">
                    <VariableValue cluster={cluster} variable={variable} />
                  </td>
                  <td>{scopeOf(scopeKey, processInstanceKey, nodes)}</td>
                  <td>
                    {state === 'ACTIVE' && !isTruncated && (
                      <EditVariable cluster={cluster} scopeKey={scopeKey} name={name} value={value} />
                    )}
                  </td>
                </tr>
              )
            })}
          </PagedTable>
        )}
      </RefreshedPart>
    </section>
  )
}

function scopeOf(scopeKey: string, instanceKey: string, nodes: readonly ElementInstance[]): string {
  if (scopeKey === instanceKey) return 'Instance'
  const node = nodes.find(({ elementInstanceKey }) => elementInstanceKey === scopeKey)
  return node ? node.elementName || node.elementId : scopeKey
}
