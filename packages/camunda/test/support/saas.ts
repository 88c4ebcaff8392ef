import {
  type CamundaVersion,
  type ClusterStorage,
  createEmulator,
  type Emulator,
  type EmulatorOptions,
} from '@x/emulator'
import { type ClusterConnection, type ClusterOptions, type ConnectedCluster, connectCluster } from '../../src/index.ts'
import { sharedEmulator, unpacedAuth } from './emulated.ts'

const region = 'bru-2'
const tokenUrl = 'https://login.cloud.camunda.io/oauth/token'

/** Clusters on the hosts of SaaS. */
export interface Saas {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Credentials as a downloaded file has them: with addresses, or with region and cluster id alone. */
  readonly credentials: ClusterConnection
  /** Hosts that were asked, in that order; those for tokens left out. */
  readonly hosts: string[]
  /** How many of these requests were sent only to find out the version. */
  topologies(): number
  connect(changes?: Partial<ClusterConnection>, options?: ClusterOptions): ConnectedCluster
  /** From now on the cluster is of this version. Hosts that it no longer has respond with 404, or are unknown to DNS. */
  update(minor: number, gone?: '404' | 'ENOTFOUND'): void
}

/** A cluster at the hosts that SaaS has for its version: up to 8.7 one for each product, from 8.10 on one for all. */
export function createSaas(minor: number, storage: ClusterStorage = 'search', data?: EmulatorOptions): Saas {
  const versions = new Map<number, Emulator>()
  const emulatorOf = (minor: number): Emulator => {
    const known =
      versions.get(minor) ??
      (data
        ? createEmulator({ ...data, version: `8.${minor}` as CamundaVersion, storage, rateLimit: false })
        : sharedEmulator(minor, storage))
    versions.set(minor, known)
    return known
  }
  const first = emulatorOf(minor).credentials('cluster')
  const { clientId, clientSecret, clusterId = '' } = first
  const hosts: string[] = []
  let current = minor
  let gone: '404' | 'ENOTFOUND' = '404'
  let topologies = 0

  // The versions have keys of their own, so that a token of one is renewed for the other and the request sent again.
  async function fetch(url: string, init: RequestInit): Promise<Response> {
    const response = await respond(url, init).catch((error: unknown) => error)
    const isTopology = url.endsWith('/topology')
    if (isTopology && !(response instanceof Response && response.status === 401)) topologies++
    if (response instanceof Response) return response
    throw response
  }

  async function respond(url: string, init: RequestInit): Promise<Response> {
    const { hostname, pathname } = new URL(url)
    const emulator = emulatorOf(current)
    if (hostname === 'login.cloud.camunda.io') return emulator.fetch(emulator.url('token'), init)
    hosts.push(hostname)
    const [, place, product = ''] = /^([\w-]+)\.(\w+)\.camunda\.io$/.exec(hostname) ?? []
    const isThere = product === 'api' ? current >= 8 : current < 10
    if (place !== region || (!isThere && gone === 'ENOTFOUND'))
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' }) })
    if (!isThere || !pathname.startsWith(`/${clusterId}/`)) return new Response('Not Found', { status: 404 })
    const served = product === 'api' || product === 'zeebe' ? 'orchestration' : product
    return emulator.fetch(emulator.url(served) + pathname.slice(clusterId.length + 1), init)
  }

  const credentials: ClusterConnection = {
    tokenUrl,
    clientId,
    clientSecret: clientSecret as never,
    clusterId,
    region,
    restUrl: `https://${region}.api.camunda.io/${clusterId}`,
    operateUrl: `https://${region}.operate.camunda.io/${clusterId}`,
    tasklistUrl: `https://${region}.tasklist.camunda.io/${clusterId}`,
  }
  return {
    fetch,
    credentials,
    hosts,
    connect: (changes = {}, options = {}) => {
      const auth = unpacedAuth({ tokenUrl, clientId, clientSecret, fetch })
      return connectCluster({ ...credentials, ...changes }, { auth, fetch, retry: false, ...options })
    },
    topologies: () => topologies,
    update: (version, kind = '404') => {
      current = version
      gone = kind
    },
  }
}
