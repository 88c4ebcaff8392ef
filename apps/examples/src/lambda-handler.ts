import process from 'node:process'
import { type AccessToken, createOAuth } from '@x/auth'
import { type RedisClient, redisStorage } from '@x/auth/storage/redis'
import { type CredentialsSource, readClusterCredentials } from '@x/env'
import { createOperateClient, operateApi } from '@x/operate'
import { summarizeIncidents } from './summarize-incidents.ts'

export interface LambdaEvent {
  /** A token that the caller has already, such as one that an extension or a step before keeps. */
  readonly token?: AccessToken | undefined
}

export interface LambdaAnswer {
  readonly statusCode: number
  readonly body: string
}

/** Where a function of AWS Lambda gets what it needs. */
export interface LambdaPlace {
  readonly variables: CredentialsSource
  /** An ioredis, node-redis or Upstash client. With it, all cold starts together cost one token request. */
  readonly redis?: RedisClient | undefined
}

/**
 * Makes a handler. Call it outside of the handler, as below: what it makes then serves all events of an instance, and
 * only a cold start needs a token at all.
 */
export function createHandler({ variables, redis }: LambdaPlace): (event: LambdaEvent) => Promise<LambdaAnswer> {
  const cluster = readClusterCredentials(variables)
  const audience = cluster.operateAudience ?? operateApi.audience
  const auth = createOAuth({ ...cluster, storage: redis && redisStorage(redis) })
  const operate = createOperateClient({ auth, baseUrl: cluster.operateUrl, audience })

  return async ({ token }) => {
    // One that has expired is ignored; then the function asks for its own.
    if (token) await auth.prime(audience, token)
    const summary = await summarizeIncidents(operate.incidents)
    return { statusCode: 200, body: JSON.stringify(summary) }
  }
}

let handle: ReturnType<typeof createHandler> | undefined

/** What Lambda calls. */
export async function handler(event: LambdaEvent): Promise<LambdaAnswer> {
  handle ??= createHandler({ variables: process.env })
  return handle(event)
}
