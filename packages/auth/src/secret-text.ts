import { AuthError } from './errors.ts'

/** A secret in a wrapper that does not print it, such as `Secret` of `@x/env`. */
export interface RevealableSecret {
  reveal(): string
}

/** The text of a secret. @throws AuthError `config_invalid`, without the value. */
export function revealText(secret: string | RevealableSecret, name: string): string {
  const text = typeof secret === 'string' ? secret : secret?.reveal?.()
  if (typeof text !== 'string' || !text)
    throw new AuthError('config_invalid', `${name} must be text, or have a reveal() that gives it.`)
  return text
}
