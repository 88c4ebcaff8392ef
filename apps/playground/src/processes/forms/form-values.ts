import type { Component, EvaluatedForm } from './evaluate-form.ts'
import { type FormComponent, type FormModel, inputsOf } from './form-model.ts'
import { setAt, valueAt } from './variable-path.ts'

/** Values by the key of their component. */
export type FormValues = Readonly<Record<string, unknown>>

export type Variables = Readonly<Record<string, unknown>>

/** Returns the initial values of a form: the variables, or its own defaults. */
export function initialValues({ components }: FormModel, variables: Variables): FormValues {
  return Object.fromEntries(
    [...inputsOf(components)].map((component) => {
      const known = valueAt(variables, component.key)
      return [component.key, known ?? component.defaultValue ?? emptyValue(component)]
    }),
  )
}

function emptyValue({ type }: FormComponent): unknown {
  if (type === 'checkbox') return false
  if (type === 'textfield' || type === 'textarea') return ''
  return type === 'checklist' || type === 'taglist' ? [] : undefined
}

/** Returns the variables to send, without empty values and those of disabled and hidden components. */
export function toVariables({ components, values }: EvaluatedForm): Variables {
  const variables: Record<string, unknown> = {}
  for (const { key, isDisabled } of inputsOf(components)) {
    if (!isDisabled && !isEmpty(values[key])) setAt(variables, key, values[key])
  }
  return variables
}

/** Validation messages by the key of the component. */
export function findProblems({ components, values }: EvaluatedForm): ReadonlyMap<string, string> {
  const problems = new Map<string, string>()
  for (const component of inputsOf(components)) {
    if (component.isDisabled || component.isReadOnly) continue
    const problem = problemWith(component, values[component.key])
    if (problem !== undefined) problems.set(component.key, problem)
  }
  return problems
}

function problemWith({ rules, type }: Component, value: unknown): string | undefined {
  const isMissing = isEmpty(value) || (type === 'checkbox' && value === false)
  if (isMissing) return rules.required ? 'Required' : undefined
  if (type === 'number') {
    const number = Number(value)
    if (rules.min !== undefined && number < rules.min) return `Must be at least ${rules.min}`
    if (rules.max !== undefined && number > rules.max) return `Must be at most ${rules.max}`
  }
  if (typeof value !== 'string') return undefined
  const { minLength, maxLength, pattern } = rules
  if (minLength !== undefined && value.length < minLength) return `Must have at least ${minLength} characters`
  if (maxLength !== undefined && value.length > maxLength) return `Must have at most ${maxLength} characters`
  return pattern !== undefined && !matches(pattern, value) ? 'Must match the pattern of the form' : undefined
}

/** A pattern that is not a valid regular expression is left to Camunda. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern).test(value)
  } catch {
    return true
  }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
