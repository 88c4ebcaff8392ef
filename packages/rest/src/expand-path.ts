import { ValidationError } from './validation-error.ts'

/**
 * Puts parameters into a path template, in the order of the path, each encoded as one segment.
 *
 * Whatever would reach another path is refused: a missing or empty parameter, `.` and `..`, and numbers that
 * JavaScript has already rounded.
 *
 * @param operation - Named in the error.
 * @throws {@link ValidationError} with code `request_invalid` that names the parameter.
 * @example
 * ```ts
 * expandPath('/clusters/{clusterUuid}/clients/{clientId}', ['a/b', 'c']) // '/clusters/a%2Fb/clients/c'
 * ```
 */
export function expandPath(template: string, params: readonly unknown[] = [], operation: string = template): string {
  let index = 0
  return template.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = params[index++]
    const problem = refusal(value)
    if (problem) throw new ValidationError(operation, 'params', [{ path: name, message: problem }])
    return encodeURIComponent(String(value))
  })
}

function refusal(value: unknown): string | undefined {
  if (value === undefined || value === null) return 'is missing'
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? undefined : 'is not an exact integer: pass keys as strings'
  if (typeof value === 'bigint') return undefined
  if (typeof value !== 'string') return 'must be a string'
  if (value === '') return 'is empty'
  if (value === '.' || value === '..') return 'must not be "." or ".."'
  return /[\ud800-\udfff]/u.test(value) ? 'is not well-formed text' : undefined
}
