import type { Shape } from '@x/rest/shapes'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { controlText, isWrittenAsJson, readControl } from './control-text.ts'
import { DateControl } from './date-control.tsx'
import { FileControl } from './file-control.tsx'
import { OpenChoice } from './open-choice.tsx'

export interface ControlProps {
  readonly shape: Shape
  readonly value: unknown
  readonly label: string
  readonly attributes: {
    readonly id: string
    readonly 'aria-required': boolean | undefined
    readonly 'aria-invalid': boolean | undefined
    readonly 'aria-describedby': string | undefined
  }
  onChange(value: unknown): void
}

/** The control of a scalar: a text box, a list or a date picker. */
export function Control(props: ControlProps): VNode {
  const { shape, value, label, attributes, onChange } = props
  const [text, setText] = useControlText(shape, value, onChange)
  const typed = {
    ...attributes,
    value: text,
    spellcheck: false,
    autocomplete: 'off' as const,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      setText(currentTarget.value),
  }
  switch (shape.kind) {
    case 'boolean':
      return <Select {...props} values={['true', 'false']} text={text} setText={setText} />
    case 'enum':
      if (shape.open) return <OpenChoice {...props} values={shape.values} />
      return <Select {...props} values={shape.values} text={text} setText={setText} />
    case 'key':
      return <input {...typed} class="exact" inputMode="numeric" />
    case 'number':
    case 'integer':
      return <input {...typed} inputMode="decimal" />
    case 'date':
      return (
        <DateControl label={label} onPick={setText}>
          <input {...typed} class="exact" placeholder="2026-01-31T09:00:00Z" />
        </DateControl>
      )
    case 'bytes':
      return <FileControl {...props} />
    case 'longText':
      return <textarea {...typed} rows={4} />
    case 'secret':
      return <input {...typed} type="password" autocomplete="new-password" />
    case 'email':
      return <input {...typed} inputMode="email" />
    default:
      return isWrittenAsJson(shape.kind) ? <textarea {...typed} rows={2} /> : <input {...typed} />
  }
}

interface SelectProps extends ControlProps {
  readonly values: readonly string[]
  readonly text: string
  setText(text: string): void
}

function Select({ attributes, values, text, setText }: SelectProps): VNode {
  return (
    <select {...attributes} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)}>
      <option value="">—</option>
      {/* A value that is none of the list is shown too: validation says what is wrong with it. */}
      {(text === '' || values.includes(text) ? values : [...values, text]).map((value) => (
        <option key={value}>{value}</option>
      ))}
    </select>
  )
}

/** The typed text as long as it represents the value (`1.0` represents 1), otherwise the value's own text. */
function useControlText(
  shape: Shape,
  value: unknown,
  onChange: (value: unknown) => void,
): readonly [string, (text: string) => void] {
  const [typed, setTyped] = useState('')
  const means = readControl(shape, typed)
  const isSame = means === value || JSON.stringify(means) === JSON.stringify(value)
  return [
    isSame ? typed : controlText(shape, value),
    (text) => {
      setTyped(text)
      onChange(readControl(shape, text))
    },
  ]
}
