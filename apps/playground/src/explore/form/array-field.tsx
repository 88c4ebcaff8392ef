import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { singular } from '../singular.ts'
import { newRow, orLeftOut, withoutRow, withRow } from './edit.ts'
import { FieldView } from './field-view.tsx'
import type { FieldProps } from './form-context.ts'
import { Group } from './group.tsx'
import { Members } from './object-field.tsx'
import { drawn, type ShapeOf } from './shape.ts'

/** A list: its rows, which can be removed, and a button to add one. */
export function ArrayField({
  shape,
  path,
  label,
  isRequired,
  about,
  value,
  onChange,
}: FieldProps<ShapeOf<'array'>>): VNode {
  const rows = Array.isArray(value) ? value : []
  const name = singular(label)
  const list = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef<'row' | 'add'>(undefined)
  useEffect(() => {
    if (!wantsFocus.current) return
    const row = list.current?.querySelector('.input-row:last-of-type :is(input, select, textarea)')
    const target = wantsFocus.current === 'row' ? row : list.current?.querySelector('.add-row')
    if (target instanceof HTMLElement) target.focus()
    wantsFocus.current = undefined
  }, [rows.length])

  return (
    <Group path={path} label={label} isRequired={isRequired} about={about} value={rows.length > 0 ? rows : undefined}>
      <div class="rows" ref={list}>
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a legend cannot be in a row of fields
          <div key={index} class="input-row" role="group" aria-label={`${name} ${index + 1}`}>
            <Row
              shape={shape.item}
              path={[...path, index]}
              label={`${name} ${index + 1}`}
              isRequired={false}
              value={row}
              onChange={(to) => onChange(withRow(rows, index, to, shape.item))}
            />
            <button
              type="button"
              class="remove-row"
              aria-label={`Remove ${name} ${index + 1}`}
              onClick={() => {
                wantsFocus.current = 'add'
                onChange(orLeftOut({ isRequired }, withoutRow(rows, index)))
              }}
            >
              ×
            </button>
          </div>
        ))}
        <button
          type="button"
          class="add-row"
          onClick={() => {
            wantsFocus.current = 'row'
            onChange([...rows, newRow(shape.item)])
          }}
        >
          Add {name}
        </button>
      </div>
    </Group>
  )
}

/** The members of an object are shown in the row itself, because a group in each row would have to be opened. */
function Row({ shape, ...props }: FieldProps): VNode {
  const item = drawn(shape)
  if (item.kind !== 'object' || typeof props.value !== 'object') return <FieldView shape={item} {...props} />
  return <Members shape={item} {...props} isRequired={true} />
}
