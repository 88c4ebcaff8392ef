import { check } from './check.ts'

/** A secret in a wrapper that does not print it, such as `Secret` of `@x/env`. */
export interface RevealableSecret {
  reveal(): string
}

/** Text, plain or in a wrapper. @throws AuthError `config_invalid`, without the value. */
export function revealText(value: string | RevealableSecret | undefined, name: string): string {
  const text = (value as RevealableSecret | undefined)?.reveal?.() ?? value
  check(typeof text === 'string' && text, `${name} must be text`)
  return text
}
