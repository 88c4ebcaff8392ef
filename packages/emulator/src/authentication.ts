import type { Caller } from './api.ts'
import { readBasic } from './basic.ts'
import { CLUSTER_SCOPES, type ClientRegistry } from './clients.ts'
import type { EmulatorClock } from './clock.ts'
import type { Product } from './product.ts'
import { empty, html, json } from './responses.ts'
import type { SessionEra } from './session/era.ts'
import type { Session, Sessions } from './session/sessions.ts'
import type { Users } from './session/users.ts'
import type { TokenSigner } from './token/jwt.ts'

/** What a 401 of an API looks like: as a product says it, as a proxy in front of it says it, or without a word. */
export type UnauthorizedBody = 'json' | 'html' | 'empty'

export interface AuthenticationParts {
  readonly clock: EmulatorClock
  readonly clients: ClientRegistry
  readonly signer: TokenSigner
  /** Tokens of an earlier generation are refused as if they had expired. */
  generation(): number
  /** How users get in, where there are any. */
  readonly signIn?: { readonly users: Users; readonly era: SessionEra; readonly sessions: Sessions } | undefined
}

/** Who sent a request, and the session that told so, if it was one. */
export interface Identity {
  readonly caller: Caller
  readonly session?: Session | undefined
}

/** Who sent the request; undefined when that is unknown, or somebody who has no business here. */
export type Authenticate = (
  headers: Headers,
  product: Pick<Product, 'audience' | 'hasUsers'>,
  clusterId: string | undefined,
) => Promise<Identity | undefined>

export function createAuthentication({
  clock,
  clients,
  signer,
  generation,
  signIn,
}: AuthenticationParts): Authenticate {
  return async (headers, product, clusterId) => {
    const authorization = headers.get('authorization') ?? ''
    const users = product.hasUsers ? signIn : undefined
    if (authorization === '') {
      const session = users?.sessions.find(headers)
      return session && { caller: userCaller(session.username), session }
    }
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
    if (token !== undefined) return authenticateToken(token, product.audience, clusterId)
    const [username, password] = (users?.era.takesBasic && readBasic(authorization)) || []
    if (username === undefined || password === undefined || !users?.users(username, password)) return undefined
    return { caller: userCaller(username) }
  }

  /** By its bearer token (RFC 6750). */
  async function authenticateToken(
    token: string,
    audience: string,
    clusterId: string | undefined,
  ): Promise<Identity | undefined> {
    const claims = await signer.verify(token)
    if (claims === undefined) return undefined
    if (claims.exp * 1000 <= clock.now() || Number.parseInt(claims.jti, 10) < generation()) return undefined
    // Both must fit: a token for one cluster never opens another.
    if (![claims.aud].flat().includes(audience) || claims['https://camunda.com/clusterId'] !== clusterId)
      return undefined
    const client = clients.get(claims.client_id)
    if (client === undefined) return undefined
    return { caller: { clientId: client.clientId, clusterId: client.clusterId, permissions: client.permissions } }
  }
}

/** Users may do whatever can be done where they can sign in. */
const userCaller = (username: string): Caller => ({
  clientId: username,
  clusterId: undefined,
  permissions: new Set(CLUSTER_SCOPES),
})

export function unauthorized(body: UnauthorizedBody): Response {
  const challenge = { 'www-authenticate': 'Bearer' }
  if (body === 'html') return html(401, 'Authorization Required', challenge)
  return body === 'empty' ? empty(401, challenge) : json(401, { message: 'Unauthorized' }, challenge)
}
