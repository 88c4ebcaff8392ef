import type { VNode } from 'preact'
import { emptyValue, orLeftOut, withMember, withName } from './edit.ts'
import { FieldView } from './field-view.tsx'
import type { FieldProps } from './form-context.ts'
import { Group } from './group.tsx'
import { isObject, type ShapeOf } from './shape.ts'

/** An object with arbitrary names: rows with a name and a value. */
export function RecordField({
  shape,
  path,
  label,
  isRequired,
  about,
  value,
  onChange,
}: FieldProps<ShapeOf<'record'>>): VNode {
  const record = isObject(value) ? value : {}
  const names = Object.keys(record)
  const change = (to: unknown): void => onChange(orLeftOut({ isRequired }, to))
  return (
    <Group
      path={path}
      label={label}
      isRequired={isRequired}
      about={about}
      value={names.length > 0 ? record : undefined}
    >
      <div class="rows">
        {names.map((name, index) => (
          <div key={index} class="input-row">
            <label class="input-field">
              name
              <input
                value={name}
                // Only when it is complete: while typing, it could equal the name of another row.
                onChange={({ currentTarget }) => {
                  const to = currentTarget.value
                  if (to === '' || names.includes(to)) currentTarget.value = name
                  else change(withName(record, name, to))
                }}
              />
            </label>
            <FieldView
              shape={shape.value}
              path={[...path, name]}
              label={`value of ${name}`}
              isRequired={true}
              value={record[name]}
              onChange={(to) => change(withMember(record, name, to ?? ''))}
            />
            <button
              type="button"
              class="remove-row"
              aria-label={`Remove ${name}`}
              onClick={() => change(withMember(record, name, undefined))}
            >
              ×
            </button>
          </div>
        ))}
        <button
          type="button"
          class="add-row"
          onClick={() => change(withMember(record, freeName(names), emptyValue(shape.value) ?? ''))}
        >
          Add a name
        </button>
      </div>
    </Group>
  )
}

function freeName(names: readonly string[]): string {
  let number = names.length + 1
  while (names.includes(`name${number}`)) number += 1
  return `name${number}`
}
