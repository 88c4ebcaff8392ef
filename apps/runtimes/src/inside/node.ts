import { join } from 'node:path'
import process from 'node:process'
import { inspect } from 'node:util'
import { memoryStorage } from '@x/auth'
import { fileStorage } from '@x/auth/storage/file'
import { report } from './report.ts'

const directory = join(process.cwd(), `files-${process.version}`)
await report(process.versions.node, {
  inspect: (value) => inspect(value, { depth: 20, showHidden: true, showProxy: true }),
  storages: {
    memory: { open: () => memoryStorage(), shared: false },
    file: { open: () => fileStorage({ directory }), shared: true },
  },
})
