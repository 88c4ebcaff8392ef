import type { Client, ClientRegistry } from '../clients.ts'
import type { EmulatorClock } from '../clock.ts'
import { json } from '../responses.ts'
import { isAudience, mayAskFor, ORGANIZATION_AUDIENCE } from './audiences.ts'
import type { Cooldown } from './cooldown.ts'
import type { TokenSigner } from './jwt.ts'
import type { RateLimiter } from './rate-limit.ts'
import { readTokenRequest } from './token-request.ts'

export interface TokenEndpointParts {
  readonly issuer: string
  readonly lifetimeSeconds: number
  readonly clock: EmulatorClock
  readonly clients: ClientRegistry
  readonly signer: TokenSigner
  /** Absent: nothing is limited. */
  readonly limiter: RateLimiter | undefined
  /** Whether a 429 says when to come back. */
  readonly retryAfter: boolean
  readonly cooldown: Cooldown
  /** The start of every token's `jti`; tokens of earlier generations are refused by the APIs. */
  generation(): number
}

/** The answer, and what the journal may know about the request. */
export interface TokenAnswer {
  readonly response: Response
  readonly clientId?: string | undefined
  readonly cooldown?: true | undefined
}

export interface TokenEndpointRequest {
  readonly method: string
  readonly headers: Headers
  readonly body: string
  /** The address the request came from, as the limiter counts it. */
  readonly source: string
}

export type TokenEndpoint = (request: TokenEndpointRequest) => Promise<TokenAnswer>

/** Camunda's token endpoint: the client credentials grant (RFC 6749 section 4.4) with an `audience`. */
export function createTokenEndpoint(parts: TokenEndpointParts): TokenEndpoint {
  const { clock, clients, limiter, cooldown } = parts
  return async ({ method, headers, body, source }) => {
    // Before anything is looked at: failed requests count as well.
    const waitMs = limiter?.take(source) ?? 0
    if (waitMs > 0) return { response: tooManyRequests(waitMs, parts.retryAfter) }
    if (method !== 'POST') {
      return { response: refuse(405, 'invalid_request', 'Use POST.', { allow: 'POST' }) }
    }
    const request = readTokenRequest(headers, body)
    if ('problem' in request) return { response: refuse(400, 'invalid_request', request.problem) }
    if (request.grantType === undefined) {
      return { response: refuse(400, 'invalid_request', 'Missing required parameter: grant_type') }
    }
    if (request.grantType !== 'client_credentials') {
      return { response: refuse(400, 'unsupported_grant_type', 'Only client_credentials is supported.') }
    }
    const client = clients.authenticate(request.clientId, request.clientSecret)
    if (client === undefined) {
      const leftMs = cooldown.refused(request.clientId, request.clientSecret)
      return {
        response: unknownClient(leftMs, request.basic),
        clientId: clients.get(request.clientId)?.clientId,
        ...(leftMs > 0 && { cooldown: true as const }),
      }
    }
    const { clientId } = client
    // At an address that is not Camunda's, clients take us for Self-Managed, where Web Modeler's audience is left out and
    // comes of the grant. An organization client has but one.
    const audience = request.audience ?? (client.kind === 'organization' ? ORGANIZATION_AUDIENCE : undefined)
    if (audience === undefined) {
      return { clientId, response: refuse(400, 'invalid_request', 'Missing required parameter: audience') }
    }
    if (!isAudience(audience)) return { clientId, response: refuse(403, 'access_denied', 'Service not found.') }
    if (!mayAskFor(client, audience)) {
      const owner = client.kind === 'cluster' ? 'A cluster client with these scopes' : 'An organization client'
      return { clientId, response: refuse(403, 'access_denied', `${owner} is not authorized to access ${audience}.`) }
    }
    return { clientId, response: await grant(client, audience) }
  }

  async function grant(client: Client, audience: string): Promise<Response> {
    const issuedAt = Math.floor(clock.now() / 1000)
    const token = await parts.signer.sign({
      iss: parts.issuer,
      sub: client.clientId,
      aud: audience,
      iat: issuedAt,
      exp: issuedAt + parts.lifetimeSeconds,
      jti: `${parts.generation()}-${crypto.randomUUID()}`,
      client_id: client.clientId,
      ...(client.clusterId !== undefined && { 'https://camunda.com/clusterId': client.clusterId }),
    })
    const body = {
      access_token: token,
      scope: client.clusterId,
      expires_in: parts.lifetimeSeconds,
      token_type: 'Bearer',
    }
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

/** One text for an unknown client and a wrong secret: an endpoint does not tell which clients exist. */
function unknownClient(leftMs: number, basic: boolean): Response {
  const description = leftMs > 0 ? 'Unauthorized. These credentials were refused before; in cooldown.' : 'Unauthorized'
  return refuse(401, 'invalid_client', description, {
    ...(leftMs > 0 && { 'retry-after': String(Math.ceil(leftMs / 1000)) }),
    ...(basic && { 'www-authenticate': 'Basic realm="Camunda"' }),
  })
}
