import type { VNode } from 'preact'
import type { Cluster } from '../../connection/connection.ts'
import { ActionButton } from './action-button.tsx'
import { cancelInstance } from './step.ts'

interface Props {
  readonly cluster: Cluster
  readonly instanceKey: string
}

export function CancelInstance({ cluster, instanceKey }: Props): VNode {
  return (
    <ActionButton
      cluster={cluster}
      label="Cancel instance"
      title={`Cancel instance ${instanceKey}`}
      about="Terminates the instance with all instances it called. This cannot be undone."
      steps={[cancelInstance(cluster, instanceKey)]}
      isDangerous
    />
  )
}
