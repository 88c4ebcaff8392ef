import type { ComponentChildren, VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { ActionDialog } from './action-dialog.tsx'
import { useRefusal } from './refusal.ts'
import type { Step } from './step.ts'

export interface ActionProps {
  readonly cluster: Cluster
  /** Label of the button, a verb: "Retry". */
  readonly label: string
  /** The action, which is followed by the cluster's name: "Retry 8 incidents". */
  readonly title: string
  /** Its consequences. */
  readonly about: string
  /** The requests to send; empty while something is missing. */
  readonly steps: readonly Step[]
  readonly isDangerous?: boolean
  /** True for the most common action. */
  readonly isMain?: boolean
  /** Fields that determine the requests. */
  readonly children?: ComponentChildren
  /** True if all supported versions have it. */
  readonly isInEveryVersion?: boolean
  /** Called with the responses to all requests. */
  onDone?(responses: readonly unknown[]): void
}

/**
 * A button that previews its changes and asks for confirmation. If the action is not allowed, it is disabled with the
 * reason.
 */
export function ActionButton(props: ActionProps): VNode {
  const [isOpen, setOpen] = useState(false)
  const refusal = useRefusal(props.cluster, props.isInEveryVersion)
  return (
    <>
      <button
        type="button"
        class={props.isMain ? 'action primary' : 'action'}
        disabled={refusal !== undefined}
        title={refusal}
        onClick={() => setOpen(true)}
      >
        {props.label}
      </button>
      {isOpen && <ActionDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
