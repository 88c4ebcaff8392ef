import { isObject } from '../form/field.ts'
import { isSecretName } from '../form/member-names.ts'

/** A value that may be seen, and which members were taken out of it. */
export interface Visible<T> {
  readonly value: T
  /** Names from the outside in, such as `filter.token`. */
  readonly withheld: readonly string[]
}

/** Takes out what looks like a secret: by the name of the member, or because it looks like a token. */
export function withoutSecrets<T>(value: T): Visible<T> {
  const withheld: string[] = []
  const visit = (part: unknown, at: readonly (string | number)[]): unknown => {
    if (Array.isArray(part)) return part.map((item, index) => visit(item, [...at, index]))
    if (!isObject(part)) return part
    return Object.fromEntries(
      Object.entries(part).flatMap(([name, member]) => {
        const isSecret = isSecretName(name) || (typeof member === 'string' && isToken(member))
        if (!isSecret) return [[name, visit(member, [...at, name])]]
        withheld.push([...at, name].join('.'))
        return []
      }),
    )
  }
  return { value: visit(value, []) as T, withheld }
}

/** A signed token (RFC 7519), whatever the member is called. */
function isToken(text: string): boolean {
  return /\beyJ[\w-]+\.eyJ[\w-]+\./.test(text)
}
