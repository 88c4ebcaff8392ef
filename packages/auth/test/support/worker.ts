// One process of a fleet on a file storage. Each message orders a number of calls; the answer says how they went.
import { createOAuth } from '../../src/index.ts'
import { fileStorage } from '../../src/storage/file.ts'

const [tokenUrl = '', directory = '', clientSecret = '', minTokenIntervalMs = '1000'] = process.argv.slice(2)
const auth = createOAuth({
  tokenUrl,
  clientId: 'my-client',
  clientSecret,
  minTokenIntervalMs: Number(minTokenIntervalMs),
  storage: fileStorage({ directory }),
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
process.send?.('ready')
