import type { ComponentChildren, VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { ActionDialog } from './action-dialog.tsx'
import { useRefusal } from './refusal.ts'
import type { Step } from './step.ts'

export interface ActionProps {
  readonly cluster: Cluster
  /** What the button says, a verb: "Retry". */
  readonly label: string
  /** What is done, to be followed by the cluster's name: "Retry 8 incidents". */
  readonly title: string
  /** What happens then. */
  readonly about: string
  /** What is sent; empty while something is missing. */
  readonly steps: readonly Step[]
  readonly isDangerous?: boolean
  /** True for what most people come for. */
  readonly isMain?: boolean
  /** Fields that decide the steps. */
  readonly children?: ComponentChildren
  /** True if every supported version has it. */
  readonly isInEveryVersion?: boolean
  /** Called with the responses after all steps were sent. */
  onDone?(responses: readonly unknown[]): void
}

/** A button that previews what it would change, asks, and then does it. Disabled with the reason where it is not allowed. */
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
