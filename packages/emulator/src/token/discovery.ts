import { type Endpoint, readOnly } from '../endpoint.ts'
import { json } from '../responses.ts'
import type { IdentityProvider } from './identity-provider.ts'
import type { TokenSigner } from './jwt.ts'

/** The public keys of tokens, as a JWK set (RFC 7517). */
export function createKeysEndpoint({ paths }: IdentityProvider, signer: TokenSigner): Endpoint {
  return readOnly('jwks', paths.jwks, async () => json(200, await signer.jwks()))
}

/**
 * Serves the addresses of the identity provider, for clients that know only the issuer. Signing in with a browser is not
 * supported, so there is no authorization endpoint.
 *
 * @see [OpenID Connect Discovery](https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata)
 */
export function createDiscoveryEndpoint({ paths }: IdentityProvider, origin: string): Endpoint {
  const configuration = {
    issuer: `${origin}${paths.issuer}`,
    token_endpoint: `${origin}${paths.token}`,
    jwks_uri: `${origin}${paths.jwks}`,
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    response_types_supported: [],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  }
  return readOnly('discovery', paths.discovery, () => json(200, configuration))
}
