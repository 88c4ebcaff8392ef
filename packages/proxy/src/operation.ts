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

/** What the proxy reads of a row of an operation table; the tables of `@x/operate/operations` and its siblings fit. */
export interface ProxiedOperation {
  /** For example `processInstances.search`. */
  readonly id: string
  readonly method: string
  /** Path template, for example `/process-instances/{key}`. */
  readonly path: string
  /** False for the few operations that need no token. */
  readonly authenticated?: boolean | undefined
  /** Path parameters; one that does not fit its schema is not found. */
  readonly params?: Readonly<Record<string, StandardSchema>> | undefined
  /** Only what an object schema names here may stand in the query. */
  readonly query?: unknown
  /** Without it, a request may have no body. */
  readonly body?: unknown
}
