import { isObject } from '../explore/answer/value/list-of.ts'

/** Stands in code where the input has a secret. */
export const PLACEHOLDER = 'REPLACE-ME'

// As the API clients tell secrets of a request: `secretValue`, `clientSecret`, `password`, `token`; not `secretName`.
const secretName = /(password|secret(value)?|token)$/i

export interface Withheld {
  readonly value: unknown
  /** Names of the members whose values were left out. */
  readonly names: readonly string[]
}

/** An input without the secrets that somebody typed: code is copied to places that a secret must not reach. */
export function withholdSecrets(input: unknown): Withheld {
  const names: string[] = []
  const value = replace(input)
  return { value, names }

  function replace(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(replace)
    if (!isObject(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => {
        if (typeof member !== 'string' || member === '' || !secretName.test(name)) return [name, replace(member)]
        names.push(name)
        return [name, PLACEHOLDER]
      }),
    )
  }
}
