import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'
import { RateLimitedError } from '@x/rest'

const camunda = connectCluster(readClusterCredentials())
async function countActive(): Promise<number> {
  const { total } = await camunda.processInstances.search({ filter: { state: 'ACTIVE' }, page: { limit: 1 } })
  return total
}
try {
  console.log(await countActive())
} catch (error) {
  if (!(error instanceof RateLimitedError)) throw error
  // The call has already been retried twice, after Retry-After.
  console.log(`Too many requests: try again in ${error.retryAfterMs ?? 60_000} ms`)
}
