/** What an assertion is made for. */
export interface ClientAssertionRequest {
  readonly tokenUrl: string
  readonly clientId: string
  /** Current time in milliseconds since the Unix epoch. */
  readonly now: number
}

/**
 * Proves who the client is by a signed statement instead of a secret. `privateKeyJwt` of `@x/auth/private-key-jwt` makes
 * one from a private key; write your own for keys in a vault, or for tokens that a platform puts into a file.
 *
 * @see [RFC 7521 section 4.2](https://www.rfc-editor.org/rfc/rfc7521.html#section-4.2)
 */
export interface ClientAssertion {
  /** The assertion, a JWT; asked for once for each token request. */
  assertion(request: ClientAssertionRequest): string | Promise<string>
  /**
   * Text that only holders of the credential know, the same each time; it is never sent. What a storage other than
   * memory holds is sealed with it, so whoever shares tokens must share it.
   */
  secret(): string | Promise<string>
}
