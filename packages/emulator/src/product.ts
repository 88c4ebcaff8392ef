import type { Api } from './api.ts'
import type { ClusterScope } from './clients.ts'

/** A product below the emulator's origin. To register one, add it to the emulator's list of products. */
export interface Product {
  /** Its name for `emulator.url(name)` and the journal. */
  readonly name: string
  /** The path below the origin, for example `/console`. For products of clusters, the cluster's id follows. */
  readonly basePath: string
  /** The required `aud` of a token. */
  readonly audience: string
  /** Whether there is an API for each cluster, with its id in the path, or a single one. */
  readonly isPerCluster: boolean
  /** Whether users of Self-Managed have access too, with a session or HTTP Basic. */
  readonly hasUsers?: boolean | undefined
  /** The scope that is required for any access. The API itself makes finer checks. */
  readonly scope?: ClusterScope | undefined
  /** The response to a caller without `scope`, in the product's own words. Plain text by default. */
  forbidden?(): Response
  /** True for a request that requires no token. */
  isPublic?(method: string, path: string): boolean | Promise<boolean>
  /** The API, or a response if there is none, as for a cluster that does not exist or is suspended. */
  api(clusterId: string | undefined): Api | Response
  /** Restores the seeded data. */
  reset(): void
}

/** A path split at a product: the cluster's id, and the part that the API gets. */
export interface ProductPath {
  readonly clusterId: string | undefined
  readonly path: string
}

/** Undefined if the path is not below the product. */
export function splitPath(product: Product, pathname: string): ProductPath | undefined {
  if (!pathname.startsWith(`${product.basePath}/`))
    return pathname === product.basePath ? { clusterId: undefined, path: '/' } : undefined
  const rest = pathname.slice(product.basePath.length)
  if (!product.isPerCluster) return { clusterId: undefined, path: rest }
  const [, clusterId = '', ...segments] = rest.split('/')
  return { clusterId, path: `/${segments.join('/')}` }
}
