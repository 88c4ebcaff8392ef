/** A schema that can check a value: valibot, zod, arktype and others are of this shape. */
export interface StandardSchema {
  readonly '~standard': {
    validate(
      value: unknown,
    ):
      | { readonly issues?: readonly unknown[] | undefined }
      | Promise<{ readonly issues?: readonly unknown[] | undefined }>
  }
}

/** The fields of an operation table's row that the proxy uses; the tables of `@x/operate/operations` and its siblings fit. */
export interface ProxiedOperation {
  /** For example `processInstances.search`. */
  readonly id: string
  readonly method: string
  /** Path template, for example `/process-instances/{key}`. */
  readonly path: string
  /** `false` for the few operations that need no token. */
  readonly authenticated?: boolean | undefined
  /** Schemas of the path parameters; a value that does not fit is 404. */
  readonly params?: Readonly<Record<string, StandardSchema>> | undefined
  /** An object schema; the query may contain only its names. */
  readonly query?: unknown
  /** Without it, a request must not have a body. */
  readonly body?: unknown
}
