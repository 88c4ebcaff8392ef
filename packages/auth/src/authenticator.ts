/** All that an API client needs of an authenticator. Structural: an API client takes anything of this shape. */
export interface Authenticator {
  /**
   * Headers that authenticate one request to `audience`; `undefined` where the server expects no audience
   * (Web Modeler, Self-Managed).
   */
  headers(
    audience: string | undefined,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Record<string, string> | Promise<Record<string, string>>
  /** The server answered 401 to a request that carried `headers`. True when new headers are worth one more try. */
  refused?(audience: string | undefined, headers: Record<string, string>): boolean | Promise<boolean>
}

/** What this package returns: an {@link Authenticator} whose methods always return promises. */
export interface AsyncAuthenticator extends Authenticator {
  headers(...request: Parameters<Authenticator['headers']>): Promise<Record<string, string>>
  refused?(audience: string | undefined, headers: Record<string, string>): Promise<boolean>
}
