import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { ControlProps } from './control.tsx'

const OTHER = 'other'

interface Props extends ControlProps {
  readonly values: readonly string[]
}

/** A list of values that newer servers may have extended, so any other text can be typed. */
export function OpenChoice({ values, value, label, attributes, onChange }: Props): VNode {
  const [isOther, setOther] = useState(false)
  const text = value === undefined ? '' : String(value)
  const isUnknown = text !== '' && !values.includes(text)
  return (
    <>
      <select
        {...attributes}
        value={isOther || isUnknown ? OTHER : text === '' ? '' : `=${text}`}
        onChange={({ currentTarget: { value: chosen } }) => {
          setOther(chosen === OTHER)
          onChange(chosen.startsWith('=') ? chosen.slice(1) : undefined)
        }}
      >
        <option value="">—</option>
        {values.map((known) => (
          <option key={known} value={`=${known}`}>
            {known}
          </option>
        ))}
        <option value={OTHER}>Other …</option>
      </select>
      {(isOther || isUnknown) && (
        <input
          aria-label={`Other ${label}`}
          autocomplete="off"
          spellcheck={false}
          value={isUnknown ? text : ''}
          onInput={({ currentTarget }) => {
            setOther(true)
            onChange(currentTarget.value || undefined)
          }}
        />
      )}
    </>
  )
}
