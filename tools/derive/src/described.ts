import type { Operation, Shape } from '@x/rest/shapes'

/** An operation as an OpenAPI file or one of our tables describes it: what both can say. */
export interface Described {
  readonly method: string
  /** Below the version of the API. */
  readonly path: string
  /** The name that the description gives it. */
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
  readonly answer: 'json' | 'text' | 'bytes' | 'none'
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
    answer: operation.answer ?? 'json',
    response: operation.response?.shape,
  }
}
