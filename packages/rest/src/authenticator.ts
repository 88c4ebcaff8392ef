/** All that a transport needs of an authenticator. Structural: any object of this shape works, `@x/auth` has several. */
export interface Authenticator {
  /** Returns the headers that authenticate one request to `audience`; `undefined` if the server expects none. */
  headers(
    audience: string | undefined,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Record<string, string> | Promise<Record<string, string>>
  /** Called after a request with `headers` got a 401. True if one retry with new headers is worthwhile. */
  refused?(audience: string | undefined, headers: Record<string, string>): boolean | Promise<boolean>
}
