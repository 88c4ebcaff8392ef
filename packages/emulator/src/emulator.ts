import { clusterLinks } from './addresses.ts'
import { createAuthentication } from './authentication.ts'
import { createClientRegistry } from './clients.ts'
import { createClock, type EmulatorClock } from './clock.ts'
import { createOrganization } from './console/create-organization.ts'
import { createConsoleProduct } from './console/product.ts'
import { type Controls, createControls } from './controls.ts'
import { type CredentialsSource, createCredentialsSource } from './credentials.ts'
import { readDeployment } from './deployment.ts'
import { createDispatch } from './dispatch.ts'
import type { Endpoint } from './endpoint.ts'
import { createFailurePlan } from './failures.ts'
import { withFormAsBytes } from './form-body.ts'
import { createIndexPage } from './index-page.ts'
import { createJournal, type Journal, type JournalNote } from './journal.ts'
import { createModelerProduct } from './modeler/product.ts'
import { createOperateProduct } from './operate/product.ts'
import { type EmulatorOptions, readLifetime, readOrigin } from './options.ts'
import type { Product } from './product.ts'
import { createRandom } from './random.ts'
import { createSampledProduct } from './sampled/product.ts'
import { sampledSources } from './sampled/sources.ts'
import { createLoginEndpoints } from './session/login.ts'
import { createSessions } from './session/sessions.ts'
import { createCooldown } from './token/cooldown.ts'
import { createDiscoveryEndpoint, createKeysEndpoint } from './token/discovery.ts'
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
   * Where a part of the emulator is: `token`, `discovery`, `jwks`, on Self-Managed `login` and `logout`, or a product
   * (`orchestration`, `console`, `operate`, `modeler`, `tasklist`, `optimize`, `hub`). For a product of clusters that of the first cluster, unless another is named. Fits
   * the `baseUrl` of the clients.
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
  const deployment = readDeployment(options)
  const { provider, installation } = deployment
  const lifetimeSeconds = readLifetime(options.tokenLifetimeSeconds ?? provider.lifetimeSeconds)
  const tokenUrl = `${origin}${provider.paths.token}`
  const { seed = 1, rateLimit = provider.isGuarded ? {} : false } = options

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
    links: ({ uuid }) => clusterLinks(origin, tokenUrl, uuid),
  })
  deployment.seed(organization)
  const operate = createOperateProduct(organization, options.operate ?? {}, installation)
  // All APIs that are served: another product is another entry.
  const products: readonly Product[] = [
    ...(installation ? [] : [createConsoleProduct(organization)]),
    operate,
    createModelerProduct(organization, origin, options.modeler ?? {}, installation !== undefined),
    ...sampledSources.map((source) => createSampledProduct(source, organization, installation)),
  ]

  let generation = 0
  const signer = createTokenSigner(organization.id)
  const limiter = rateLimit === false ? undefined : createRateLimiter(clock, rateLimit)
  const cooldown = createCooldown(clock)
  const sessions = installation && createSessions(installation.era.cookie)
  // What is served beside the APIs.
  const endpoints: readonly Endpoint[] = [
    createTokenEndpoint({
      provider,
      origin,
      lifetimeSeconds,
      clock,
      clients,
      signer,
      limiter,
      retryAfter: rateLimit !== false && (rateLimit.retryAfter ?? true),
      cooldown,
      generation: () => generation,
    }),
    createDiscoveryEndpoint(provider, origin),
    createKeysEndpoint(provider, signer),
    ...(installation && sessions
      ? createLoginEndpoints(operate.basePath, installation.era, installation.users, sessions)
      : []),
  ]
  const failures = createFailurePlan()
  const { journal, add } = createJournal(options.journalLimit ?? 10_000)
  const dispatch = createDispatch({
    endpoints: [...endpoints, createIndexPage({ origin, endpoints, products, organization })],
    products,
    failures,
    authenticate: createAuthentication({
      clock,
      clients,
      signer,
      generation: () => generation,
      signIn: installation && sessions && { ...installation, sessions },
    }),
    unauthorizedBody: options.unauthorizedBody ?? 'json',
  })

  return {
    fetch: async (input, init) => {
      const request = new Request(input, await withFormAsBytes(init))
      request.signal.throwIfAborted()
      const url = new URL(request.url)
      if (url.origin !== origin) throw unreachable(url.origin, origin)
      const { method } = request
      const note: JournalNote = { time: clock.now(), kind: 'unknown', method, path: url.pathname, status: 0 }
      try {
        const response = await dispatch(request, url, note)
        note.status = response.status
        request.signal.throwIfAborted()
        return method === 'HEAD' ? new Response(null, response) : response
      } finally {
        add(note)
      }
    },
    url: (part, clusterId) => {
      const endpoint = endpoints.find(({ name }) => name === part)
      if (endpoint) return `${origin}${endpoint.path}`
      const product = products.find(({ name }) => name === part)
      if (product === undefined) {
        const names = [...endpoints, ...products].map(({ name }) => name)
        throw new TypeError(`The emulator has no ${part}; it has ${names.join(', ')}.`)
      }
      const base = `${origin}${product.basePath}`
      if (!product.isPerCluster) return base
      const id = clusterId ?? organization.clusters.keys().next().value
      if (id === undefined) throw new TypeError(`The emulator has no cluster, and so no ${part}.`)
      return `${base}/${id}`
    },
    ...createCredentialsSource({ origin, tokenUrl, clients, organization, isInstalled: installation !== undefined }),
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
        sessions?.clear()
      },
    }),
    reset: () => {
      deployment.seed(organization)
      sessions?.clear()
      for (const product of products) product.reset()
      limiter?.reset()
      cooldown.reset()
      failures.clear()
      journal.clear()
    },
  }
}

const unreachable = (asked: string, served: string): TypeError =>
  new TypeError('fetch failed', { cause: new Error(`The emulator serves ${served}, not ${asked}.`) })
