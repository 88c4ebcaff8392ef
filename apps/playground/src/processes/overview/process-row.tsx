import type { OperateClient } from '@x/operate'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { addresses } from '../addresses.ts'
import { Badge } from '../badge.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { loadCounts, type ProcessVersions, titleOf } from './load-overview.ts'

interface Props {
  readonly operate: OperateClient
  readonly process: ProcessVersions
}

/** One process: its latest version unless another is chosen. */
export function ProcessRow({ operate, process: { bpmnProcessId, versions } }: Props): VNode {
  const [chosenKey, setChosenKey] = useState<string>()
  const definition = versions.find(({ key }) => key === chosenKey) ?? versions[0]
  const { value: counts, error } = useRefreshed(
    (signal) => loadCounts(operate, definition.key, signal),
    [operate, definition.key],
  )
  const unknown = error === undefined ? '…' : 'Not loaded'
  return (
    <tr>
      <th scope="row">
        <a href={addresses.definition(definition.key)}>{titleOf(definition)}</a>
        <code class="quiet">{bpmnProcessId}</code>
      </th>
      <td class="number">{counts ? <Badge kind="active" count={counts.active} /> : unknown}</td>
      <td class="number">{counts ? <Badge kind="incident" count={counts.incidents} /> : unknown}</td>
      <td>
        <select
          aria-label={`Version of ${titleOf(definition)}`}
          value={definition.key}
          onChange={({ currentTarget }) => setChosenKey(currentTarget.value)}
        >
          {versions.map(({ key, version, versionTag }) => (
            <option key={key} value={key}>
              {versionTag ? `${version} (${versionTag})` : version}
            </option>
          ))}
        </select>
      </td>
    </tr>
  )
}
