import type { OAuth, TokenStorage } from '@x/auth'
import { connectCluster } from '@x/camunda'
import { createConsoleClient } from '@x/console'
import type { ApiCredentials } from '../src/apis.ts'
import type { ProxyInfo } from '../src/connection/proxy-info.ts'

type Found = Pick<ProxyInfo, 'name' | 'version'>

export interface LookUpOptions {
  readonly credentials: ApiCredentials
  /** Authenticates Console's requests. */
  readonly organizationAuth: OAuth | undefined
  readonly storage: TokenStorage | undefined
}

/** Finds out the cluster's name and version. Never rejects: what cannot be found out is left to the page's own requests. */
export async function lookUpCluster(options: LookUpOptions): Promise<Found> {
  const [name, version] = await Promise.all([
    findName(options).catch(() => undefined),
    findVersion(options).catch(() => undefined),
  ])
  return { name: name ?? fallbackName(options.credentials), version }
}

/** Only Console knows the name, and only an organization's client may ask it. */
async function findName({ credentials, organizationAuth }: LookUpOptions): Promise<string | undefined> {
  const clusterId = credentials.cluster?.clusterId
  if (!organizationAuth || clusterId === undefined) return undefined
  const console = createConsoleClient({ auth: organizationAuth, baseUrl: credentials.organization?.consoleUrl })
  const clusters = await console.clusters.list()
  return clusters.find(({ uuid }) => uuid === clusterId)?.name
}

async function findVersion({ credentials, storage }: LookUpOptions): Promise<string | undefined> {
  return credentials.cluster && connectCluster(credentials.cluster, { storage }).version()
}

function fallbackName({ cluster, organization }: ApiCredentials): string {
  if (cluster?.clusterId) return `cluster ${cluster.clusterId.slice(0, 8)}`
  const address = cluster?.restUrl ?? cluster?.operateUrl
  if (address !== undefined && URL.canParse(address)) return new URL(address).host
  return organization ? 'your organization' : 'your Camunda'
}
