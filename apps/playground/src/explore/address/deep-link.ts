import { parseJson, stringifyJson } from '@x/rest/json'
import type { Operation } from '@x/rest/shapes'
import type { CallInput } from '../../calls/call.ts'
import type { Route } from '../../routing/route.ts'
import { describeJsonError, findJsonError } from '../form/json-error.ts'
import { isObject } from '../form/shape.ts'
import { withoutSecrets } from '../secrets.ts'

/** The input of an operation in an address. */
export interface LinkedInput {
  readonly params?: CallInput['params'] | undefined
  readonly input?: unknown
  /** Members that were left out of the address. */
  readonly withheld: readonly string[]
  /** The reason why part of the address could not be read. */
  readonly problems: readonly string[]
}

/** Browsers and chat programs truncate longer addresses. */
const MAX_LENGTH = 8_000

/** Returns the address parameters that restore this input, without its secrets. */
export function linkParameters(operation: Operation, given: CallInput): Readonly<Record<string, string>> {
  const visible = withoutSecrets(operation, given)
  const { params, input } = visible.given
  const { withheld } = visible
  const json = stringifyJson(input)
  const isTooLong = json !== undefined && json.length > MAX_LENGTH
  return {
    ...(Object.keys(params).length > 0 && { params: stringifyJson(params) }),
    ...(json !== undefined && json !== '{}' && !isTooLong && { input: json }),
    ...((withheld.length > 0 || isTooLong) && { without: isTooLong ? 'input' : withheld.join(',') }),
  }
}

/** Reads the parameters written by {@link linkParameters} or typed by hand. Never throws. */
export function readLink({ params, input, without }: Route['parameters']): LinkedInput {
  const problems: string[] = []
  const read = (name: string, text: string | undefined): unknown => {
    if (text === undefined) return undefined
    const error = findJsonError(text)
    if (!error) return parseJson(text)
    problems.push(`“${name}” is not JSON. ${describeJsonError(error)}`)
    return undefined
  }
  const linked = read('params', params)
  if (linked !== undefined && !isObject(linked)) problems.push('“params” is not an object.')
  return {
    params: isObject(linked)
      ? Object.fromEntries(Object.entries(linked).map(([name, value]) => [name, String(value)]))
      : undefined,
    input: read('input', input),
    withheld: without?.split(',').filter(Boolean) ?? [],
    problems,
  }
}
