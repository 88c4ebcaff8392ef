import type { Client } from '../clients.ts'
import type { AccessTokenClaims } from './jwt.ts'

/** A refusal as RFC 6749 section 5.2 words it. */
export interface TokenRefusal {
  readonly status: number
  readonly error: string
  readonly description: string
}

/** What a token is for, and what the response says beside it. */
export interface TokenGrant {
  readonly claims: Pick<AccessTokenClaims, 'aud' | 'https://camunda.com/clusterId'>
  readonly members: Readonly<Record<string, unknown>>
}

/** What differs between the service that issues Camunda's tokens on SaaS and one of an installation. */
export interface IdentityProvider {
  /** Where its parts are below the origin. */
  readonly paths: {
    readonly issuer: string
    readonly token: string
    readonly jwks: string
    readonly discovery: string
  }
  /** How long tokens last unless told otherwise, in seconds. */
  readonly lifetimeSeconds: number
  /** Whether it limits requests unless told otherwise, and refuses the same wrong credentials for a while. */
  readonly isGuarded: boolean
  /** Whether a token request may be JSON instead of a form. */
  readonly takesJson: boolean
  /** Decides about a request whose client has been authenticated. */
  grant(client: Client, audience: string | undefined): TokenGrant | TokenRefusal
  /** The refusal of wrong credentials. @param isKnown - whether there is a client with this ID. */
  unauthorized(isKnown: boolean): Omit<TokenRefusal, 'status'>
}
