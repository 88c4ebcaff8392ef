import type { ProcessDefinition } from '@x/camunda'
import type { VNode } from 'preact'
import { route } from '../../routing/route.ts'
import { addresses } from '../addresses.ts'

interface Props {
  readonly definition: ProcessDefinition
  /** Newest first. */
  readonly versions: readonly ProcessDefinition[]
  /** True if all versions are shown. */
  readonly ofAll: boolean
  readonly elementId: string | undefined
}

const ALL = 'all'

/** Selects one version or all. The rest of the address, such as the state filter, stays. */
export function VersionSelect({ definition, versions, ofAll, elementId }: Props): VNode {
  const { parameters } = route.value
  function open(choice: string): void {
    const key = choice === ALL ? definition.processDefinitionKey : choice
    const to = { ...parameters, versions: choice === ALL ? ALL : undefined }
    location.hash = elementId === undefined ? addresses.definition(key, to) : addresses.element(key, elementId, to)
  }
  return (
    <label class="version">
      Version{' '}
      <select
        value={ofAll ? ALL : definition.processDefinitionKey}
        onChange={({ currentTarget }) => open(currentTarget.value)}
      >
        <option value={ALL}>All versions</option>
        {versions.map(({ processDefinitionKey, version, versionTag }, index) => (
          <option key={processDefinitionKey} value={processDefinitionKey}>
            {[version, versionTag && `(${versionTag})`, index === 0 && 'latest'].filter(Boolean).join(' ')}
          </option>
        ))}
      </select>
    </label>
  )
}
