import type { Caller } from './api.ts'
import { readBasic } from './basic.ts'
import { CLUSTER_SCOPES, type ClientRegistry } from './clients.ts'
import type { EmulatorClock } from './clock.ts'
import type { Product } from './product.ts'
import { empty, html, json } from './responses.ts'
import type { SessionEra } from './session/era.ts'
import type { AllSessions, Session } from './session/sessions.ts'
import type { Users } from './session/users.ts'
import type { TokenSigner } from './token/jwt.ts'

/** The form of a 401: in the format of the product, as a page of a proxy in front of it, or without a body. */
export type UnauthorizedBody = 'json' | 'html' | 'empty'

export interface AuthenticationParts {
  readonly clock: EmulatorClock
  readonly clients: ClientRegistry
  readonly signer: TokenSigner
  /** Tokens of an earlier generation are rejected as expired. */
  generation(): number
  /** Sessions of users, if users can sign in. */
  readonly signIn?: { readonly users: Users; readonly era: SessionEra; readonly sessions: AllSessions } | undefined
}

/** The caller of a request, and its session, if it has one. */
export interface Identity {
  readonly caller: Caller
  readonly session?: Session | undefined
}

/** Returns who sent the request; undefined if the caller is unknown or may not use the product. */
export type Authenticate = (
  headers: Headers,
  product: Pick<Product, 'name' | 'audience' | 'hasUsers'>,
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
      const session = users?.sessions.of(product.name).find(headers)
      return session && { caller: userCaller(session.username), session }
    }
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
    if (token !== undefined) return authenticateToken(token, product.audience, clusterId)
    const [username, password] = (users?.era.takesBasic && readBasic(authorization)) || []
    if (username === undefined || password === undefined || !users?.users.has(username, password)) return undefined
    return { caller: userCaller(username) }
  }

  /** Authenticates by bearer token (RFC 6750). */
  async function authenticateToken(
    token: string,
    audience: string,
    clusterId: string | undefined,
  ): Promise<Identity | undefined> {
    const claims = await signer.verify(token)
    if (claims === undefined) return undefined
    if (claims.exp * 1000 <= clock.now() || Number.parseInt(claims.jti, 10) < generation()) return undefined
    // Audience and cluster must both match: a token for one cluster must never work for another.
    if (![claims.aud].flat().includes(audience) || claims['https://camunda.com/clusterId'] !== clusterId)
      return undefined
    const client = clients.get(claims.client_id)
    if (client === undefined) return undefined
    const { clientId, clusterId: ownCluster, permissions } = client
    return { caller: { clientId, clusterId: ownCluster, permissions, claims: { ...claims } } }
  }
}

/** Users have all permissions wherever they can sign in. */
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
