import type { VNode } from 'preact'
import type { Component } from './evaluate-form.ts'
import { isSame, type Option } from './options.ts'

interface Props {
  readonly id: string
  readonly component: Component
  readonly value: unknown
  /** IDs of the elements that describe it. */
  readonly about: string | undefined
  readonly isInvalid: boolean
  onInput(value: unknown): void
}

/** The input element of one component. */
export function FormControl(props: Props): VNode {
  const { id, component, value, about, isInvalid, onInput } = props
  const { type, isDisabled, isReadOnly, rules, options } = component
  const shared = {
    id,
    disabled: isDisabled,
    'aria-describedby': about,
    'aria-invalid': isInvalid,
    'aria-required': rules.required === true,
  }
  switch (type) {
    case 'checkbox':
      return (
        <input
          {...shared}
          type="checkbox"
          disabled={isDisabled || isReadOnly}
          checked={value === true}
          onChange={({ currentTarget }) => onInput(currentTarget.checked)}
        />
      )
    case 'select':
      return (
        <select
          {...shared}
          disabled={isDisabled || isReadOnly}
          value={indexOf(options, value)}
          onChange={({ currentTarget }) => onInput(options[Number(currentTarget.value)]?.value)}
        >
          <option value="">Choose</option>
          {options.map(({ label }, index) => (
            <option key={index} value={index}>
              {label}
            </option>
          ))}
        </select>
      )
    case 'radio':
    case 'checklist':
    case 'taglist':
      return <Options {...props} />
    case 'textarea':
      return (
        <textarea
          {...shared}
          rows={4}
          readOnly={isReadOnly}
          value={textOf(value)}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      )
    case 'number':
      return (
        <input
          {...shared}
          type="number"
          step="any"
          readOnly={isReadOnly}
          value={textOf(value)}
          onInput={({ currentTarget: { valueAsNumber } }) =>
            onInput(Number.isNaN(valueAsNumber) ? undefined : valueAsNumber)
          }
        />
      )
    default:
      return (
        <input
          {...shared}
          type="text"
          placeholder={type === 'datetime' ? '2026-01-31T09:00:00Z' : undefined}
          readOnly={isReadOnly}
          value={textOf(value)}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      )
  }
}

/** A choice of one or several options. */
function Options({ id, component, value, onInput }: Props): VNode {
  const { type, options, isDisabled, isReadOnly } = component
  const isOne = type === 'radio'
  const chosen: readonly unknown[] = isOne ? [value] : Array.isArray(value) ? value : []
  const toggle = (option: Option, isChosen: boolean): void => {
    if (isOne) onInput(option.value)
    else onInput(options.map((one) => one.value).filter((one) => (one === option.value ? isChosen : has(chosen, one))))
  }
  return (
    <>
      {options.map((option, index) => (
        <label key={index}>
          <input
            type={isOne ? 'radio' : 'checkbox'}
            name={id}
            disabled={isDisabled || isReadOnly}
            checked={has(chosen, option.value)}
            onChange={({ currentTarget }) => toggle(option, currentTarget.checked)}
          />{' '}
          {option.label}
        </label>
      ))}
    </>
  )
}

function has(values: readonly unknown[], value: unknown): boolean {
  return values.some((one) => isSame(one, value))
}

/** Returns the value of an option as text: values may have any type. */
function indexOf(options: readonly Option[], value: unknown): string {
  const index = options.findIndex((option) => isSame(option.value, value))
  return index < 0 ? '' : String(index)
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
