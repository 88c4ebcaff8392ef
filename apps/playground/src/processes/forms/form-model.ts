import { parseJson } from '@x/rest/json'
import { isObject } from '../../explore/answer/value/list-of.ts'
import { hasBlocks, isExpression, isTemplate } from './feel.ts'

/** The supported properties of a component of a Camunda form. Expressions are not evaluated yet. */
export interface FormComponent {
  /** In form-js's spelling: `textfield`. */
  readonly type: string
  /** Unique in the form. */
  readonly id: string
  /** Path of the variable that it reads and writes: `customer.name`. Undefined for a component without a value. */
  readonly key: string | undefined
  /** Like the description and the text, it may contain expressions in double braces. */
  readonly label: string
  readonly description: string
  /** Markdown of a text component. */
  readonly text: string
  readonly defaultValue: unknown
  readonly isDisabled: boolean
  readonly readOnly: unknown
  /** Condition under which it is hidden and its value is not sent. */
  readonly hide: unknown
  /** Expression of a computed value. */
  readonly expression: unknown
  /** Validation rules of a value. */
  readonly validate: Readonly<Record<string, unknown>>
  readonly options: OptionSource
  /** Components of a group. */
  readonly components: readonly FormComponent[]
}

/** The source of the options of a select, a radio group or a checklist. */
export type OptionSource =
  | { readonly type: 'fixed'; readonly values: unknown }
  | { readonly type: 'variable'; readonly name: string }
  | { readonly type: 'expression'; readonly expression: string }

export interface FormModel {
  readonly components: readonly FormComponent[]
  /** Whether displaying it requires FEEL. */
  readonly hasExpressions: boolean
  /** Components that are not supported here, to name them to the user. */
  readonly unsupported: readonly string[]
}

const INPUTS = ['textfield', 'textarea', 'number', 'checkbox', 'checklist', 'taglist', 'radio', 'select', 'datetime']
const OTHERS = ['text', 'group', 'separator', 'spacer', 'button', 'expression']

export function isInput({ type }: Pick<FormComponent, 'type'>): boolean {
  return INPUTS.includes(type)
}

/**
 * Reads the schema of a Camunda form. form-js would support all components, but it is larger than the whole page. So the
 * common components are rendered here, and the JSON of the variables is available for the rest.
 *
 * @throws SyntaxError if it is not JSON.
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

/** In form-js's order of precedence. */
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

/** Returns all components with a value, including those in groups. */
export function* inputsOf<C extends Keyed<C>>(components: readonly C[]): Generator<C & { readonly key: string }> {
  for (const component of components) {
    const { key } = component
    if (key !== undefined) yield { ...component, key }
    yield* inputsOf<C>(component.components)
  }
}
