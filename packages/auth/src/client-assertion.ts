/** The token request that an assertion is for. */
export interface ClientAssertionRequest {
  readonly tokenUrl: string
  readonly clientId: string
  /** Current time in milliseconds since the Unix epoch. */
  readonly now: number
}

/**
 * Authenticates the client with a signed assertion instead of a secret. `privateKeyJwt` of `@x/auth/private-key-jwt`
 * creates one from a private key; write your own for keys in a vault, or for tokens that a platform writes to a file.
 *
 * @see [RFC 7521 section 4.2](https://www.rfc-editor.org/rfc/rfc7521.html#section-4.2)
 */
export interface ClientAssertion {
  /** Returns the assertion, a JWT. Called once for each token request. */
  assertion(request: ClientAssertionRequest): string | Promise<string>
  /**
   * Returns a string that only holders of the credential know, the same each time. It is never sent: records in every
   * storage except memory are encrypted with it, so all processes that share tokens must return the same string.
   */
  secret(): string | Promise<string>
}
