// One process of a fleet on Redis. Each message orders a number of calls; the answer says how they went.
import { Redis } from 'ioredis'
import { createOAuth } from '../../src/index.ts'
import { redisStorage } from '../../src/storage/redis.ts'

const [tokenUrl = '', port = '', clientSecret = ''] = process.argv.slice(2)
const redis = new Redis(Number(port), '127.0.0.1')
const auth = createOAuth({
  tokenUrl,
  clientId: 'my-client',
  clientSecret,
  minTokenIntervalMs: 0,
  // No more than a lease and one request.
  timeoutMs: 13_000,
  storage: redisStorage(redis),
})

process.on('message', async ({ calls, audience }: { calls: number; audience: string }) => {
  const start = performance.now()
  const results = await Promise.all(
    Array.from({ length: calls }, () =>
      auth.headers(audience).then(
        (headers) => headers.authorization,
        (error) => error.code,
      ),
    ),
  )
  process.send?.({ results: [...new Set(results)], waitedMs: performance.now() - start })
})
await redis.ping()
process.send?.('ready')
