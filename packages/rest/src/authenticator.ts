/** The methods of an authenticator that a transport calls. Any object of this shape works; `@x/auth` has several. */
export interface Authenticator {
  /** Returns the headers that authenticate one request to `audience`; `undefined` if the server expects none. */
  headers(
    audience: string | undefined,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Record<string, string> | Promise<Record<string, string>>
  /**
   * Called after a 401 to a request with `headers`. Returns true if the request should be retried once with new
   * headers.
   */
  refused?(audience: string | undefined, headers: Record<string, string>): boolean | Promise<boolean>
  /**
   * Returns the headers that a request carries even where the server rejects authentication, such as that of a proxy in
   * between. Without it there are none.
   */
  anonymous?(): Record<string, string>
}
