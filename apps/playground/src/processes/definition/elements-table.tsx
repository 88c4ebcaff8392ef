import type { VNode } from 'preact'
import { addresses } from '../addresses.ts'
import { Badge } from '../badge.tsx'
import type { BpmnElement } from '../diagram/bpmn-elements.ts'
import { TableFrame } from '../paged-table.tsx'
import { toWords } from '../words.ts'
import type { ElementCount } from './element-counts.ts'

interface Props {
  readonly definitionKey: string
  /** `all` if the counts are of all versions. */
  readonly versions: 'all' | undefined
  readonly elements: readonly BpmnElement[]
  /** Undefined while loading. */
  readonly counts: ReadonlyMap<string, ElementCount> | undefined
  readonly openId: string | undefined
}

/** The elements of the diagram as a table with the same counts and links. */
export function ElementsTable({ definitionKey, versions, elements, counts, openId }: Props): VNode {
  return (
    <TableFrame
      label="Elements with their counts"
      columns={['Element', { figures: 'Running' }, { figures: 'With an incident' }]}
    >
      {elements.map(({ id, name, type }) => {
        const { running = 0, withIncident = 0 } = counts?.get(id) ?? {}
        const address = (state: string): string => addresses.element(definitionKey, id, { versions, state })
        return (
          <tr key={id} class={id === openId ? 'is-open' : undefined}>
            <th scope="row">
              <a
                href={addresses.element(definitionKey, id, { versions })}
                aria-current={id === openId ? 'true' : undefined}
              >
                {name || id}
              </a>
              <span class="quiet">{toWords(type)}</span>
            </th>
            <td class="number">{counts ? <Badge kind="active" count={running} address={address('ACTIVE')} /> : '…'}</td>
            <td class="number">
              {counts ? <Badge kind="incident" count={withIncident} address={address('INCIDENT')} /> : '…'}
            </td>
          </tr>
        )
      })}
    </TableFrame>
  )
}
