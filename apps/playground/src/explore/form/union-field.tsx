import type { Shape } from '@x/rest/shapes'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { newRow } from './edit.ts'
import { FieldView } from './field-view.tsx'
import type { FieldProps } from './form-context.ts'
import { fits, type ShapeOf } from './shape.ts'

/** Kinds that are not called what they are. */
const NAMES: { readonly [Kind in Shape['kind']]?: string } = {
  longText: 'text',
  integer: 'number',
  boolean: 'true or false',
  enum: 'one of a list',
  array: 'list',
  record: 'names and values',
  unknown: 'JSON',
}

/** A value of one of several kinds: which kind, then the value. */
export function UnionField({ shape, ...props }: FieldProps<ShapeOf<'union'>>): VNode {
  const [chosen, setChosen] = useState(0)
  const { value, label, onChange } = props
  const isChosen = value === undefined || fits(shape.options[chosen] as Shape, value)
  const index = isChosen ? chosen : shape.options.findIndex((option) => fits(option, value))
  return (
    <div class="union">
      <select
        aria-label={`Kind of ${label}`}
        value={String(index)}
        onChange={({ currentTarget }) => {
          const next = Number(currentTarget.value)
          setChosen(next)
          onChange(newRow(shape.options[next] as Shape))
        }}
      >
        {shape.options.map(({ kind }, at) => (
          <option key={at} value={String(at)}>
            {NAMES[kind] ?? kind}
          </option>
        ))}
      </select>
      <FieldView shape={shape.options[index] as Shape} {...props} />
    </div>
  )
}
