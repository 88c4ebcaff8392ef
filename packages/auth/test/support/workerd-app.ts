// A Worker that runs the contract suite in workerd itself, and one that shares tokens with the rest of its isolate.
import { createOAuth, memoryStorage, type OAuth, type TokenStorage } from '../../src/index.ts'
import { type CloudflareKVNamespace, cloudflareKVStorage } from '../../src/storage/cloudflare-kv.ts'
import { type DurableObjectStub, durableObjectStorage } from '../../src/storage/durable-object.ts'
import { storageContract, type TestFunction } from '../../src/testing/index.ts'

export { TokenStorageObject } from '../../src/storage/durable-object.ts'

interface Env {
  readonly KV: CloudflareKVNamespace
  readonly OBJECT: { idFromName(name: string): unknown; get(id: unknown): DurableObjectStub }
  readonly TOKEN_URL: string
}

/** As users keep it: made at the first request, and used by all that follow. */
const auths = new Map<string, OAuth>()
/** How far the clock of an instance is ahead, in milliseconds. */
const ahead = new Map<string, number>()

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const url = new URL(request.url)
    const place = url.searchParams.get('storage') ?? ''
    const storages: Record<string, () => TokenStorage> = {
      memory: () => memoryStorage(),
      kv: () => cloudflareKVStorage(env.KV),
      object: () => durableObjectStorage(() => env.OBJECT.get(env.OBJECT.idFromName('tokens'))),
      stub: () => durableObjectStorage(env.OBJECT.get(env.OBJECT.idFromName('a stub'))),
    }
    const storage = storages[place] as () => TokenStorage

    if (url.pathname === '/contract') {
      const outcomes: Record<string, string> = {}
      const bodies: [string, () => Promise<void>][] = []
      const collect: TestFunction = (name, body) => bodies.push([name, body])
      storageContract(storage, { test: collect })
      for (const [name, body] of bodies) {
        outcomes[name] = await body().then(
          () => 'passed',
          (error) => error.message,
        )
      }
      return Response.json(outcomes)
    }

    // Requests for the same instance share it, as those of one isolate do.
    const instance = `${place} ${url.searchParams.get('instance')}`
    ahead.set(instance, Number(url.searchParams.get('ahead')))
    let auth = auths.get(instance)
    if (!auth) {
      const credential = { tokenUrl: env.TOKEN_URL, clientId: 'my-client', clientSecret: 'marker-secret' }
      const now = (): number => Date.now() + (ahead.get(instance) ?? 0)
      auth = createOAuth({ ...credential, now, minTokenIntervalMs: 0, storage: storage() })
      auths.set(instance, auth)
    }
    const call = (): Promise<Record<string, string>> => (auth as OAuth).headers(url.searchParams.get('audience') ?? '')
    if (url.pathname === '/leave') {
      // Ends, and its token request with it, before that is answered.
      call().catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, 100))
      return Response.json({})
    }
    const calls = Array.from({ length: 10 }, call)
    const results = await Promise.all(calls).catch((error) => [{ authorization: error.message }])
    return Response.json({ results: [...new Set(results.map((headers) => headers.authorization))], ...auth.stats() })
  },
}
