import type { VNode } from 'preact'
import type { Cluster } from '../connection/connection.ts'
import { loadProcesses, titleOf } from './definitions.ts'
import { useRefreshed } from './use-refreshed.ts'

interface Props {
  readonly cluster: Cluster
  /** ID of the process; undefined for all. */
  readonly value: string | undefined
  address(process: string | undefined): string
}

/** Selects a process. The selection is part of the address. */
export function ProcessFilter({ cluster, value, address }: Props): VNode {
  const { value: processes } = useRefreshed((signal) => loadProcesses(cluster, signal), [cluster])
  const ids = new Map(
    processes?.items.map(({ processDefinitionId, versions }) => [processDefinitionId, titleOf(versions[0])]),
  )
  if (value !== undefined && !ids.has(value)) ids.set(value, value)
  return (
    <select
      aria-label="Process"
      value={value ?? ''}
      onChange={({ currentTarget }) => {
        location.hash = address(currentTarget.value || undefined)
      }}
    >
      <option value="">All processes</option>
      {[...ids].map(([id, title]) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  )
}
