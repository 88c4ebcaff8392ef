import type { Caller } from './api.ts'
import type { ClientRegistry } from './clients.ts'
import type { EmulatorClock } from './clock.ts'
import { empty, html, json } from './responses.ts'
import type { TokenSigner } from './token/jwt.ts'

/** What a 401 of an API looks like: as a product says it, as a proxy in front of it says it, or without a word. */
export type UnauthorizedBody = 'json' | 'html' | 'empty'

export interface AuthenticationParts {
  readonly clock: EmulatorClock
  readonly clients: ClientRegistry
  readonly signer: TokenSigner
  /** Tokens of an earlier generation are refused as if they had expired. */
  generation(): number
}

/** Who sent the request, by its bearer token (RFC 6750); undefined when the token is missing or good for nothing here. */
export type Authenticate = (
  headers: Headers,
  expected: { readonly audience: string; readonly clusterId: string | undefined },
) => Promise<Caller | undefined>

export function createAuthentication({ clock, clients, signer, generation }: AuthenticationParts): Authenticate {
  return async (headers, { audience, clusterId }) => {
    const token = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
    const claims = token === undefined ? undefined : await signer.verify(token)
    if (claims === undefined) return undefined
    if (claims.exp * 1000 <= clock.now() || Number.parseInt(claims.jti, 10) < generation()) return undefined
    // Both must fit: a token for one cluster never opens another.
    if (claims.aud !== audience || claims['https://camunda.com/clusterId'] !== clusterId) return undefined
    const client = clients.get(claims.client_id)
    return client && { clientId: client.clientId, clusterId: client.clusterId, permissions: client.permissions }
  }
}

export function unauthorized(body: UnauthorizedBody): Response {
  const challenge = { 'www-authenticate': 'Bearer' }
  if (body === 'html') return html(401, 'Authorization Required', challenge)
  return body === 'empty' ? empty(401, challenge) : json(401, { message: 'Unauthorized' }, challenge)
}
