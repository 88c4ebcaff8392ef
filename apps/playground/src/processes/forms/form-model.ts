import { parseJson } from '@x/rest/json'
import { isObject } from '../../explore/answer/value/list-of.ts'
import { hasBlocks, isExpression, isTemplate } from './feel.ts'

/** A component of a Camunda form, as far as it is shown here. What may be an expression is not evaluated yet. */
export interface FormComponent {
  /** As form-js calls it: `textfield`. */
  readonly type: string
  /** Unique in the form. */
  readonly id: string
  /** Path of the variable that it reads and writes: `customer.name`. Undefined for one that only shows something. */
  readonly key: string | undefined
  /** This, the description and the text may have expressions in double braces, too. */
  readonly label: string
  readonly description: string
  /** Of a text: Markdown. */
  readonly text: string
  readonly defaultValue: unknown
  readonly isDisabled: boolean
  readonly readOnly: unknown
  /** When it is not shown, and its value not sent. */
  readonly hide: unknown
  /** Of a value that is computed. */
  readonly expression: unknown
  /** What a value has to be. */
  readonly validate: Readonly<Record<string, unknown>>
  readonly options: OptionSource
  /** Those in a group. */
  readonly components: readonly FormComponent[]
}

/** Where the choices of a select, a radio group or a checklist come from. */
export type OptionSource =
  | { readonly type: 'fixed'; readonly values: unknown }
  | { readonly type: 'variable'; readonly name: string }
  | { readonly type: 'expression'; readonly expression: string }

export interface FormModel {
  readonly components: readonly FormComponent[]
  /** Whether FEEL is needed to show it. */
  readonly hasExpressions: boolean
  /** What this page does not show, for a note to the reader. */
  readonly unsupported: readonly string[]
}

const INPUTS = ['textfield', 'textarea', 'number', 'checkbox', 'checklist', 'taglist', 'radio', 'select', 'datetime']
const OTHERS = ['text', 'group', 'separator', 'spacer', 'button', 'expression']

export function isInput({ type }: Pick<FormComponent, 'type'>): boolean {
  return INPUTS.includes(type)
}

/**
 * Reads the schema of a Camunda form. form-js would show all of it, but it alone is larger than the whole page: so the
 * common components are drawn here, and for the rest there is the JSON of the variables.
 *
 * @throws SyntaxError if it is not JSON
 */
export function readForm(schema: string): FormModel {
  const unsupported = new Set<string>()
  const components = readComponents(parseJson(schema), '', unsupported)
  return { components, hasExpressions: components.some(hasExpressions), unsupported: [...unsupported] }
}

function readComponents(of: unknown, place: string, unsupported: Set<string>): readonly FormComponent[] {
  const { components } = isObject(of) ? of : {}
  if (!Array.isArray(components)) return []
  return components.filter(isObject).flatMap((component, index) => {
    const type = textOf(component.type)
    if (!INPUTS.includes(type) && !OTHERS.includes(type)) {
      unsupported.add(type)
      return []
    }
    const { label, description, text } = component
    if ([label, description, text].map(textOf).some(hasBlocks)) unsupported.add('#if and #loop in texts')
    const id = textOf(component.id) || `${place}${index}`
    const key = textOf(component.key) || undefined
    return {
      type,
      id,
      key: INPUTS.includes(type) || type === 'expression' ? key : undefined,
      label: textOf(label) || (key ?? ''),
      description: textOf(description),
      text: textOf(text),
      defaultValue: component.defaultValue,
      isDisabled: component.disabled === true,
      readOnly: component.readonly,
      hide: isObject(component.conditional) ? component.conditional.hide : undefined,
      expression: component.expression,
      validate: isObject(component.validate) ? component.validate : {},
      options: optionSourceOf(component),
      components: readComponents(component, `${id}-`, unsupported),
    }
  })
}

/** In the order in which form-js looks. */
function optionSourceOf({ valuesKey, values, valuesExpression }: Readonly<Record<string, unknown>>): OptionSource {
  if (textOf(valuesKey)) return { type: 'variable', name: textOf(valuesKey) }
  if (values === undefined && isExpression(valuesExpression))
    return { type: 'expression', expression: valuesExpression }
  return { type: 'fixed', values }
}

function hasExpressions(component: FormComponent): boolean {
  const { label, description, text, readOnly, hide, expression, validate, options, components } = component
  return (
    [label, description, text].some(isTemplate) ||
    [readOnly, hide, expression, ...Object.values(validate)].some(isExpression) ||
    options.type === 'expression' ||
    components.some(hasExpressions)
  )
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

interface Keyed<C> {
  readonly key: string | undefined
  readonly components: readonly C[]
}

/** All components that have a value, those in groups included. */
export function* inputsOf<C extends Keyed<C>>(components: readonly C[]): Generator<C & { readonly key: string }> {
  for (const component of components) {
    const { key } = component
    if (key !== undefined) yield { ...component, key }
    yield* inputsOf<C>(component.components)
  }
}
