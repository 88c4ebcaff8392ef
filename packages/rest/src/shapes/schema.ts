import { type Issue, readValue, type Side } from './read-value.ts'
import type { Shape } from './shape.ts'

/** Result of a [Standard Schema](https://standardschema.dev). */
export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path: readonly PropertyKey[] }[] }

/**
 * A schema of a request or a response. It is a [Standard Schema](https://standardschema.dev), and its `shape` describes
 * what it checks as plain data.
 */
export interface Schema<Output = unknown> {
  readonly shape: Shape
  /** A `request` rejects unknown names; a `response` accepts them and returns its keys as strings. */
  readonly side: Side
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'x-rest'
    readonly validate: (value: unknown) => SchemaResult<Output>
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined
  }
}

/** Creates a schema from a shape. Unknown values of open enumerations pass, as in a lenient client. */
export function createSchema<Output = unknown>(shape: Shape, side: Side): Schema<Output> {
  return {
    shape,
    side,
    '~standard': {
      version: 1,
      vendor: 'x-rest',
      validate(value) {
        const issues: Issue[] = []
        const read = readValue(shape, value, { side, strict: false, issues })
        return issues.length > 0 ? { issues } : { value: read as Output }
      },
    },
  }
}
