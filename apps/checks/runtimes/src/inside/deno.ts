import { memoryStorage } from '@x/auth'
import { type DenoKv, denoKVStorage } from '@x/auth/storage/deno-kv'
import { fileStorage } from '@x/auth/storage/file'
import { webStorage } from '@x/auth/storage/web'
import { report } from './report.ts'

interface Parts {
  readonly cwd: () => string
  readonly version: { readonly deno: string }
  readonly inspect: (value: unknown, options: object) => string
  readonly openKv: (path: string) => Promise<DenoKv>
}
const { Deno } = globalThis as unknown as { Deno: Parts }

const kv = await Deno.openKv(':memory:')
const directory = new URL('../deno-files', import.meta.url).pathname
await report(Deno.version.deno, {
  inspect: (value) => Deno.inspect(value, { depth: 20, showHidden: true, getters: true }),
  storages: {
    memory: { open: () => memoryStorage(), shared: false },
    file: { open: () => fileStorage({ directory }), shared: true },
    sessionStorage: { open: () => webStorage(() => sessionStorage), shared: true },
    'Deno KV': { open: () => denoKVStorage(kv), shared: true },
  },
})
