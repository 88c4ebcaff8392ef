import { createAuthentication, unauthorized } from './authentication.ts'
import { createClientRegistry } from './clients.ts'
import { createClock, type EmulatorClock } from './clock.ts'
import { createOrganization } from './console/create-organization.ts'
import { createConsoleProduct } from './console/product.ts'
import { DEFAULT_CLUSTERS, seedOrganization } from './console/seed.ts'
import { type Controls, createControls } from './controls.ts'
import { type CredentialsSource, createCredentialsSource } from './credentials.ts'
import { createFailurePlan, hang, type PlannedFailure } from './failures.ts'
import { createJournal, type Journal, type JournalEntry } from './journal.ts'
import { createOperateProduct } from './operate-product.ts'
import { type EmulatorOptions, readLifetime, readOrigin } from './options.ts'
import { type Product, splitPath } from './product.ts'
import { createRandom } from './random.ts'
import { json, text } from './responses.ts'
import { createCooldown } from './token/cooldown.ts'
import { createTokenSigner } from './token/jwt.ts'
import { createRateLimiter } from './token/rate-limit.ts'
import { createTokenEndpoint } from './token/token-endpoint.ts'

/** An embedded Camunda 8: a token endpoint and its APIs behind one `fetch`. */
export interface Emulator extends CredentialsSource {
  /**
   * Answers a request below the emulator's origin. Takes what the global `fetch` takes, needs no `this`, and so can be
   * handed to any client as its `fetch`. Nothing goes over a network.
   *
   * @throws TypeError for another origin, as for a host that cannot be reached, and for a planned `disconnect`.
   */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  /**
   * Where a part of the emulator is: `token`, `jwks`, or a product (`console`, `operate`). For a product of clusters that
   * of the first cluster, unless another is named. Fits the `baseUrl` of the clients.
   */
  url(part: string, clusterId?: string): string
  /** What it was asked, and what it answered. */
  readonly journal: Journal
  /** Its time: moves tokens to their end, clusters to their health, backups to completion. */
  readonly clock: EmulatorClock
  /** Levers that no Camunda API has. */
  readonly controls: Controls
  /** Back to the seeded data, credentials included. Empties the journal; the clock goes on. */
  reset(): void
}

/** The header in which a server tells the emulator the address a request came from. Requests without it are one source. */
export const SOURCE_HEADER = 'x-emulator-source'

const TOKEN_PATH = '/oauth/token'
const JWKS_PATH = '/.well-known/jwks.json'
const MAX_BODY_BYTES = 16 * 1024 * 1024

/**
 * An emulator of its own: two of them share no state, and tokens of one are refused by the other.
 *
 * @throws TypeError for an option that cannot be.
 * @example
 * const emulator = createEmulator()
 * const { tokenUrl, clientId, clientSecret } = emulator.credentials('organization')
 * const auth = createOAuth({ tokenUrl, clientId, clientSecret, fetch: emulator.fetch })
 * const camunda = createConsoleClient({ auth, baseUrl: emulator.url('console'), fetch: emulator.fetch })
 * console.log(await camunda.clusters.list(), emulator.journal.count({ kind: 'token' }))
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const origin = readOrigin(options.origin)
  const lifetimeSeconds = readLifetime(options.tokenLifetimeSeconds)
  const tokenUrl = `${origin}${TOKEN_PATH}`
  const { seed = 1, clusters = DEFAULT_CLUSTERS, rateLimit = {} } = options

  const clock = createClock(options.now)
  const random = createRandom(seed)
  const clients = createClientRegistry(random)
  const organization = createOrganization({
    seed,
    clock,
    random,
    clients,
    limits: options.limits,
    durations: options.durations,
    links: ({ uuid }) => ({
      zeebe: `${origin}/zeebe/${uuid}`,
      operate: `${origin}/operate/${uuid}`,
      tasklist: `${origin}/tasklist/${uuid}`,
      optimize: `${origin}/optimize/${uuid}`,
      connectors: `${origin}/connectors/${uuid}`,
      identity: `${origin}/identity/${uuid}`,
      console: `${origin}/console/clusters/${uuid}`,
      oauth: tokenUrl,
    }),
  })
  seedOrganization(organization, clusters)
  const operate = createOperateProduct(organization, options.operate ?? {})
  // All that is served besides tokens: another product is another entry.
  const products: readonly Product[] = [createConsoleProduct(organization, clusters), operate]

  let generation = 0
  const signer = createTokenSigner(random.uuid())
  const limiter = rateLimit === false ? undefined : createRateLimiter(clock, rateLimit)
  const cooldown = createCooldown(clock)
  const failures = createFailurePlan()
  const { journal, add } = createJournal(options.journalLimit ?? 10_000)
  const authenticate = createAuthentication({ clock, clients, signer, generation: () => generation })
  const tokenEndpoint = createTokenEndpoint({
    issuer: `${origin}/`,
    lifetimeSeconds,
    clock,
    clients,
    signer,
    limiter,
    retryAfter: rateLimit !== false && (rateLimit.retryAfter ?? true),
    cooldown,
    generation: () => generation,
  })

  /** What is learnt about a request on its way, for the journal. */
  type Note = { -readonly [K in keyof JournalEntry]: JournalEntry[K] }

  async function answer(request: Request, url: URL, note: Note): Promise<Response> {
    const { pathname } = url
    const product = products.find((candidate) => splitPath(candidate, pathname) !== undefined)
    note.kind = pathname === TOKEN_PATH ? 'token' : pathname === JWKS_PATH ? 'jwks' : (product?.name ?? 'unknown')
    const failure = failures.take(note.kind, note.method)
    if (failure !== undefined) return fail(failure, request.signal)
    const body = await readBody(request)
    if (body === undefined) return text(413, 'Payload Too Large')
    if (note.kind === 'token') {
      const source = request.headers.get(SOURCE_HEADER) ?? 'local'
      const { method, headers } = request
      const { response, clientId, cooldown: tooSoon } = await tokenEndpoint({ method, headers, body, source })
      Object.assign(note, { clientId, cooldown: tooSoon })
      return response
    }
    const method = request.method === 'HEAD' ? 'GET' : request.method
    if (note.kind === 'jwks') {
      return method === 'GET' ? json(200, await signer.jwks()) : text(405, 'Method Not Allowed', { allow: 'GET' })
    }
    if (product === undefined) return nothingHere(products)
    const { clusterId, path } = splitPath(product, pathname) ?? { clusterId: undefined, path: '/' }
    const caller = await authenticate(request.headers, { audience: product.audience, clusterId })
    note.clientId = caller?.clientId
    if (caller === undefined && !product.isPublic?.(path)) return unauthorized(options.unauthorizedBody ?? 'json')
    if (product.scope !== undefined && !caller?.permissions.has(product.scope)) return text(403, 'Forbidden')
    const api = product.api(clusterId)
    if (api instanceof Response) return api
    return api.handle({ method, path, query: url.searchParams, headers: request.headers, body, caller })
  }

  return {
    fetch: async (input, init) => {
      const request = new Request(input, init)
      request.signal.throwIfAborted()
      const url = new URL(request.url)
      if (url.origin !== origin) throw unreachable(url.origin, origin)
      const note: Note = { time: clock.now(), kind: 'unknown', method: request.method, path: url.pathname, status: 0 }
      try {
        const response = await answer(request, url, note)
        note.status = response.status
        request.signal.throwIfAborted()
        return request.method === 'HEAD' ? new Response(null, response) : response
      } finally {
        add(note)
      }
    },
    url: (part, clusterId) => {
      if (part === 'token') return tokenUrl
      if (part === 'jwks') return `${origin}${JWKS_PATH}`
      const product = products.find(({ name }) => name === part)
      if (product === undefined) {
        const names = ['token', 'jwks', ...products.map(({ name }) => name)]
        throw new TypeError(`The emulator has no ${part}; it has ${names.join(', ')}.`)
      }
      if (product.belongsTo === 'organization') return `${origin}${product.basePath}`
      return `${origin}${product.basePath}/${clusterId ?? organization.clusters.keys().next().value}`
    },
    ...createCredentialsSource({ origin, tokenUrl, clients, organization }),
    journal,
    clock,
    controls: createControls({
      clients,
      organization,
      failures,
      limiter,
      resolveIncident: operate.resolveIncident,
      nextGeneration: () => {
        generation += 1
      },
    }),
    reset: () => {
      for (const product of products) product.reset()
      limiter?.reset()
      cooldown.reset()
      failures.clear()
      journal.clear()
    },
  }
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

const unreachable = (asked: string, served: string): TypeError =>
  new TypeError('fetch failed', { cause: new Error(`The emulator serves ${served}, not ${asked}.`) })
