// One process of a fleet on a file storage. Each message orders a number of calls; the answer says how they went.
import { setTimeout } from 'node:timers/promises'
import { createOAuth } from '../../src/index.ts'
import { fileStorage } from '../../src/storage/file.ts'
import { shortLeaseStorage } from './short-lease.ts'

const [tokenUrl = '', directory = '', clientSecret = '', minTokenIntervalMs = '1000', leaseMs] = process.argv.slice(2)
const auth = createOAuth({
  tokenUrl,
  clientId: 'my-client',
  clientSecret,
  minTokenIntervalMs: Number(minTokenIntervalMs),
  storage: leaseMs ? shortLeaseStorage(directory, Number(leaseMs)) : fileStorage({ directory }),
})

interface Order {
  readonly calls: number
  readonly audience: string
  readonly everyMs?: number
}

process.on('message', async ({ calls, audience, everyMs = 0 }: Order) => {
  const start = performance.now()
  const results = await Promise.all(
    Array.from({ length: calls }, async (_, i) => {
      if (everyMs) await setTimeout(i * everyMs)
      return auth.headers(audience).then(
        (headers) => headers.authorization,
        (error) => `${error.code}: ${error.message}`,
      )
    }),
  )
  process.send?.({ results: [...new Set(results)], waitedMs: performance.now() - start })
})
process.send?.('ready')
