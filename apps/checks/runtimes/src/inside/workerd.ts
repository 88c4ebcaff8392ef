import { memoryStorage } from '@x/auth'
import { type CloudflareKVNamespace, cloudflareKVStorage } from '@x/auth/storage/cloudflare-kv'
import { type DurableObjectStub, durableObjectStorage } from '@x/auth/storage/durable-object'
import { runAll } from '../suite/index.ts'

export { TokenStorageObject } from '@x/auth/storage/durable-object'

interface Bindings {
  readonly KV: CloudflareKVNamespace
  readonly OBJECT: { idFromName(name: string): unknown; get(id: unknown): DurableObjectStub }
}

export default {
  async fetch(request: Request, { KV, OBJECT, ...variables }: Bindings): Promise<Response> {
    // Only with nodejs_compat, which also provides the environment.
    const util = await import('node:util').catch(() => undefined)
    const outcomes = await runAll({
      setup: await request.json(),
      variables: util ? undefined : (variables as Record<string, string>),
      inspect: util && ((value) => util.inspect(value, { depth: 20, showHidden: true })),
      storages: {
        memory: { open: () => memoryStorage(), shared: false },
        'Workers KV': { open: () => cloudflareKVStorage(KV), shared: true },
        'Durable Object': {
          open: () => durableObjectStorage(() => OBJECT.get(OBJECT.idFromName('tokens'))),
          shared: true,
        },
      },
    })
    return Response.json(outcomes)
  },
}
