import type { ApiRequest } from './api.ts'
import { type Authenticate, type UnauthorizedBody, unauthorized } from './authentication.ts'
import type { Endpoint } from './endpoint.ts'
import { type FailurePlan, hang, type PlannedFailure } from './failures.ts'
import type { JournalNote } from './journal.ts'
import { type Product, splitPath } from './product.ts'
import { json, text } from './responses.ts'

const MAX_BODY_BYTES = 16 * 1024 * 1024

export interface DispatchParts {
  readonly endpoints: readonly Endpoint[]
  readonly products: readonly Product[]
  readonly failures: FailurePlan
  readonly authenticate: Authenticate
  readonly unauthorizedBody: UnauthorizedBody
}

/** Responds to one request, and adds what becomes known about it to the journal entry. */
export type Dispatch = (request: Request, url: URL, note: JournalNote) => Promise<Response>

/** Routes each request to the endpoint of its path or, once the caller is authenticated, to its product. */
export function createDispatch(parts: DispatchParts): Dispatch {
  const { endpoints, products, failures, authenticate } = parts

  return async (request, url, note) => {
    const endpoint = endpoints.find(({ path, alias }) => path === url.pathname || alias === url.pathname)
    const target = endpoint ? undefined : findProduct(products, url.pathname)
    note.kind = endpoint?.name ?? target?.product.name ?? 'unknown'
    const failure = failures.take(note.kind, note.method)
    if (failure !== undefined) return fail(failure, request.signal)
    const bytes = await readBody(request)
    if (bytes === undefined) return text(413, 'Payload Too Large')
    const body = new TextDecoder().decode(bytes)
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const shared = { method, query: url.searchParams, headers: request.headers, body, bytes, signal: request.signal }
    if (target) return callProduct(target, shared, note)
    if (!endpoint) return nothingHere(endpoints, products)
    const { response, ...learnt } = await endpoint.handle({ ...shared, path: url.pathname })
    Object.assign(note, learnt)
    return response
  }

  async function callProduct(
    { product, clusterId, path }: ProductTarget,
    request: Omit<ApiRequest, 'path' | 'caller'>,
    note: JournalNote,
  ): Promise<Response> {
    const { method, headers } = request
    const { caller, session } = (await authenticate(headers, product, clusterId)) ?? {}
    note.clientId = caller?.clientId
    if (!(await product.isPublic?.(method, path))) {
      if (caller === undefined) return unauthorized(parts.unauthorizedBody)
      if (product.scope !== undefined && !caller.permissions.has(product.scope)) {
        return product.forbidden?.() ?? text(403, 'Forbidden')
      }
    }
    if (session?.allows(method, headers) === false) return json(403, { status: 403, error: 'Forbidden', path })
    const api = product.api(clusterId)
    const handled = api instanceof Response ? api : await api.handle({ ...request, path, caller })
    const { response, ...learnt } = handled instanceof Response ? { response: handled } : handled
    Object.assign(note, learnt)
    return session ? session.tell(method, response) : response
  }
}

interface ProductTarget {
  readonly product: Product
  readonly clusterId: string | undefined
  /** The path that the product gets. */
  readonly path: string
}

function findProduct(products: readonly Product[], pathname: string): ProductTarget | undefined {
  for (const product of products) {
    const split = splitPath(product, pathname)
    if (split !== undefined) return { product, ...split }
  }
  return undefined
}

function fail(response: PlannedFailure['response'], signal: AbortSignal): Response | Promise<never> {
  if (response === 'hang') return hang(signal)
  if (response === 'disconnect') throw new TypeError('fetch failed', { cause: new Error('The connection broke off.') })
  const { status, headers = {}, body = null } = response
  return new Response(body, { status, headers })
}

/** Returns undefined for a body that is too large. */
async function readBody(request: Request): Promise<ArrayBuffer | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return undefined
  const body = await request.arrayBuffer()
  return body.byteLength > MAX_BODY_BYTES ? undefined : body
}

function nothingHere(endpoints: readonly Endpoint[], products: readonly Product[]): Response {
  const served = [...endpoints.map(({ path }) => path), ...products.map(({ basePath }) => basePath)]
  return json(404, { status: 404, message: `Nothing at this path. The emulator serves ${served.join(', ')}.` })
}
