import { stringifyJson } from '@x/rest/json'
import type { ComponentChildren, VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Prose } from '../prose.tsx'
import { fieldId, useIssue } from './form-context.ts'
import type { FieldPath } from './shape.ts'

interface Props {
  readonly path: FieldPath
  readonly label: string
  readonly isRequired: boolean
  readonly about?: string | undefined
  /** Summary while it is closed. Undefined if it is empty. */
  readonly value: unknown
  readonly children: ComponentChildren
}

/** Fields that belong together. Optional groups are closed at first, so that long forms start short. */
export function Group({ path, label, isRequired, about, value, children }: Props): VNode {
  const [isOpen, setOpen] = useState(isRequired)
  const issue = useIssue(path)
  const id = fieldId(path)
  return (
    <details
      class="group"
      open={isOpen}
      onToggle={({ currentTarget, target }) => target === currentTarget && setOpen(currentTarget.open)}
    >
      <summary id={id} aria-describedby={issue && `${id}-issue`} data-invalid={issue ? '' : undefined}>
        <span>{label}</span>
        {isRequired && (
          <span class="required-mark" title="required">
            <span aria-hidden="true"> *</span>
            <span class="visually-hidden"> (required)</span>
          </span>
        )}
        {!isOpen && value !== undefined && <code class="group-preview">{stringifyJson(value)}</code>}
      </summary>
      {issue && (
        <small id={`${id}-issue`} class="field-issue">
          {issue}
        </small>
      )}
      {about && (
        <small class="field-about">
          <Prose text={about} />
        </small>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need the name twice, the summary has it */}
      <div class="group-fields" role="group" aria-labelledby={id}>
        {/* Not before it is looked at or filled in: a shape may contain itself. */}
        {(isOpen || value !== undefined) && children}
      </div>
    </details>
  )
}
