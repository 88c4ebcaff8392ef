import type { VNode } from 'preact'
import { addresses } from '../addresses.ts'
import { Badge } from '../badge.tsx'
import type { BpmnElement } from '../diagram/bpmn-elements.ts'
import { TableFrame } from '../paged-table.tsx'
import { toWords } from '../words.ts'
import type { ElementCount } from './element-counts.ts'

interface Props {
  readonly definitionKey: string
  readonly elements: readonly BpmnElement[]
  /** Undefined while they are on their way. */
  readonly counts: ReadonlyMap<string, ElementCount> | undefined
  readonly openId: string | undefined
}

/** The diagram's flow nodes as a table: the same counts and ways, without the picture. */
export function ElementsTable({ definitionKey, elements, counts, openId }: Props): VNode {
  return (
    <TableFrame
      label="Elements with their counts"
      columns={['Element', { figures: 'Active' }, { figures: 'Incidents' }]}
    >
      {elements.map(({ id, name, type }) => {
        const { active = 0, incidents = 0 } = counts?.get(id) ?? {}
        return (
          <tr key={id} class={id === openId ? 'is-open' : undefined}>
            <th scope="row">
              <a href={addresses.element(definitionKey, id)} aria-current={id === openId ? 'true' : undefined}>
                {name || id}
              </a>
              <span class="quiet">{toWords(type)}</span>
            </th>
            <td class="number">{counts ? <Badge kind="active" count={active} /> : '…'}</td>
            <td class="number">{counts ? <Badge kind="incident" count={incidents} /> : '…'}</td>
          </tr>
        )
      })}
    </TableFrame>
  )
}
