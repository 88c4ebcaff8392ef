import type { CallInput } from '../calls/call.ts'
import { isObject } from '../explore/answer/value/list-of.ts'
import { isSecretName } from '../explore/form/member-names.ts'

/** Stands in code where the input has a secret. */
const PLACEHOLDER = 'REPLACE-ME'

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
        if (typeof member !== 'string' || member === '' || !isSecretName(name)) return [name, replace(member)]
        names.push(name)
        return [name, PLACEHOLDER]
      }),
    )
  }
}

/** What a reader of the code has to know about that. A name from outside must not end the comment that it stands in. */
export function withheldNotes({ input }: CallInput): readonly string[] {
  const names = withholdSecrets(input).names.map((name) => name.replace(/[^\w-]/g, '?'))
  return names.map((name) => `${PLACEHOLDER} stands for ${name}: a secret does not belong in code`)
}
