/** The methods of an authenticator that API clients call. API clients accept any object of this shape. */
export interface Authenticator {
  /**
   * Returns the headers that authenticate one request to `audience`; pass `undefined` where the server expects no
   * audience (Web Modeler, Self-Managed).
   */
  headers(
    audience: string | undefined,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Record<string, string> | Promise<Record<string, string>>
  /**
   * Called after a 401 to a request with `headers`. Returns true if the request should be sent once more with new
   * headers.
   */
  refused?(audience: string | undefined, headers: Record<string, string>): boolean | Promise<boolean>
}

/** An {@link Authenticator} whose methods always return promises, as all authenticators of this package are. */
export interface AsyncAuthenticator extends Authenticator {
  headers(...request: Parameters<Authenticator['headers']>): Promise<Record<string, string>>
  refused?(audience: string | undefined, headers: Record<string, string>): Promise<boolean>
}
