import { refusePart } from './validation-error.ts'

/**
 * Puts parameters into a path template, in the order of the path, each encoded as one segment.
 *
 * Everything that would reach another path is rejected: a missing or empty parameter, `.` and `..`, and numbers that
 * JavaScript has already rounded.
 *
 * @param operation - Named in the error.
 * @throws `ValidationError` with code `request_invalid` that names the parameter.
 * @example
 * ```ts
 * expandPath('/clusters/{clusterUuid}/clients/{clientId}', ['a/b', 'c']) // '/clusters/a%2Fb/clients/c'
 * ```
 */
export function expandPath(template: string, params: readonly unknown[] = [], operation: string = template): string {
  // Names are at odd places.
  return template
    .split(/[{}]/)
    .map((part, index) => {
      if (index % 2 === 0) return part
      const value = params[index >> 1]
      const problem = refusal(value)
      if (problem) refusePart(operation, 'params', part, problem)
      return encodeURIComponent(String(value))
    })
    .join('')
}

function refusal(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return 'is missing'
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return undefined
  if (typeof value !== 'string') return 'must be a string: a number may have lost digits'
  return /^\.\.?$|[\ud800-\udfff]/u.test(value) ? 'cannot be part of a path' : undefined
}
