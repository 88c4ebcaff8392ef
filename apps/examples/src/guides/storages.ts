import { createOAuth, type OAuth, type OAuthOptions } from '@x/auth'
import { type DurableObjectStub, durableObjectStorage } from '@x/auth/storage/durable-object'
import { fileStorage } from '@x/auth/storage/file'
import { type RedisClient, redisStorage } from '@x/auth/storage/redis'

/** Credentials of `@x/env`, or a token URL, an id and a secret. */
type Credentials = Pick<OAuthOptions, 'tokenUrl' | 'clientId' | 'clientSecret'>

// #region file
/** For all processes of a machine that use the same directory. */
export function forOneMachine(credentials: Credentials, directory: string): OAuth {
  return createOAuth({ ...credentials, storage: fileStorage({ directory }) })
}
// #endregion file

// #region redis
/** For a fleet. `redis` is a client of ioredis, node-redis, @upstash/redis, valkey-glide or Bun that you connect and close. */
export function forFleet(credentials: Credentials, redis: RedisClient): OAuth {
  return createOAuth({ ...credentials, storage: redisStorage(redis, { prefix: 'camunda-tokens:' }) })
}
// #endregion redis

// #region workers
/** For all isolates of a Worker, which also exports `TokenStorageObject` for the binding. */
export function forWorkers(credentials: Credentials, stub: () => DurableObjectStub): OAuth {
  return createOAuth({ ...credentials, storage: durableObjectStorage(stub) })
}
// #endregion workers

// #region prime
/** For a function that receives a token: requests its own only after that has expired. */
export async function withToken(credentials: Credentials, accessToken: string, expiresAt: number): Promise<OAuth> {
  const auth = createOAuth(credentials)
  await auth.prime('operate.camunda.io', { accessToken, expiresAt })
  return auth
}
// #endregion prime
