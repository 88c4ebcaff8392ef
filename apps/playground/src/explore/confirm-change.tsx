import { signal } from '@preact/signals'
import type { Operation } from '@x/rest/shapes'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Modal } from '../ui/modal.tsx'
import { MethodBadge } from './method-badge.tsx'

/** True once somebody said that this tab may change things at a real Camunda without asking each time. */
export const changesAreConfirmed = signal(false)

interface Props {
  readonly operation: Operation
  onConfirm(): void
  onClose(): void
}

/** Asks before something is changed at a real Camunda. */
export function ConfirmChange({ operation, onConfirm, onClose }: Props): VNode {
  const [isForAll, setForAll] = useState(false)
  return (
    <Modal label="Change something at a real Camunda?" class="confirm" onClose={onClose}>
      <h2>Change something at a real Camunda?</h2>
      <p>
        <MethodBadge method={operation.method} /> <strong>{operation.id}</strong>: {operation.summary}
      </p>
      <label class="check">
        <input type="checkbox" checked={isForAll} onChange={({ currentTarget }) => setForAll(currentTarget.checked)} />
        Do not ask again in this tab
      </label>
      <div class="buttons">
        <button type="button" onClick={onClose}>
          Leave it
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
