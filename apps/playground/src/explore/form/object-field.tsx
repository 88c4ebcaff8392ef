import { stringifyJson } from '@x/rest/json'
import type { VNode } from 'preact'
import { useMemberText } from '../descriptions.ts'
import { orLeftOut, withMember } from './edit.ts'
import { FieldView } from './field-view.tsx'
import { type FieldProps, fieldId, useIssue } from './form-context.ts'
import { Group } from './group.tsx'
import { type FieldPath, isObject, isRequired as isRequiredMember, type ShapeOf } from './shape.ts'

/** An object as a group of its members. */
export function ObjectField(props: FieldProps<ShapeOf<'object'>>): VNode {
  const { value, path, label, isRequired, about } = props
  return (
    <Group path={path} label={label} isRequired={isRequired} about={about} value={value}>
      <Members {...props} />
    </Group>
  )
}

/** The members of an object, including unknown ones. */
export function Members({ shape, path, isRequired, value, onChange }: FieldProps<ShapeOf<'object'>>): VNode {
  const object = isObject(value) ? value : {}
  const members = shape.members.filter((member) => member.shape.kind !== 'ignored')
  const known = new Set(members.map(({ name }) => name))
  const set = (name: string, to: unknown): void => onChange(orLeftOut({ isRequired }, withMember(object, name, to)))
  return (
    <>
      {members.map((member) => (
        <MemberField
          key={member.name}
          type={shape.name}
          shape={member.shape}
          path={[...path, member.name]}
          label={member.name}
          isRequired={isRequiredMember(member)}
          value={object[member.name]}
          onChange={(to) => set(member.name, to)}
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

/** A member with its description. */
function MemberField({ type, ...props }: FieldProps & { readonly type: string | undefined }): VNode {
  return <FieldView {...props} about={useMemberText(type, props.label)} />
}

interface UnknownProps {
  readonly path: FieldPath
  readonly name: string
  readonly value: unknown
  onRemove(): void
}

/** A member from the JSON view that has no field. */
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
