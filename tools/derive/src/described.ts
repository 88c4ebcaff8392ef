import type { Operation, Shape } from '@x/rest/shapes'

/** An operation in the terms that OpenAPI files and our tables have in common. */
export interface Described {
  readonly method: string
  /** Below the version of the API. */
  readonly path: string
  /** Its name in the description. */
  readonly name: string
  readonly tag: string
  readonly since?: string | undefined
  readonly permission?: string | undefined
  readonly eventuallyConsistent: boolean
  readonly deprecated: boolean
  readonly params: readonly Shape[]
  readonly query?: Shape | undefined
  readonly body?: Shape | undefined
  readonly form?: Shape | undefined
  readonly mayOmit: boolean
  readonly returns: 'json' | 'text' | 'bytes' | 'none'
  readonly response?: Shape | undefined
}

/** Describes a row of one of our tables. */
export function describe(operation: Operation): Described {
  const [tag = '', name = ''] = operation.id.split('.')
  return {
    method: operation.method,
    path: operation.path,
    name,
    tag,
    since: operation.since,
    permission: operation.permission,
    eventuallyConsistent: operation.eventuallyConsistent ?? false,
    deprecated: operation.deprecated !== undefined,
    params: Object.values(operation.params ?? {}).map(({ shape }) => shape),
    query: operation.query?.shape,
    body: operation.body?.shape,
    form: operation.form?.shape,
    mayOmit: operation.mayOmit ?? false,
    returns: operation.returns ?? 'json',
    response: operation.response?.shape,
  }
}
