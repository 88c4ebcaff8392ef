import { join } from 'node:path'
import process from 'node:process'
import { inspect } from 'node:util'
import { memoryStorage } from '@x/auth'
import { fileStorage } from '@x/auth/storage/file'
import { webStorage } from '@x/auth/storage/web'
import { report } from './report.ts'

// Available from Node 25 on.
const session = { sessionStorage: { open: () => webStorage(() => sessionStorage), shared: true } }
const directory = join(process.cwd(), `files-${process.version}`)
await report(process.versions.node, {
  inspect: (value) => inspect(value, { depth: 20, showHidden: true, showProxy: true }),
  storages: {
    memory: { open: () => memoryStorage(), shared: false },
    file: { open: () => fileStorage({ directory }), shared: true },
    ...('sessionStorage' in globalThis && session),
  },
})
