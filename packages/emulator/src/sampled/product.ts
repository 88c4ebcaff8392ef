import type { Api } from '../api.ts'
import type { ClusterScope } from '../clients.ts'
import { runningCluster } from '../cluster-state.ts'
import type { Organization } from '../console/organization.ts'
import { fullVersion, minorVersion } from '../console/parameters.ts'
import type { Installation } from '../deployment.ts'
import { Problem, problemResponse } from '../problem.ts'
import type { Product } from '../product.ts'
import { clusterAudience, MODELER_AUDIENCE } from '../token/keycloak.ts'
import { ORGANIZATION_AUDIENCE, saasAudience } from '../token/saas-login.ts'
import type { SampledServer, SpecialResponses } from './api.ts'
import { pathBelow, type SampledTable } from './route.ts'

/** An API that is made of its operation table. */
export interface SampledSource {
  readonly name: string
  readonly basePath: string
  /** What opens it, for an API of clusters; absent for one of the organization. */
  readonly scope?: ClusterScope | undefined
  /** Loads the table when the first request comes: most emulators are never asked for every API. */
  load(): Promise<SampledTable>
  /** What a path may begin with beside the operation's, and the minor version from which on it may. */
  readonly prefix?: { readonly pattern: RegExp; readonly since: number } | undefined
  readonly special?: SpecialResponses | undefined
}

/** Of the APIs of the organization, which are always the newest. */
const NEWEST = 10

/** Serves the API for each cluster of the organization while it runs, in the cluster's version, or for the organization. */
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

  async function createApi(server: SampledServer): Promise<Api> {
    const [{ createSampledApi }, loaded] = await Promise.all([import('./api.ts'), load()])
    return createSampledApi({ clock, ...loaded, server, special })
  }

  function apiOf(server: SampledServer): Api {
    const { clusterId, minor, version } = server
    // An upgrade brings another version.
    const key = `${clusterId} ${version}`
    const api = apis.get(key) ?? createApi(server)
    apis.set(key, api)
    return {
      handle: async (request) => (await api).handle({ ...request, path: withoutPrefix(request.path, minor) }),
      reset: () => {},
    }
  }

  return {
    name,
    basePath,
    audience: audienceOf(scope, installation),
    isPerCluster: scope !== undefined && !installation,
    // One application with one session for its APIs, from 8.8 on; Optimize is not part of it.
    hasUsers: installation !== undefined && installation.minor >= 8 && scope !== undefined && scope !== 'Optimize',
    scope,
    forbidden: () => problemResponse(new Problem(403, 'Access Denied'), basePath),
    isPublic: async (method, path) => {
      const { about, operations } = await load()
      const below = withoutPrefix(path, NEWEST)
      return operations.some(
        (row) => row.authenticated === false && row.method === method && pathBelow(about, row.path) === below,
      )
    },
    api: (clusterId = onlyCluster) => {
      const isSaas = !installation
      if (scope === undefined) {
        return apiOf({ clusterId: organization.id, minor: NEWEST, version: `8.${NEWEST}.0`, isSaas })
      }
      const cluster = runningCluster(organization, clusterId)
      if (cluster instanceof Response) return cluster
      const { generation } = cluster
      return apiOf({ clusterId, minor: minorVersion(generation), version: fullVersion(generation), isSaas })
    },
    reset: () => apis.clear(),
  }
}

function audienceOf(scope: ClusterScope | undefined, installation: Installation | undefined): string {
  if (scope === undefined) return installation ? MODELER_AUDIENCE : ORGANIZATION_AUDIENCE
  return installation ? clusterAudience(scope, installation.minor) : saasAudience(scope)
}
