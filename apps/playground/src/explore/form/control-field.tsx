import type { Limits } from '@x/rest/shapes'
import type { VNode } from 'preact'
import { Prose } from '../prose.tsx'
import { Control } from './control.tsx'
import { isWrittenAsJson } from './control-text.ts'
import { type FieldProps, fieldId, useIssue } from './form-context.ts'
import { useSuggestions } from './use-suggestions.ts'

const KEY = 'A key has digits only, for example 2251799813685254'

/** Larger limits are rarely reached, and would be shown below every field. */
const SHORT_TEXT = 100

/** A field with one control: label, control, description and issue. */
export function ControlField({ shape, path, label, isRequired, about, value, onChange }: FieldProps): VNode {
  const found = useIssue(path)
  // The client's messages say "string" for programs; here everything is typed text.
  const issue = found && shape.kind === 'key' && value ? KEY : found
  const id = fieldId(path)
  const hint = hintOf(shape)
  const suggestions = useSuggestions(label)
  // Preact's types have `list` for some kinds of inputs only.
  const suggested: object = suggestions ? { list: `${id}-values`, onFocus: suggestions.look } : {}
  const describedBy =
    [issue && `${id}-issue`, about && `${id}-about`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
  return (
    <div class={`input-field field-${shape.kind}`}>
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
        shape={shape}
        value={value}
        onChange={onChange}
        label={label}
        attributes={{
          id,
          'aria-required': isRequired || undefined,
          'aria-invalid': issue ? true : undefined,
          'aria-describedby': describedBy,
          ...suggested,
        }}
      />
      {suggestions && (
        <datalist id={`${id}-values`}>
          {suggestions.values.map((one) => (
            <option key={one.value} value={one.value} label={one.label} />
          ))}
        </datalist>
      )}
      {about && (
        <small id={`${id}-about`} class="field-about">
          <Prose text={about} />
        </small>
      )}
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

function hintOf(shape: FieldProps['shape']): string | undefined {
  const { min, max } = shape as Limits
  if (isWrittenAsJson(shape.kind)) return 'JSON, or text'
  switch (shape.kind) {
    case 'secret':
      return 'Not part of the link.'
    case 'number':
    case 'integer':
      return max === undefined ? undefined : `${min ?? 0} to ${max}`
    default:
      return max !== undefined && max <= SHORT_TEXT ? `At most ${max} characters` : undefined
  }
}
