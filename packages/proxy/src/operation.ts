/** A schema that can check a value, as of valibot, zod, arktype and others. */
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

/** The members of an operation that the proxy uses. The tables of `@x/operate/operations` and its siblings fit. */
export interface ProxiedOperation {
  /** For example `processInstances.search`. */
  readonly id: string
  readonly method: string
  /** Path template, for example `/process-instances/{key}`. */
  readonly path: string
  /** `false` for the few operations that need no token. */
  readonly authenticated?: boolean | undefined
  /** Schemas of the path parameters. A value that does not match is 404. */
  readonly params?: Readonly<Record<string, StandardSchema>> | undefined
  /** The query may contain only the names of its members. Without it, a query is not allowed. */
  readonly query?: DeclaredQuery | undefined
  /** Set if the operation has a JSON body. Without it and `form`, a request must not have a body. */
  readonly body?: unknown
  /** Set if the body is a form instead, sent as `multipart/form-data`. */
  readonly form?: object | undefined
  /** `bytes` for a file: the response keeps its content type, and browsers save it instead of showing it. */
  readonly returns?: string | undefined
}
