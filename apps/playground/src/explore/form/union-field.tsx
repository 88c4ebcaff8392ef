import type { Shape } from '@x/rest/shapes'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { newRow } from './edit.ts'
import { FieldView } from './field-view.tsx'
import type { FieldProps } from './form-context.ts'
import type { ShapeOf } from './shape.ts'
import { nameOf, optionOf } from './union-options.ts'

/** A value of one of several kinds: a choice of the kind, and its field. */
export function UnionField({ shape: { options }, ...props }: FieldProps<ShapeOf<'union'>>): VNode {
  const [chosen, setChosen] = useState<number>()
  const { value, label, onChange } = props
  const index = optionOf(options, value, chosen)
  return (
    <div class="union">
      <select
        aria-label={`Kind of ${label}`}
        value={String(index)}
        onChange={({ currentTarget }) => {
          const next = Number(currentTarget.value)
          setChosen(next)
          onChange(newRow(options[next] as Shape))
        }}
      >
        {options.map((option, at) => (
          <option key={at} value={String(at)}>
            {nameOf(option, options)}
          </option>
        ))}
      </select>
      <FieldView shape={options[index] as Shape} {...props} />
    </div>
  )
}
