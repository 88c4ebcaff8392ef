import type { ProcessDefinition } from '@x/operate'
import type { VNode } from 'preact'
import { addresses } from '../addresses.ts'

interface Props {
  readonly definition: ProcessDefinition
  /** The newest first. */
  readonly versions: readonly ProcessDefinition[]
}

/** The version that is shown, and the way to the others. */
export function VersionSelect({ definition, versions }: Props): VNode {
  const all = versions.some(({ key }) => key === definition.key) ? versions : [definition, ...versions]
  return (
    <label class="version">
      Version{' '}
      <select
        value={definition.key}
        onChange={({ currentTarget }) => {
          location.hash = addresses.definition(currentTarget.value)
        }}
      >
        {all.map(({ key, version, versionTag }, index) => (
          <option key={key} value={key}>
            {[version, versionTag && `(${versionTag})`, index === 0 && 'latest'].filter(Boolean).join(' ')}
          </option>
        ))}
      </select>
    </label>
  )
}
