import type { ClientRegistry } from '../clients.ts'
import type { EmulatorClock } from '../clock.ts'
import type { Endpoint, EndpointAnswer } from '../endpoint.ts'
import { json } from '../responses.ts'
import type { Cooldown } from './cooldown.ts'
import type { IdentityProvider, TokenGrant } from './identity-provider.ts'
import type { TokenSigner } from './jwt.ts'
import type { RateLimiter } from './rate-limit.ts'
import { readTokenRequest, type TokenRequest } from './token-request.ts'

/**
 * The header in which a server passes the source address of a request to the emulator. Requests without it count as one
 * source.
 */
export const SOURCE_HEADER = 'x-emulator-source'

export interface TokenEndpointParts {
  readonly provider: IdentityProvider
  readonly origin: string
  readonly lifetimeSeconds: number
  readonly clock: EmulatorClock
  readonly clients: ClientRegistry
  readonly signer: TokenSigner
  /** If undefined, nothing is limited. */
  readonly limiter: RateLimiter | undefined
  /** Whether a 429 has a `Retry-After`. */
  readonly retryAfter: boolean
  readonly cooldown: Cooldown
  /** The first part of every token's `jti`. The APIs reject tokens of earlier generations. */
  generation(): number
}

/**
 * Creates a token endpoint: the client credentials grant (RFC 6749 section 4.4), for what the identity provider allows.
 */
export function createTokenEndpoint(parts: TokenEndpointParts): Endpoint {
  const { provider, clock, clients, limiter, cooldown } = parts

  return {
    name: 'token',
    path: provider.paths.token,
    // Camunda's Java client uses the path with a trailing slash.
    alias: `${provider.paths.token}/`,
    handle: async ({ method, headers, body }) => {
      // Before any other check: failed requests count as well.
      const waitMs = limiter?.take(headers.get(SOURCE_HEADER) ?? 'local') ?? 0
      if (waitMs > 0) return { response: tooManyRequests(waitMs, parts.retryAfter) }
      if (method !== 'POST') return { response: refuse(405, 'invalid_request', 'Use POST.', { allow: 'POST' }) }
      const request = readTokenRequest(headers, body, provider.takesJson)
      if ('problem' in request) return { response: refuse(400, 'invalid_request', request.problem) }
      if (request.grantType === undefined) {
        return { response: refuse(400, 'invalid_request', 'Missing required parameter: grant_type') }
      }
      if (request.grantType !== 'client_credentials') {
        return { response: refuse(400, 'unsupported_grant_type', 'Only client_credentials is supported.') }
      }
      const client = clients.authenticate(request.clientId, request.clientSecret)
      if (client === undefined) return unauthorized(request)
      const { clientId } = client
      const grant = provider.grant(client, request.audience)
      if ('error' in grant) return { clientId, response: refuse(grant.status, grant.error, grant.description) }
      return { clientId, response: await issue(clientId, grant) }
    },
  }

  function unauthorized({ clientId, clientSecret, basic }: TokenRequest): EndpointAnswer {
    const known = clients.get(clientId)
    const leftMs = provider.isGuarded ? cooldown.refused(clientId, clientSecret) : 0
    const { error, description } = provider.unauthorized(known !== undefined)
    const repeated = leftMs > 0 ? '. These credentials were refused before; in cooldown.' : ''
    const response = refuse(401, error, `${description}${repeated}`, {
      ...(leftMs > 0 && { 'retry-after': String(Math.ceil(leftMs / 1000)) }),
      ...(basic && { 'www-authenticate': 'Basic realm="Camunda"' }),
    })
    return { response, clientId: known?.clientId, ...(leftMs > 0 && { cooldown: true as const }) }
  }

  async function issue(clientId: string, { claims, members }: TokenGrant): Promise<Response> {
    const issuedAt = Math.floor(clock.now() / 1000)
    const token = await parts.signer.sign({
      iss: `${parts.origin}${provider.paths.issuer}`,
      sub: clientId,
      iat: issuedAt,
      exp: issuedAt + parts.lifetimeSeconds,
      jti: `${parts.generation()}-${crypto.randomUUID()}`,
      client_id: clientId,
      ...claims,
    })
    const body = { access_token: token, expires_in: parts.lifetimeSeconds, token_type: 'Bearer', ...members }
    return json(200, body, NO_STORE)
  }
}

// RFC 6749 section 5.1.
const NO_STORE = { 'cache-control': 'no-store', pragma: 'no-cache' }

function refuse(status: number, error: string, description: string, headers: Record<string, string> = {}): Response {
  return json(status, { error, error_description: description }, { ...NO_STORE, ...headers })
}

function tooManyRequests(waitMs: number, retryAfter: boolean): Response {
  return refuse(
    429,
    'too_many_requests',
    'Too many token requests from this address. Keep the token until it expires.',
    retryAfter ? { 'retry-after': String(Math.ceil(waitMs / 1000)) } : {},
  )
}
