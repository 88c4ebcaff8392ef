import type { Api } from '../api.ts'
import type { ClusterScope } from '../clients.ts'
import { runningCluster, unservedApi } from '../cluster-state.ts'
import type { Organization } from '../console/organization.ts'
import { fullVersion, minorVersion } from '../console/parameters.ts'
import type { Installation } from '../deployment.ts'
import { createLazyApi } from '../lazy-api.ts'
import { Problem, problemResponse } from '../problem.ts'
import type { Product } from '../product.ts'
import { clusterAudience, MODELER_AUDIENCE } from '../token/keycloak.ts'
import { ORGANIZATION_AUDIENCE, saasAudience } from '../token/saas-login.ts'
import type { SampledServer, SpecialResponses } from './api.ts'
import type { RealApi } from './real.ts'
import { pathBelow, type SampledTable } from './route.ts'

/** An API that is derived from its operation table. */
export interface SampledSource {
  readonly name: string
  readonly basePath: string
  /** The required scope, for an API of clusters; undefined for one of the organization. */
  readonly scope?: ClusterScope | undefined
  /** Loads the table when the first request arrives. Few programs use every API. */
  load(): Promise<SampledTable>
  /** Other prefixes that a path may have, with the minor version that added them. */
  readonly prefix?: { readonly pattern: RegExp; readonly since: number } | undefined
  readonly special?: SpecialResponses | undefined
  /** Whether values of enumerations in requests are case-insensitive. */
  readonly readsAnyCase?: boolean | undefined
  /** Creates the state of a cluster when its first request arrives. An upgrade keeps it. */
  loadReal?(clusterId: string): Promise<RealApi>
  /** True for an API that exists only in clusters with a search database. */
  readonly needsSearch?: boolean | undefined
  /** Prefix of paths that are links, which require no token. */
  readonly links?: string | undefined
}

/** The version of the APIs of the organization: always the newest. */
const NEWEST = 10

/**
 * Serves the API for each running cluster of the organization, in the cluster's version, or once for the organization.
 */
export function createSampledProduct(
  source: SampledSource,
  organization: Organization,
  installation: Installation | undefined,
): Product {
  const { name, basePath, scope, prefix, special, readsAnyCase } = source
  const { clock, clusters } = organization
  const apis = new Map<string, Api>()
  const reals = new Map<string, Promise<RealApi>>()
  let table: Promise<SampledTable> | undefined
  const load = (): Promise<SampledTable> => {
    table ??= source.load()
    return table
  }
  // Self-Managed has one cluster, so addresses do not name it.
  const onlyCluster = (installation && clusters.keys().next().value) ?? ''

  const withoutPrefix = (path: string, minor: number): string =>
    prefix && minor >= prefix.since ? path.replace(prefix.pattern, '') : path

  function realOf(clusterId: string): Promise<RealApi> | undefined {
    const real = reals.get(clusterId) ?? source.loadReal?.(clusterId)
    if (real) reals.set(clusterId, real)
    return real
  }

  async function createApi(server: SampledServer): Promise<Api> {
    const parts = [import('./api.ts'), load(), realOf(server.clusterId)] as const
    const [{ createSampledApi }, loaded, real] = await Promise.all(parts)
    return createSampledApi({ clock, ...loaded, server, special, real, readsAnyCase })
  }

  function apiOf(server: SampledServer): Api {
    const { clusterId, minor, version } = server
    // An upgrade changes the version.
    const key = `${clusterId} ${version}`
    const api = apis.get(key) ?? createLazyApi(() => createApi(server))
    apis.set(key, api)
    return {
      ...api,
      handle: (request) => api.handle({ ...request, path: withoutPrefix(request.path, minor) }),
    }
  }

  return {
    name,
    basePath,
    audience: audienceOf(scope, installation),
    isPerCluster: scope !== undefined && !installation,
    // From 8.8 on, one application has one session for its APIs, except for Optimize. Before, each API has its own.
    hasUsers:
      installation !== undefined &&
      (installation.minor < 8
        ? Object.hasOwn(installation.era.cookies, name)
        : scope !== undefined && scope !== 'Optimize'),
    scope,
    forbidden: () => problemResponse(new Problem(403, 'Access Denied'), basePath),
    isPublic: async (method, path) => {
      if (source.links && path.startsWith(source.links)) return true
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
      const { generation, storage } = cluster
      if (source.needsSearch && storage !== 'search') return unservedApi
      return apiOf({ clusterId, minor: minorVersion(generation), version: fullVersion(generation), isSaas })
    },
    reset: () => {
      apis.clear()
      reals.clear()
    },
  }
}

function audienceOf(scope: ClusterScope | undefined, installation: Installation | undefined): string {
  if (scope === undefined) return installation ? MODELER_AUDIENCE : ORGANIZATION_AUDIENCE
  return installation ? clusterAudience(scope, installation.minor) : saasAudience(scope)
}
