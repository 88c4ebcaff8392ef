import { parseJson } from '@x/rest/json'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { describeJsonError, findJsonError } from '../../explore/form/json-error.ts'
import { ActionButton } from './action-button.tsx'
import { setVariables } from './step.ts'

interface Props {
  readonly cluster: Cluster
  readonly scopeKey: string
  readonly name: string
  /** The value as JSON. */
  readonly value: string
}

/** Sets a variable to another JSON value. */
export function EditVariable({ cluster, scopeKey, name, value }: Props): VNode {
  const [text, setText] = useState(value)
  const problem = findJsonError(text)
  return (
    <ActionButton
      cluster={cluster}
      label="Edit"
      title={`Set ${name}`}
      about="Expressions evaluated from now on use the new value."
      steps={problem ? [] : [setVariables(cluster, scopeKey, { [name]: parseJson(text) })]}
    >
      <label class="field">
        Value as JSON
        <textarea
          rows={4}
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      {problem && <p class="bad">{describeJsonError(problem)}</p>}
    </ActionButton>
  )
}
