import { signal } from '@preact/signals'
import type { Operation } from '@x/rest/shapes'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { onSwitch } from '../connection/on-switch.ts'
import { Modal } from '../ui/modal.tsx'
import { MethodBadge } from './method-badge.tsx'

/** True after the user has chosen not to be asked again before changes on this connection. */
export const changesAreConfirmed = signal(false)

onSwitch(() => {
  changesAreConfirmed.value = false
})

interface Props {
  /** Name of the cluster to change. */
  readonly cluster: string
  readonly operation: Operation
  onConfirm(): void
  onClose(): void
}

/** Asks for confirmation before changing a real cluster, which it names. */
export function ConfirmChange({ cluster, operation, onConfirm, onClose }: Props): VNode {
  const [isForAll, setForAll] = useState(false)
  return (
    <Modal label={`Send this change to ${cluster}?`} class="confirm" onClose={onClose}>
      <h2>Send this change to {cluster}?</h2>
      <p>
        <MethodBadge method={operation.method} /> <strong>{operation.id}</strong>: {operation.summary}
      </p>
      <label class="check">
        <input type="checkbox" checked={isForAll} onChange={({ currentTarget }) => setForAll(currentTarget.checked)} />
        Don’t ask again in this tab
      </label>
      <div class="buttons">
        <button type="button" onClick={onClose}>
          Cancel
        </button>
        <button
          type="submit"
          onClick={() => {
            if (isForAll) changesAreConfirmed.value = true
            onClose()
            onConfirm()
          }}
        >
          Send
        </button>
      </div>
    </Modal>
  )
}
