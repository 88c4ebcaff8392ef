import type { DecisionDefinition } from '@x/camunda'
import type { VNode } from 'preact'
import { route } from '../../routing/route.ts'
import { addresses } from '../addresses.ts'

const ALL = 'all'

interface Props {
  readonly definition: DecisionDefinition
  /** Newest first. */
  readonly versions: readonly DecisionDefinition[]
  /** True if the evaluations of all versions are shown. */
  readonly ofAll: boolean
}

/** Selects one version or all. The state filter in the address stays. */
export function DecisionVersionSelect({ definition, versions, ofAll }: Props): VNode {
  const { parameters } = route.value
  return (
    <label class="version">
      Version{' '}
      <select
        value={ofAll ? ALL : definition.decisionDefinitionKey}
        onChange={({ currentTarget: { value } }) => {
          const key = value === ALL ? definition.decisionDefinitionKey : value
          location.hash = addresses.decision(key, { ...parameters, versions: value === ALL ? ALL : undefined })
        }}
      >
        <option value={ALL}>All versions</option>
        {versions.map(({ decisionDefinitionKey, version }, index) => (
          <option key={decisionDefinitionKey} value={decisionDefinitionKey}>
            {index === 0 ? `${version} latest` : version}
          </option>
        ))}
      </select>
    </label>
  )
}
