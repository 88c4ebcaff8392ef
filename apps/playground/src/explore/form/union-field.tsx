import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { newRow } from './edit.ts'
import { type Field, type FieldOf, fits } from './field.ts'
import { FieldView } from './field-view.tsx'
import type { FieldProps } from './form-context.ts'

const NAMES: Readonly<Record<Field['kind'], string>> = {
  text: 'text',
  key: 'key',
  date: 'date',
  number: 'number',
  boolean: 'true or false',
  choice: 'one of a list',
  object: 'object',
  array: 'list',
  record: 'names and values',
  union: 'other',
  json: 'JSON',
}

/** A value of one of several kinds: which kind, then the value. */
export function UnionField({ field, ...props }: FieldProps<FieldOf<'union'>>): VNode {
  const [chosen, setChosen] = useState(0)
  const { value, label, onChange } = props
  const isChosen = value === undefined || fits(field.options[chosen] as Field, value)
  const index = isChosen ? chosen : field.options.findIndex((option) => fits(option, value))
  return (
    <div class="union">
      <select
        aria-label={`Kind of ${label}`}
        value={String(index)}
        onChange={({ currentTarget }) => {
          const next = Number(currentTarget.value)
          setChosen(next)
          onChange(newRow(field.options[next] as Field))
        }}
      >
        {field.options.map(({ kind }, at) => (
          <option key={at} value={String(at)}>
            {NAMES[kind]}
          </option>
        ))}
      </select>
      <FieldView field={field.options[index] as Field} {...props} />
    </div>
  )
}
