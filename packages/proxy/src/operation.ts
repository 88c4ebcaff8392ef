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

/** The parameters of a query, as an object's shape lists them. */
export interface DeclaredQuery {
  readonly shape: { readonly kind: string; readonly members?: readonly { readonly name: string }[] | undefined }
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
  /** The query may contain only the names of its members. Without it, there must not be a query. */
  readonly query?: DeclaredQuery | undefined
  /** Set if the operation has a JSON body. Without it and `form`, a request must not have a body. */
  readonly body?: unknown
  /** Set if the body is a form instead, sent as `multipart/form-data`. */
  readonly form?: object | undefined
  /** `bytes` for a file: the response keeps its content type, and browsers save it instead of showing it. */
  readonly answer?: string | undefined
}
