// Runs in Deno, on its real KV: the contract suite and a few calls. Prints how each went as one line of JSON.
import { createOAuth } from '../../src/index.ts'
import { type DenoKv, denoKVStorage } from '../../src/storage/deno-kv.ts'
import { denoSuite } from './deno-suite.ts'

interface DenoParts {
  openKv(
    path: string,
  ): Promise<DenoKv & { list(selector: { prefix: [] }): AsyncIterable<{ key: unknown }>; close(): void }>
}
const { Deno } = globalThis as unknown as { Deno: DenoParts }

const kv = await Deno.openKv(':memory:')
const outcomes: Record<string, unknown> = {}
const bodies: [string, () => Promise<void>][] = []
denoSuite(kv, (name, body) => bodies.push([name, body]))
for (const [name, body] of bodies) {
  outcomes[name] = await body().then(
    () => 'passed',
    (error) => error.message,
  )
}

let requests = 0
const fetch = async (): Promise<Response> => Response.json({ access_token: `marker-${++requests}`, expires_in: 60 })
const credential = { tokenUrl: 'https://login.example.com/', clientId: 'my-client', clientSecret: 'marker-secret' }
const make = () => createOAuth({ ...credential, fetch, storage: denoKVStorage(kv) })
const all = Array.from({ length: 20 }, make)
await Promise.all(all.map((auth) => auth.headers('marker-audience')))
outcomes.requests = requests
outcomes.failures = all.reduce((sum, auth) => sum + auth.stats().storageFailures, 0)

const kept: unknown[] = []
for await (const entry of kv.list({ prefix: [] })) kept.push(entry)
outcomes.kept = kept.length
outcomes.shown = /marker|my-client/.test(JSON.stringify(kept))

kv.close()
const broken = make()
for (const audience of ['a', 'b', 'a', 'b']) await broken.headers(audience)
outcomes.closed = { requests: requests - Number(outcomes.requests), failures: broken.stats().storageFailures }
// biome-ignore lint/suspicious/noConsole: it is what the test reads
console.log(JSON.stringify(outcomes))
