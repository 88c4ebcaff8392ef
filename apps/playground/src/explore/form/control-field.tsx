import type { VNode } from 'preact'
import { Control } from './control.tsx'
import type { Field } from './field.ts'
import { type FieldProps, fieldId, useIssue } from './form-context.ts'
import { isSecretName } from './member-names.ts'

/** A field of one control: its name, the control, what to know about it, and what is wrong. */
export function ControlField({ field, path, label, isRequired, value, onChange }: FieldProps<Field>): VNode {
  const issue = useIssue(path)
  const id = fieldId(path)
  const isSecret = isSecretName(label)
  const hint = isSecret ? 'Kept out of the address.' : hintOf(field)
  const describedBy = [issue && `${id}-issue`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
  return (
    <div class={`input-field field-${field.kind}${field.kind === 'text' && field.isLong ? ' field-long' : ''}`}>
      <label for={id}>
        {label}
        {isRequired && (
          <span class="required-mark" title="required">
            <span aria-hidden="true"> *</span>
            <span class="visually-hidden"> (required)</span>
          </span>
        )}
      </label>
      <Control
        field={field}
        value={value}
        onChange={onChange}
        isSecret={isSecret}
        label={label}
        attributes={{
          id,
          'aria-required': isRequired || undefined,
          'aria-invalid': issue ? true : undefined,
          'aria-describedby': describedBy,
        }}
      />
      {hint && (
        <small id={`${id}-hint`} class="field-hint">
          {hint}
        </small>
      )}
      {issue && (
        <small id={`${id}-issue`} class="field-issue">
          {issue}
        </small>
      )}
    </div>
  )
}

function hintOf(field: Field): string | undefined {
  if (field.kind === 'json') return 'JSON, or text'
  if (field.kind !== 'number' || field.max === undefined) return undefined
  return `${field.min ?? 0} to ${field.max}`
}
