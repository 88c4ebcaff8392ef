import type { VNode } from 'preact'
import type { Cluster } from '../../connection/connection.ts'
import { EvaluationsTable } from '../decisions/evaluations-table.tsx'

interface Props {
  readonly cluster: Cluster
  readonly instanceKey: string
}

/** The decisions that were evaluated for an instance. */
export function InstanceDecisions({ cluster, instanceKey }: Props): VNode {
  return (
    <section>
      <h2>Decisions</h2>
      <EvaluationsTable
        cluster={cluster}
        filter={{ processInstanceKey: instanceKey }}
        empty="No decision was evaluated"
        ofMany
      />
    </section>
  )
}
