import { AuthError } from './errors.ts'

/** @throws AuthError `config_invalid` unless `valid`. */
export function check(valid: unknown, problem: string): asserts valid {
  if (!valid) throw new AuthError('config_invalid', `${problem}.`)
}

/**
 * Returns the `now` option, which every factory has.
 *
 * @throws AuthError `config_invalid` unless the options are an object and `now` is a function
 */
export function readNow(options: { readonly now?: (() => number) | undefined }, factory: string): () => number {
  check(Object(options) === options, `${factory}: options must be an object`)
  const { now = () => Date.now() } = options
  check(typeof now === 'function', `${factory}: now must be a function`)
  return now
}

/** Checks that `value` has the methods that are called on it. @throws AuthError `config_invalid` for the first missing one. */
export function checkMethods(value: unknown, methods: readonly string[], argument: string, kind: string): void {
  const missing = methods.find((name) => typeof (value as Record<string, unknown> | undefined)?.[name] !== 'function')
  check(!missing, `${argument} must be ${kind}, but has no method "${missing}"`)
}
