import { type RedisClient, redisStorage } from '@x/auth/storage/redis'
import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

/** Call it once, outside the handler, so that all events of an instance share the client. */
export function createHandler(redis: RedisClient): () => Promise<{ statusCode: number; body: string }> {
  const camunda = connectCluster(readClusterCredentials(), { storage: redisStorage(redis) })
  return async () => {
    const { total } = await camunda.processInstances.search({ filter: { state: 'ACTIVE' }, page: { limit: 1 } })
    return { statusCode: 200, body: JSON.stringify({ active: total }) }
  }
}
