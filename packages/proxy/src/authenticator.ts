/** What the proxy needs of an authenticator. Structural: those of `@x/auth` fit, and so does anything of this shape. */
export interface Authenticator {
  /** Returns headers that authenticate one request to `audience`; `undefined` if the server has no audiences. */
  headers(
    audience: string | undefined,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Record<string, string> | Promise<Record<string, string>>
  /** Reports a 401 for a request with `headers`. Returns true if another try with new headers makes sense. */
  refused?(audience: string | undefined, headers: Record<string, string>): boolean | Promise<boolean>
}
