import type { OperateClient } from '@x/operate'
import type { VNode } from 'preact'
import { EvaluationsTable } from '../decisions/evaluations-table.tsx'

interface Props {
  readonly operate: OperateClient
  readonly instanceKey: string
}

/** The decisions that were evaluated for an instance. */
export function InstanceDecisions({ operate, instanceKey }: Props): VNode {
  return (
    <section>
      <h2>Decisions</h2>
      <EvaluationsTable
        operate={operate}
        filter={{ processInstanceKey: instanceKey }}
        empty="No decision was evaluated."
        ofMany
      />
    </section>
  )
}
