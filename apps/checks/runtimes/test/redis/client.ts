// Runs in Node with valkey-glide, and in Bun with its own client: the storage contract, and several storages that share
// a token. Prints each result as one line of JSON.
import { createRequire } from 'node:module'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { createOAuth } from '@x/auth'
import { type RedisClient, redisStorage } from '@x/auth/storage/redis'
import { storageContract } from '@x/auth/testing'

interface Opened {
  readonly client: RedisClient
  send(name: string, ...args: string[]): Promise<unknown>
  close(): void
}
interface BunClient extends RedisClient {
  send(name: string, args: readonly string[]): Promise<unknown>
  close(): void
}
interface GlideClient extends RedisClient {
  customCommand(command: readonly string[]): Promise<unknown>
  close(): void
}
interface Glide {
  readonly GlideClient: { createClient(options: object): Promise<GlideClient> }
  readonly Decoder: { readonly Bytes: unknown; readonly String: unknown }
}

const [name = '', port = ''] = process.argv.slice(2)

async function open(): Promise<Opened> {
  if (name === 'bun') {
    const { Bun } = globalThis as unknown as { Bun: { RedisClient: new (url: string) => BunClient } }
    const client = new Bun.RedisClient(`redis://127.0.0.1:${port}`)
    return { client, send: (command, ...args) => client.send(command, args), close: () => client.close() }
  }
  const { resolve } = createRequire(new URL('../../peers/package.json', import.meta.url))
  const glide = (await import(pathToFileURL(resolve('@valkey/valkey-glide')).href)) as Glide
  const client = await glide.GlideClient.createClient({
    addresses: [{ host: '127.0.0.1', port: Number(port) }],
    defaultDecoder: name === 'glide-bytes' ? glide.Decoder.Bytes : glide.Decoder.String,
  })
  return { client, send: (...command) => client.customCommand(command), close: () => client.close() }
}

const { client, send, close } = await open()
const outcomes: Record<string, string> = {}
const bodies: [string, () => Promise<void>][] = []
storageContract(() => redisStorage(client), { test: (title, body) => bodies.push([title, body]) })
for (const [title, body] of bodies) {
  outcomes[title] = await body().then(
    () => 'passed',
    (error) => error.message,
  )
}

await send('FLUSHALL')
let requests = 0
const fetch = async (): Promise<Response> => Response.json({ access_token: `token-${++requests}`, expires_in: 60 })
const credential = { tokenUrl: 'https://login.example.com/', clientId: 'my-client', clientSecret: 'secret' }
const all = Array.from({ length: 20 }, () => createOAuth({ ...credential, fetch, storage: redisStorage(client) }))
await Promise.all(all.map((auth) => auth.headers('a')))
const failures = all.reduce((sum, auth) => sum + auth.stats().storageFailures, 0)
const keys = ((await send('KEYS', '*')) as unknown[]).map(String)
const endless: string[] = []
for (const key of keys) if (!(Number(await send('PTTL', key)) > 0)) endless.push(key)
console.log(JSON.stringify({ outcomes, requests, failures, keys: keys.length, endless }))
close()
