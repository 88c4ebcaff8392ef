import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { useRefusal } from '../actions/refusal.ts'
import { deployFiles } from '../actions/step.ts'
import { problemOf } from '../problem-of.ts'
import { refreshSoon } from '../refreshes.ts'

/** Shown for a cluster without processes: how to deploy the first one. */
export function NothingDeployed({ cluster }: { readonly cluster: Cluster }): VNode {
  const refusal = useRefusal(cluster)
  const [problem, setProblem] = useState<string>()

  async function deploySample(): Promise<void> {
    try {
      const { sampleProcess } = await import('./sample-process.ts')
      await deployFiles(cluster, [new File([sampleProcess], 'parcel.bpmn', { type: 'application/xml' })]).send()
      refreshSoon()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }

  return (
    <div class="notice">
      <p>No process is deployed yet. Drop a BPMN file on this page, or deploy a sample.</p>
      <button type="button" disabled={refusal !== undefined} title={refusal} onClick={() => void deploySample()}>
        Deploy a sample process
      </button>
      {problem !== undefined && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
