import type { Engine } from '@x/engine'
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
import { createEngines, type EngineCode } from './engine/engines.ts'
import { readSampleData } from './engine/sample-data.ts'
import { createWaiting } from './engine/waiting.ts'
import { createFailurePlan } from './failures.ts'
import { withFormAsBytes } from './form-body.ts'
import { createIndexPage } from './index-page.ts'
import { createJournal, type Journal, type JournalNote } from './journal.ts'
import { createModelerProduct } from './modeler/product.ts'
import { createOperateProduct } from './operate/product.ts'
import { type EmulatorOptions, readLifetime, readOrigin } from './options.ts'
import { readAuthorizations, readLag } from './orchestration/options.ts'
import { createOrchestrationSource } from './orchestration/source.ts'
import type { Product } from './product.ts'
import { createRandom } from './random.ts'
import { createSampledProduct } from './sampled/product.ts'
import { sampledSources } from './sampled/sources.ts'
import { createLoginEndpoints } from './session/login.ts'
import { createAllSessions } from './session/sessions.ts'
import { createTasklistSource } from './tasklist/source.ts'
import { createCooldown } from './token/cooldown.ts'
import { createDiscoveryEndpoint, createKeysEndpoint } from './token/discovery.ts'
import { createTokenSigner } from './token/jwt.ts'
import { createRateLimiter } from './token/rate-limit.ts'
import { createTokenEndpoint } from './token/token-endpoint.ts'

/** An embedded Camunda 8: a token endpoint and its APIs behind one `fetch`. */
export interface Emulator extends CredentialsSource {
  /**
   * Responds to a request to the emulator's origin, without a network. It has the parameters of the global `fetch` and does
   * not use `this`, so you can pass it to any client as its `fetch`.
   *
   * @throws TypeError for another origin, like `fetch` for an unreachable host, and for a planned `disconnect`.
   */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  /**
   * Returns the URL of a part of the emulator: `token`, `discovery`, `jwks`, on Self-Managed `login` and `logout`, or a
   * product (`orchestration`, `console`, `operate`, `modeler`, `tasklist`, `optimize`, `hub`), for the `baseUrl` of a client.
   * For products of clusters it is the URL of the first cluster, unless you pass another cluster's id.
   */
  url(part: string, clusterId?: string): string
  /**
   * The engine of the first cluster: deploy, start, execute and inspect processes without HTTP. It follows `clock`, so use
   * `clock.advance`. `reset()` creates a new engine.
   *
   * The sample data is available after the first request or deployment.
   *
   * @throws TypeError if there is no cluster
   * @example
   * await emulator.engine.deploy([{ name: 'order.bpmn', content: xml }])
   * const { processInstanceKey } = emulator.engine.createInstance({ processDefinitionId: 'order' })
   */
  readonly engine: Engine
  /** The requests that the emulator received, with the status of each response. */
  readonly journal: Journal
  /** The emulator's clock. As it advances, tokens expire, clusters become healthy, backups complete and timers fire. */
  readonly clock: EmulatorClock
  /** Controls for tests that no Camunda API has. */
  readonly controls: Controls
  /** Restores the seeded data, including the credentials, and clears the journal. The clock is not reset. */
  reset(): void
}

/** Creates an emulator that uses this code to run its clusters. */
export function buildEmulator(options: EmulatorOptions, code: EngineCode): Emulator {
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
  const waiting = createWaiting(clock)
  const data = readSampleData(options.operate ?? {})
  const firstClusters = new Set(organization.clusters.keys())
  // Self-Managed has one application for everything.
  const firstClients = new Map(
    [...firstClusters].map((clusterId) => {
      const found = installation ? clients.organization() : clients.ofCluster(clusterId)
      return [clusterId, found.map((client) => client.clientId)]
    }),
  )
  const lagMs = readLag(options.orchestration ?? {})
  const hasHistory = (clusterId: string): boolean => firstClusters.has(clusterId)
  const engines = createEngines({ clock, seed, waiting, lagMs, data, hasHistory }, code)
  const operate = createOperateProduct(organization, engines, installation)
  const orchestration = createOrchestrationSource({
    clock,
    waiting,
    seed,
    engines,
    partitions: data.partitions,
    users: installation?.users,
    authorizations: readAuthorizations(options.orchestration ?? {}),
    administratorsOf: (clusterId) => firstClients.get(clusterId) ?? [],
    hasStorage: (clusterId) => organization.clusters.get(clusterId)?.storage !== 'none',
    addressOf: (clusterId) => addressOf('orchestration', clusterId),
  })
  // All APIs. To serve another product, add an entry.
  const products: readonly Product[] = [
    ...(installation ? [] : [createConsoleProduct(organization)]),
    operate,
    createModelerProduct(organization, origin, options.modeler ?? {}, installation !== undefined),
    ...[orchestration, createTasklistSource(engines, installation?.users), ...sampledSources].map((source) =>
      createSampledProduct(source, organization, installation),
    ),
  ]

  let generation = 0
  const signer = createTokenSigner(organization.id)
  const limiter = rateLimit === false ? undefined : createRateLimiter(clock, rateLimit)
  const cooldown = createCooldown(clock)
  const sessions = installation && createAllSessions(installation.era.cookies)
  // What is served in addition to the APIs.
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
      ? products
          .filter(({ name }) => Object.hasOwn(installation.era.cookies, name))
          .flatMap(({ name, basePath }) =>
            createLoginEndpoints(basePath, installation.era, installation.users, sessions.of(name)),
          )
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

  function addressOf(part: string, clusterId?: string): string {
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
  }

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
    url: addressOf,
    ...createCredentialsSource({ origin, tokenUrl, clients, organization, isInstalled: installation !== undefined }),
    get engine() {
      const [first] = organization.clusters.keys()
      if (first === undefined) throw new TypeError('The emulator has no cluster, and so no engine.')
      const { engine, catchUp } = engines.of(first)
      catchUp()
      return engine
    },
    journal,
    clock,
    controls: createControls({
      clients,
      organization,
      failures,
      limiter,
      resolveIncident: (clusterId, key) => {
        if (!organization.clusters.has(clusterId)) throw new TypeError(`The emulator has no cluster ${clusterId}.`)
        engines.of(clusterId).resolveIncident(key)
      },
      nextGeneration: () => {
        generation += 1
        sessions?.clear()
      },
    }),
    reset: () => {
      deployment.seed(organization)
      sessions?.clear()
      engines.reset()
      installation?.users.reset()
      for (const product of products) product.reset()
      waiting.end()
      limiter?.reset()
      cooldown.reset()
      failures.clear()
      journal.clear()
    },
  }
}

const unreachable = (asked: string, served: string): TypeError =>
  new TypeError('fetch failed', { cause: new Error(`The emulator serves ${served}, not ${asked}.`) })
