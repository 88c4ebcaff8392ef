/** All that the proxy needs of an authenticator. Structural: those of `@x/auth` fit, and so does anything of this shape. */
export interface Authenticator {
  /** Headers that authenticate one request to `audience`; `undefined` where the server wants no audience. */
  headers(
    audience: string | undefined,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Record<string, string> | Promise<Record<string, string>>
  /** The server answered 401 to a request that carried `headers`. True when new headers are worth one more try. */
  refused?(audience: string | undefined, headers: Record<string, string>): boolean | Promise<boolean>
}
