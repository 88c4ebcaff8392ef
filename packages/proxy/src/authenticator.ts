/**
 * The methods of an authenticator that the proxy calls. Those of `@x/auth` fit, and so does any object of this shape.
 */
export interface Authenticator {
  /** Returns headers that authenticate one request to `audience`; `undefined` if the server has no audiences. */
  headers(
    audience: string | undefined,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Record<string, string> | Promise<Record<string, string>>
  /** Called after a 401 to a request with `headers`. Returns true if the request should be retried with new headers. */
  refused?(audience: string | undefined, headers: Record<string, string>): boolean | Promise<boolean>
  /** Returns the headers that a page sends even with operations that need no authentication. The proxy does not call it. */
  anonymous?(): Record<string, string>
}
