import type { Client } from '../clients.ts'
import type { AccessTokenClaims } from './jwt.ts'

/** An error response according to RFC 6749 section 5.2. */
export interface TokenRefusal {
  readonly status: number
  readonly error: string
  readonly description: string
}

/** The audience of a token, and what the response says in addition. */
export interface TokenGrant {
  readonly claims: Pick<AccessTokenClaims, 'aud' | 'https://camunda.com/clusterId'>
  readonly members: Readonly<Record<string, unknown>>
}

/** The differences between the service that issues Camunda's tokens on SaaS and that of Self-Managed. */
export interface IdentityProvider {
  /** The paths of its endpoints below the origin. */
  readonly paths: {
    readonly issuer: string
    readonly token: string
    readonly jwks: string
    readonly discovery: string
  }
  /** Default lifetime of tokens, in seconds. */
  readonly lifetimeSeconds: number
  /** Whether, by default, it limits requests, and rejects the same wrong credentials for a while. */
  readonly isGuarded: boolean
  /** Whether a token request may be JSON instead of a form. */
  readonly takesJson: boolean
  /** Decides about the request of an authenticated client. */
  grant(client: Client, audience: string | undefined): TokenGrant | TokenRefusal
  /** Rejects wrong credentials. @param isKnown - whether there is a client with this id. */
  unauthorized(isKnown: boolean): Omit<TokenRefusal, 'status'>
}
