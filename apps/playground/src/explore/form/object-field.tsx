import { stringifyJson } from '@x/rest/json'
import type { VNode } from 'preact'
import { orLeftOut, withMember } from './edit.ts'
import { type FieldOf, type FieldPath, isObject } from './field.ts'
import { FieldView } from './field-view.tsx'
import { type FieldProps, fieldId, useIssue } from './form-context.ts'
import { Group } from './group.tsx'

/** An object: a group of its members. */
export function ObjectField(props: FieldProps<FieldOf<'object'>>): VNode {
  const { value, path, label, isRequired } = props
  return (
    <Group path={path} label={label} isRequired={isRequired} value={value}>
      <Members {...props} />
    </Group>
  )
}

/** The members of an object, and those that it has beside the ones that are known. */
export function Members({ field, path, isRequired, value, onChange }: FieldProps<FieldOf<'object'>>): VNode {
  const object = isObject(value) ? value : {}
  const known = new Set(field.members.map(({ name }) => name))
  const set = (name: string, to: unknown): void => onChange(orLeftOut({ isRequired }, withMember(object, name, to)))
  return (
    <>
      {field.members.map(({ name, field: member, isRequired: isMemberRequired }) => (
        <FieldView
          key={name}
          field={member}
          path={[...path, name]}
          label={name}
          isRequired={isMemberRequired}
          value={object[name]}
          onChange={(to) => set(name, to)}
        />
      ))}
      {Object.keys(object)
        .filter((name) => !known.has(name))
        .map((name) => (
          <UnknownMember
            key={name}
            path={[...path, name]}
            name={name}
            value={object[name]}
            onRemove={() => set(name, undefined)}
          />
        ))}
    </>
  )
}

interface UnknownProps {
  readonly path: FieldPath
  readonly name: string
  readonly value: unknown
  onRemove(): void
}

/** A member that came as JSON and that no field is for. */
function UnknownMember({ path, name, value, onRemove }: UnknownProps): VNode {
  const issue = useIssue(path)
  return (
    <div class="input-field">
      <span>{name}</span>
      <span class="unknown-member">
        <code>{stringifyJson(value)}</code>
        <button type="button" id={fieldId(path)} data-invalid={issue ? '' : undefined} onClick={onRemove}>
          Remove <span class="visually-hidden">{name}</span>
        </button>
      </span>
      {issue && <small class="field-issue">{issue}</small>}
    </div>
  )
}
