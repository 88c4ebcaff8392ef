import { messageOf } from '../../message-of.ts'
import { type Feel, fillIn, isExpression } from './feel.ts'
import type { FormComponent, FormModel } from './form-model.ts'
import type { FormValues, Variables } from './form-values.ts'
import { hasOption, type Option, readOptions } from './options.ts'
import { setAt } from './variable-path.ts'

/** A component after evaluation with the current values. */
export interface Component extends Pick<FormComponent, 'type' | 'id' | 'key' | 'label' | 'description' | 'text'> {
  readonly isDisabled: boolean
  readonly isReadOnly: boolean
  readonly rules: Rules
  readonly options: readonly Option[]
  readonly components: readonly Component[]
  /** Errors of its expressions. */
  readonly failures: readonly Failure[]
}

/** Validation rules of a value. */
export interface Rules {
  readonly required?: boolean
  readonly min?: number
  readonly max?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
}

export interface Failure {
  readonly expression: string
  readonly message: string
}

export interface EvaluatedForm {
  /** Without hidden components. */
  readonly components: readonly Component[]
  /** Including computed values. */
  readonly values: FormValues
}

/** The context of expressions. */
interface Context {
  readonly data: Variables
  readonly feel: Feel | undefined
}

/**
 * Evaluates the expressions of a form as form-js does: conditions first with all values, then everything without the
 * values of the components that these conditions hide.
 *
 * @param feel - Undefined for a form without expressions.
 */
export function evaluateForm(
  { components }: FormModel,
  entered: FormValues,
  known: Variables,
  feel: Feel | undefined,
): EvaluatedForm {
  const read = (hidden: Hidden): Data => readData(components, hidden, entered, known, feel)
  const { data, computed } = read(findHidden(components, { data: read(new Set()).data, feel }))
  const evaluated = evaluateAll(components, { data, feel })
  return { components: evaluated, values: { ...onlyOptions(evaluated, entered), ...computed } }
}

type Hidden = ReadonlySet<FormComponent>

interface Data {
  readonly data: Variables
  readonly computed: FormValues
}

/** The variables and the values of the components. A computed value is available to later components. */
function readData(
  components: readonly FormComponent[],
  hidden: Hidden,
  entered: FormValues,
  known: Variables,
  feel: Feel | undefined,
): Data {
  const data = { ...known }
  const computed: Record<string, unknown> = {}
  const valueOfInput = ({ key = '', type, expression }: FormComponent): unknown => {
    if (type !== 'expression') return entered[key]
    computed[key] = attempt([], expression, () => evaluate(expression, { data, feel }))
    return computed[key]
  }
  const read = (component: FormComponent, isInHidden: boolean): void => {
    const isHidden = isInHidden || hidden.has(component)
    const { key } = component
    if (key !== undefined) setAt(data, key, isHidden ? null : valueOfInput(component))
    for (const inside of component.components) read(inside, isHidden)
  }
  for (const component of components) read(component, false)
  return { data, computed }
}

function findHidden(components: readonly FormComponent[], context: Context): Hidden {
  const all = (some: readonly FormComponent[]): readonly FormComponent[] =>
    some.flatMap((component) => [component, ...all(component.components)])
  return new Set(all(components).filter(({ hide }) => isTrue(hide, context, [])))
}

function evaluateAll(components: readonly FormComponent[], context: Context): readonly Component[] {
  return components.flatMap((component) => {
    const failures: Failure[] = []
    return isTrue(component.hide, context, failures) ? [] : evaluateOne(component, context, failures)
  })
}

function evaluateOne(component: FormComponent, context: Context, failures: Failure[]): Component {
  const { type, id, key, isDisabled, readOnly, expression, validate, options, components } = component
  const value = (of: unknown): unknown => attempt(failures, of, () => evaluate(of, context))
  const text = (template: string): string =>
    fillIn(template, (part) => {
      const evaluated = attempt(failures, `=${part}`, () => toText(evaluate(`=${part}`, context), context))
      return String(evaluated ?? '⚠')
    })
  if (type === 'expression') value(expression)
  const [label = ''] = text(component.label).split('\n')
  const [description = ''] = text(component.description).split('\n')
  return {
    type,
    id,
    key,
    label: label || (key ?? ''),
    description,
    text: text(component.text),
    isDisabled,
    isReadOnly: readOnly === true || isTrue(readOnly, context, failures),
    rules: {
      ...validate,
      ...Object.fromEntries(LIMITS.map((name) => [name, value(validate[name]) ?? undefined])),
    } as Rules,
    options: readOptions(
      options.type === 'fixed'
        ? options.values
        : options.type === 'variable'
          ? context.data[options.name]
          : value(options.expression),
    ),
    components: evaluateAll(components, context),
    failures,
  }
}

/** Validation rules that may be expressions. */
const LIMITS = ['min', 'max', 'minLength', 'maxLength']

/** Whether a condition holds: a unary test, as in form-js. */
function isTrue(condition: unknown, { data, feel }: Context, failures: Failure[]): boolean {
  if (!isExpression(condition) || !feel) return false
  return attempt(failures, condition, () => feel.unaryTest(condition.slice(1), data).value) === true
}

function evaluate(of: unknown, { data, feel }: Context): unknown {
  return isExpression(of) && feel ? feel.evaluate(of.slice(1), data).value : of
}

/** Returns a value as FEEL's `string` function writes it; an empty text for null. */
function toText(value: unknown, { feel }: Context): unknown {
  return feel?.evaluate('string(value)', { value }).value ?? ''
}

/** One failing expression must not break the form. */
function attempt(failures: Failure[], expression: unknown, run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    failures.push({ expression: String(expression), message: messageOf(error) })
    return undefined
  }
}

/** Removes a selected option that is no longer available. */
function onlyOptions(components: readonly Component[], entered: FormValues): FormValues {
  const values = { ...entered }
  for (const { key, type, options } of flatten(components)) {
    if (key === undefined) continue
    const value = values[key]
    if (type === 'select' || type === 'radio') values[key] = hasOption(options, value) ? value : undefined
    if (type === 'checklist' || type === 'taglist') {
      values[key] = Array.isArray(value) ? value.filter((one) => hasOption(options, one)) : []
    }
  }
  return values
}

function flatten(components: readonly Component[]): readonly Component[] {
  return components.flatMap((component) => [component, ...flatten(component.components)])
}
