import { join } from 'node:path'
import process from 'node:process'
import { memoryStorage } from '@x/auth'
import { fileStorage } from '@x/auth/storage/file'
import { report } from './report.ts'

interface Parts {
  readonly version: string
  readonly inspect: (value: unknown, options: object) => string
}
const { Bun } = globalThis as unknown as { Bun: Parts }

const directory = join(process.cwd(), 'files-bun')
await report(Bun.version, {
  inspect: (value) => Bun.inspect(value, { depth: 20 }),
  storages: {
    memory: { open: () => memoryStorage(), shared: false },
    file: { open: () => fileStorage({ directory }), shared: true },
  },
})
