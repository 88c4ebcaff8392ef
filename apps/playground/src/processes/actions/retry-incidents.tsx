import type { Incident } from '@x/camunda'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { plural } from '../words.ts'
import { ActionButton } from './action-button.tsx'
import { resolveIncident, type Step, updateRetries } from './step.ts'

interface Props {
  readonly cluster: Cluster
  readonly incidents: readonly Pick<Incident, 'incidentKey' | 'jobKey'>[]
}

/** Resolves incidents: what failed is repeated, jobs with new retries. */
export function RetryIncidents({ cluster, incidents }: Props): VNode {
  const [retries, setRetries] = useState(1)
  const hasJobs = incidents.some(({ jobKey }) => jobKey)
  const verb = hasJobs ? 'Retry' : 'Resolve'
  const count = incidents.length
  const steps = incidents.flatMap(({ incidentKey, jobKey }): readonly Step[] => {
    const resolve = resolveIncident(cluster, incidentKey)
    return jobKey ? [updateRetries(cluster, jobKey, retries), resolve] : [resolve]
  })
  return (
    <ActionButton
      cluster={cluster}
      label={count === 1 ? verb : `${verb} all ${count.toLocaleString()}`}
      title={`${verb} ${plural(count, 'incident')}`}
      about={
        hasJobs
          ? 'Makes the job available to workers again. If the cause is not fixed, it fails again with a new incident.'
          : 'Retries the failed step. If the cause is not fixed, it fails again with a new incident.'
      }
      steps={Number.isInteger(retries) && retries > 0 ? steps : []}
    >
      {hasJobs && (
        <label class="field">
          Retries for each job
          <input
            type="number"
            min={1}
            step={1}
            required
            value={retries}
            onInput={({ currentTarget }) => setRetries(currentTarget.valueAsNumber)}
          />
        </label>
      )}
    </ActionButton>
  )
}
