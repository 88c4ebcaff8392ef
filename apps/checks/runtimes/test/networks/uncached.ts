// Called by networks.test.ts with a fetch that caches. The guide on networks quotes the region.
import { createOAuth } from '@x/auth'
import type { ClusterCredentials } from '@x/env'
import { createOperateClient, type OperateClient } from '@x/operate'

export function connect(cluster: ClusterCredentials): OperateClient {
  // #region uncached
  const uncached: typeof fetch = (input, init) => fetch(input, { ...init, cache: 'no-store' })

  const auth = createOAuth({ ...cluster, fetch: uncached })
  const operate = createOperateClient({ auth, baseUrl: cluster.operateUrl, fetch: uncached })
  // #endregion uncached
  return operate
}
