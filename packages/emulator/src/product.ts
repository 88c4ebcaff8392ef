import type { Api } from './api.ts'
import type { ClusterScope } from './clients.ts'

/** One product below the emulator's origin. To be in the emulator's list of products is all there is to registering one. */
export interface Product {
  /** What `emulator.url(name)` and the journal call it. */
  readonly name: string
  /** Where it starts below the origin, for example `/console`. Clusters' products go on with the cluster's id. */
  readonly basePath: string
  /** The `aud` a token must carry. */
  readonly audience: string
  /** Whether there is an API for each cluster, with its ID in the path, or one only. */
  readonly isPerCluster: boolean
  /** Whether users of an installation get in too, with a session or HTTP Basic. */
  readonly hasUsers?: boolean | undefined
  /** What a caller needs to get in at all; finer checks are the API's own. */
  readonly scope?: ClusterScope | undefined
  /** The answer to a caller without `scope`, in the product's own words. Plain text unless given. */
  forbidden?(): Response
  /** True for what needs no token. */
  isPublic?(method: string, path: string): boolean | Promise<boolean>
  /** The API, or a response where there is none, as for a cluster that does not exist or sleeps. */
  api(clusterId: string | undefined): Api | Response
  /** Brings the seeded data back. */
  reset(): void
}

/** A path split at a product: the cluster's id and the part that the API sees. */
export interface ProductPath {
  readonly clusterId: string | undefined
  readonly path: string
}

/** Undefined when the path does not lie below the product. */
export function splitPath(product: Product, pathname: string): ProductPath | undefined {
  if (!pathname.startsWith(`${product.basePath}/`))
    return pathname === product.basePath ? { clusterId: undefined, path: '/' } : undefined
  const rest = pathname.slice(product.basePath.length)
  if (!product.isPerCluster) return { clusterId: undefined, path: rest }
  const [, clusterId = '', ...segments] = rest.split('/')
  return { clusterId, path: `/${segments.join('/')}` }
}
