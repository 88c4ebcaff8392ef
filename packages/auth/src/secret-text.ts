import { check } from './check.ts'

/** A secret in an object that does not print it, such as `Secret` of `@x/env`. */
export interface RevealableSecret {
  reveal(): string
}

/**
 * Returns the string itself, or that of a `RevealableSecret`. @throws AuthError `config_invalid`, without the value.
 */
export function revealText(value: string | RevealableSecret | undefined, name: string): string {
  const text = (value as RevealableSecret | undefined)?.reveal?.() ?? value
  check(typeof text === 'string' && text, `${name} must be a string`)
  return text
}
