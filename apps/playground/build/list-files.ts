import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import type { Plugin } from 'vite'

const SERVICE_WORKER = 'service-worker.js'

/**
 * Writes the names of the built files into the service worker, which keeps them.
 *
 * @param isSeldomNeeded says of the modules of a chunk that few will open them: it is kept once somebody did
 */
export function listFiles(isSeldomNeeded: (module: string) => boolean): Plugin {
  let publicFolder = ''
  return {
    name: 'list-files',
    apply: 'build',
    configResolved: (config) => {
      publicFolder = config.publicDir
    },
    generateBundle(_options, bundle) {
      const built = Object.values(bundle).filter((file) => {
        const modules = file.type === 'chunk' ? file.moduleIds : []
        return file.fileName !== SERVICE_WORKER && file.fileName !== 'index.html' && !modules.some(isSeldomNeeded)
      })
      const worker = bundle[SERVICE_WORKER]
      if (worker?.type !== 'chunk') throw new Error(`The build has no ${SERVICE_WORKER}.`)
      // The page itself is kept under the address that it is opened by.
      const files = ['./', ...readdirSync(publicFolder), ...built.map(({ fileName }) => fileName)].sort()
      const contents = built.map((file) => (file.type === 'chunk' ? file.code : file.source))
      const hash = createHash('sha256')
      for (const content of contents) hash.update(content)
      const version = hash.digest('hex').slice(0, 16)
      worker.code = `const FILES=${JSON.stringify(files)};const VERSION=${JSON.stringify(version)};${worker.code}`
    },
  }
}
