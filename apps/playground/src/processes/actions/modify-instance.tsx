import type { ElementInstance } from '@x/camunda'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import type { BpmnElement } from '../diagram/bpmn-elements.ts'
import { ActionButton } from './action-button.tsx'
import { modifyInstance } from './step.ts'

interface Props {
  readonly cluster: Cluster
  readonly instanceKey: string
  /** Elements of the process. */
  readonly elements: readonly BpmnElement[]
  /** The active elements of the instance. */
  readonly active: readonly ElementInstance[]
}

/** Moves, adds or removes a token of an instance. */
export function ModifyInstance({ cluster, instanceKey, elements, active }: Props): VNode {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [terminate, activate] = [from || undefined, to || undefined]
  const isNothing = terminate === undefined && activate === undefined
  return (
    <ActionButton
      cluster={cluster}
      label="Modify instance"
      title={`Modify instance ${instanceKey}`}
      about="Terminates an active element, activates another element, or both: that moves a token."
      steps={isNothing ? [] : [modifyInstance(cluster, instanceKey, { terminate, activate })]}
    >
      <label class="field">
        Terminate
        <select value={from} onChange={({ currentTarget }) => setFrom(currentTarget.value)}>
          <option value="">nothing</option>
          {active.map(({ elementInstanceKey, elementName, elementId }) => (
            <option key={elementInstanceKey} value={elementInstanceKey}>
              {elementName || elementId}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        Activate
        <select value={to} onChange={({ currentTarget }) => setTo(currentTarget.value)}>
          <option value="">nothing</option>
          {elements.map(({ id, name }) => (
            <option key={id} value={id}>
              {name || id}
            </option>
          ))}
        </select>
      </label>
    </ActionButton>
  )
}
