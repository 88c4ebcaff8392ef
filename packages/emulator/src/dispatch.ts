import { JWKS_PATH, TOKEN_PATH } from './addresses.ts'
import { type Authenticate, type UnauthorizedBody, unauthorized } from './authentication.ts'
import { type FailurePlan, hang, type PlannedFailure } from './failures.ts'
import type { JournalNote } from './journal.ts'
import { type Product, splitPath } from './product.ts'
import { json, text } from './responses.ts'
import type { TokenSigner } from './token/jwt.ts'
import type { TokenEndpoint } from './token/token-endpoint.ts'

/** The header in which a server tells the emulator the address a request came from. Requests without it are one source. */
export const SOURCE_HEADER = 'x-emulator-source'

const MAX_BODY_BYTES = 16 * 1024 * 1024

export interface DispatchParts {
  readonly products: readonly Product[]
  readonly failures: FailurePlan
  readonly authenticate: Authenticate
  readonly tokenEndpoint: TokenEndpoint
  readonly signer: TokenSigner
  readonly unauthorizedBody: UnauthorizedBody
}

/** Answers one request, and notes what is learnt about it on the way. */
export type Dispatch = (request: Request, url: URL, note: JournalNote) => Promise<Response>

/** Brings each request to the token endpoint or, once it is known who calls, to its product. */
export function createDispatch(parts: DispatchParts): Dispatch {
  const { products, failures, authenticate, tokenEndpoint, signer } = parts

  async function answerToken({ method, headers }: Request, body: string, note: JournalNote): Promise<Response> {
    const source = headers.get(SOURCE_HEADER) ?? 'local'
    const { response, clientId, cooldown } = await tokenEndpoint({ method, headers, body, source })
    Object.assign(note, { clientId, cooldown })
    return response
  }

  async function answerKeys(method: string): Promise<Response> {
    return method === 'GET' ? json(200, await signer.jwks()) : text(405, 'Method Not Allowed', { allow: 'GET' })
  }

  return async (request, url, note) => {
    const target = findTarget(products, url.pathname)
    note.kind = target.kind
    const failure = failures.take(note.kind, note.method)
    if (failure !== undefined) return fail(failure, request.signal)
    const body = await readBody(request)
    if (body === undefined) return text(413, 'Payload Too Large')
    if (target.kind === 'token') return answerToken(request, body, note)
    const method = request.method === 'HEAD' ? 'GET' : request.method
    if (target.kind === 'jwks') return answerKeys(method)
    const { product, clusterId, path } = target
    if (product === undefined) return nothingHere(products)
    const { headers } = request
    const caller = await authenticate(headers, { audience: product.audience, clusterId })
    note.clientId = caller?.clientId
    if (caller === undefined && !product.isPublic?.(path)) return unauthorized(parts.unauthorizedBody)
    if (product.scope !== undefined && !caller?.permissions.has(product.scope)) {
      return product.forbidden?.() ?? text(403, 'Forbidden')
    }
    const api = product.api(clusterId)
    return api instanceof Response ? api : api.handle({ method, path, query: url.searchParams, headers, body, caller })
  }
}

interface Target {
  readonly kind: string
  readonly product?: Product | undefined
  readonly clusterId?: string | undefined
  /** The path as the product sees it. */
  readonly path: string
}

function findTarget(products: readonly Product[], pathname: string): Target {
  if (pathname === TOKEN_PATH) return { kind: 'token', path: pathname }
  if (pathname === JWKS_PATH) return { kind: 'jwks', path: pathname }
  for (const product of products) {
    const split = splitPath(product, pathname)
    if (split !== undefined) return { kind: product.name, product, ...split }
  }
  return { kind: 'unknown', path: pathname }
}

function fail(answer: PlannedFailure['answer'], signal: AbortSignal): Response | Promise<never> {
  if (answer === 'hang') return hang(signal)
  if (answer === 'disconnect') throw new TypeError('fetch failed', { cause: new Error('The connection broke off.') })
  const { status, headers = {}, body = null } = answer
  return new Response(body, { status, headers })
}

/** Undefined for a body that is too long. */
async function readBody(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return undefined
  const body = await request.text()
  return body.length > MAX_BODY_BYTES ? undefined : body
}

function nothingHere(products: readonly Product[]): Response {
  const served = [TOKEN_PATH, JWKS_PATH, ...products.map(({ basePath }) => basePath)]
  return json(404, { status: 404, message: `The emulator has nothing here. It serves ${served.join(', ')}.` })
}
