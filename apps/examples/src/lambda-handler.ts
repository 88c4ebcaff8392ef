import process from 'node:process'
import { type AccessToken, createOAuth } from '@x/auth'
import { type RedisClient, redisStorage } from '@x/auth/storage/redis'
import { type CredentialsSource, readClusterCredentials } from '@x/env'
import { createOperateClient, operateApi } from '@x/operate'
import { summarizeIncidents } from './summarize-incidents.ts'

export interface LambdaEvent {
  /** A token that the caller already has, for example from an extension or a previous step. */
  readonly token?: AccessToken | undefined
}

export interface LambdaAnswer {
  readonly statusCode: number
  readonly body: string
}

/** The environment of an AWS Lambda function. */
export interface LambdaPlace {
  readonly variables: CredentialsSource
  /** An ioredis, node-redis or Upstash client. With it, all cold starts together cost one token request. */
  readonly redis?: RedisClient | undefined
}

/**
 * Creates a handler. Call it outside the handler, as below: all events of an instance then share the client, and only a
 * cold start needs a token.
 */
export function createHandler({ variables, redis }: LambdaPlace): (event: LambdaEvent) => Promise<LambdaAnswer> {
  const cluster = readClusterCredentials(variables)
  const audience = cluster.operateAudience ?? operateApi.audience
  const auth = createOAuth({ ...cluster, storage: redis && redisStorage(redis) })
  const operate = createOperateClient({ auth, baseUrl: cluster.operateUrl, audience })

  return async ({ token }) => {
    // An expired one is ignored, and the function requests its own.
    if (token) await auth.prime(audience, token)
    const summary = await summarizeIncidents(operate.incidents)
    return { statusCode: 200, body: JSON.stringify(summary) }
  }
}

let handle: ReturnType<typeof createHandler> | undefined

/** Called by Lambda. */
export async function handler(event: LambdaEvent): Promise<LambdaAnswer> {
  handle ??= createHandler({ variables: process.env })
  return handle(event)
}
