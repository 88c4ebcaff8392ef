import { AuthError } from '../errors.ts'

/** Checks an argument of a factory. @throws AuthError `config_invalid` unless `valid`. */
export function check(valid: unknown, problem: string): asserts valid {
  if (!valid) throw new AuthError('config_invalid', `${problem}.`)
}

/** Checks that `value` has the methods that are called on it. @throws AuthError `config_invalid` for the first missing one. */
export function checkMethods(value: unknown, methods: readonly string[], argument: string, kind: string): void {
  const missing = methods.find((name) => typeof (value as Record<string, unknown> | undefined)?.[name] !== 'function')
  check(!missing, `${argument} must be ${kind}, and has no method "${missing}"`)
}

/** Checks `now`, an option of every storage. @throws AuthError `config_invalid` unless it is a function. */
export function checkNow(now: unknown, factory: string): void {
  check(typeof now === 'function', `${factory}: now must be a function that returns milliseconds`)
}
