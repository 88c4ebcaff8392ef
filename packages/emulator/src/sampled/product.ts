import type { Api } from '../api.ts'
import type { ClusterScope } from '../clients.ts'
import { runningCluster } from '../cluster-state.ts'
import type { Organization } from '../console/organization.ts'
import { fullVersion, minorVersion } from '../console/parameters.ts'
import type { Installation } from '../deployment.ts'
import { Problem, problemResponse } from '../problem.ts'
import type { Product } from '../product.ts'
import { clusterAudience } from '../token/keycloak.ts'
import { saasAudience } from '../token/saas-login.ts'
import type { SpecialResponses } from './api.ts'
import { pathBelow, type SampledTable } from './route.ts'

/** An API of clusters that is made of its operation table. */
export interface SampledSource {
  readonly name: string
  readonly basePath: string
  readonly scope: ClusterScope
  /** Loads the table when the first request comes: most emulators are never asked for every API. */
  load(): Promise<SampledTable>
  /** What a path may begin with beside the operation's, and the minor version from which on it may. */
  readonly prefix?: { readonly pattern: RegExp; readonly since: number } | undefined
  readonly special?: SpecialResponses | undefined
}

/** Serves the API for each cluster of the organization while it runs, in the cluster's version. */
export function createSampledProduct(
  source: SampledSource,
  organization: Organization,
  installation: Installation | undefined,
): Product {
  const { name, basePath, scope, prefix, special } = source
  const { clock, clusters } = organization
  const apis = new Map<string, Promise<Api>>()
  let table: Promise<SampledTable> | undefined
  const load = (): Promise<SampledTable> => {
    table ??= source.load()
    return table
  }
  // An installation has one cluster, which no address names.
  const onlyCluster = (installation && clusters.keys().next().value) ?? ''

  const withoutPrefix = (path: string, minor: number): string =>
    prefix && minor >= prefix.since ? path.replace(prefix.pattern, '') : path

  async function createApi(clusterId: string, version: string, minor: number): Promise<Api> {
    const [{ createSampledApi }, loaded] = await Promise.all([import('./api.ts'), load()])
    return createSampledApi({ clock, ...loaded, server: { clusterId, minor, version, isSaas: !installation }, special })
  }

  return {
    name,
    basePath,
    audience: installation ? clusterAudience(scope, installation.minor) : saasAudience(scope),
    isPerCluster: !installation,
    hasUsers: installation !== undefined,
    scope,
    forbidden: () => problemResponse(new Problem(403, 'Access Denied'), basePath),
    isPublic: async (method, path) => {
      const { about, operations } = await load()
      const below = withoutPrefix(path, Number.POSITIVE_INFINITY)
      return operations.some(
        (row) => row.authenticated === false && row.method === method && pathBelow(about, row.path) === below,
      )
    },
    api: (clusterId = onlyCluster) => {
      const cluster = runningCluster(organization, clusterId)
      if (cluster instanceof Response) return cluster
      const { generation } = cluster
      // An upgrade brings another version.
      const key = `${clusterId} ${generation.name}`
      const minor = minorVersion(generation)
      const api = apis.get(key) ?? createApi(clusterId, fullVersion(generation), minor)
      apis.set(key, api)
      return {
        handle: async (request) => (await api).handle({ ...request, path: withoutPrefix(request.path, minor) }),
        reset: () => {},
      }
    },
    reset: () => apis.clear(),
  }
}
