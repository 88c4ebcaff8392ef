import { FeelFunction } from 'feelin'
import { isNumber } from './number.ts'
import { type FeelContext, format, typeOf } from './values.ts'
import { warn } from './warnings.ts'

/** Returned by a function that rejects its arguments: the call evaluates to null, with a warning. */
export class FunctionError {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

interface ArgumentTypes {
  any: unknown
  boolean: boolean
  number: number
  string: string
  'string?': string | null
  list: readonly unknown[]
  context: FeelContext
  function: FeelFunction
}

type Parameter = readonly [name: string, type: keyof ArgumentTypes]
type Arguments<P extends readonly Parameter[]> = { -readonly [I in keyof P]: ArgumentTypes[P[I][1]] }

/** One way to call a function. A function can have several, for different numbers or names of arguments. */
export interface Signature {
  readonly names: readonly string[]
  /** Whether the last parameter collects all remaining arguments into a list. A single argument may be that list. */
  readonly variadic: boolean
  call(values: readonly unknown[]): unknown
}

/**
 * Creates a signature with the names and types of the parameters. As in Camunda, arguments of other types are rejected.
 */
export function signature<const P extends readonly Parameter[]>(
  parameters: P,
  apply: (...values: Arguments<P>) => unknown,
): Signature {
  const types = parameters.map(([, type]) => type)
  return {
    names: parameters.map(([name]) => name),
    variadic: false,
    call(values) {
      const checked = types.map((type, index) => checkArgument(type, values[index] ?? null))
      if (checked.includes(mismatch)) return new FunctionError(`Illegal arguments: ${values.map(quoted).join(', ')}`)
      return apply(...(checked as unknown as Arguments<P>))
    },
  }
}

/** A signature with a list, whose items may also be passed one by one: `max([1, 2])`, `max(1, 2)`. */
export function variadic(name: string, apply: (items: readonly unknown[]) => unknown): Signature {
  return { names: [name], variadic: true, call: ([items]) => apply(Array.isArray(items) ? items : [items]) }
}

const mismatch = Symbol('mismatch')

function checkArgument(type: keyof ArgumentTypes, value: unknown): unknown {
  switch (type) {
    case 'any':
      return value
    case 'number':
      return isNumber(value) ? Number(value) : mismatch
    case 'string?':
      return value === null || typeof value === 'string' ? value : mismatch
    default:
      return typeOf(value) === type ? value : mismatch
  }
}

function quoted(value: unknown): string {
  return `'${format(value)}'`
}

/**
 * A function with signatures: a built-in function of Camunda, or one of a decision. feelin calls `invoke` with a list
 * of arguments, or with an object of named arguments.
 */
export class SignedFunction extends FeelFunction {
  readonly #name: string
  readonly #signatures: readonly Signature[]

  constructor(name: string, signatures: readonly Signature[]) {
    super(() => null, [...(signatures[0]?.names ?? [])])
    this.#name = name
    this.#signatures = signatures
  }

  override invoke(given: readonly unknown[] | Readonly<Record<string, unknown>>): unknown {
    const result = isPositional(given) ? this.#callPositional(given) : this.#callNamed(given)
    if (!(result instanceof FunctionError)) return result ?? null
    return warn('FUNCTION_INVOCATION_FAILURE', `Failed to invoke function '${this.#name}': ${result.message}`)
  }

  #callPositional(values: readonly unknown[]): unknown {
    for (const candidate of this.#signatures) {
      if (candidate.variadic && values.length >= candidate.names.length - 1) {
        return candidate.call(collected(candidate, values))
      }
      if (candidate.names.length === values.length) return candidate.call(values)
    }
    return warn('NO_FUNCTION_FOUND', `No function found with name '${this.#name}' and ${values.length} parameters`)
  }

  #callNamed(given: Readonly<Record<string, unknown>>): unknown {
    const keys = Object.keys(given)
    const candidate = this.#signatures.find(({ names }) => keys.every((key) => names.includes(key)))
    if (candidate) return candidate.call(candidate.names.map((name) => given[name] ?? null))
    return warn('NO_FUNCTION_FOUND', `No function found with name '${this.#name}' and parameters: ${keys.join(',')}`)
  }
}

function isPositional(given: unknown): given is readonly unknown[] {
  return Array.isArray(given)
}

function collected({ names }: Signature, values: readonly unknown[]): readonly unknown[] {
  const before = names.length - 1
  const rest = values.slice(before)
  const only = rest.length === 1 && before === 0 && Array.isArray(rest[0]) ? rest[0] : rest
  return [...values.slice(0, before), only]
}

/** Calls a function that is defined by the expression or is a business knowledge model of the decision. */
export function callFunction(target: FeelFunction, values: readonly unknown[]): unknown {
  return target.invoke([...values])
}
