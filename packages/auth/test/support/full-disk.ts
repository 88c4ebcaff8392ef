// Gets tokens over a file storage that no byte can be written to. Prints what came of it, once the garbage collector has
// had a look at every file handle that was left open.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createOAuth, type TokenEvent } from '../../src/index.ts'
import { fileStorage } from '../../src/storage/file.ts'

const [directory = ''] = process.argv.slice(2)
const { gc, Bun } = globalThis as { gc?: () => void; Bun?: { gc(force: true): void } }
const failures: unknown[] = []
let requests = 0
const auth = createOAuth({
  ...{ tokenUrl: 'https://login.example.com/', clientId: 'my-client', clientSecret: 'secret', minTokenIntervalMs: 0 },
  fetch: async () => Response.json({ access_token: `token-${++requests}`, expires_in: 60 }),
  storage: fileStorage({ directory }),
  onEvent: (event: TokenEvent) => void (event.type === 'storage_failed' && failures.push(event)),
})
for (const audience of ['a', 'b', 'c', 'a', 'b', 'c']) await auth.headers(audience)
for (let i = 0; i < 20; i++) {
  if (Bun) Bun.gc(true)
  else gc?.()
  await new Promise((resolve) => setTimeout(resolve))
}
const left = await readdir(join(directory, 'oauth-tokens'))
// biome-ignore lint/suspicious/noConsole: it is what the test reads
console.log(JSON.stringify({ requests, failures: failures.length, left }))
