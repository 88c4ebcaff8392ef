import { readdirSync, readFileSync, statSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Miniflare } from 'miniflare'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The Worker of `workerd-app.ts` in a real workerd, with KV and Durable Objects that live in memory. */
export function startWorkerd(tokenUrl: string): Miniflare {
  const app = join(ROOT, 'test/support/workerd-app.ts')
  return new Miniflare({
    modulesRoot: ROOT,
    modules: [app, ...sources(join(ROOT, 'src'))].map((path) => ({
      type: 'ESModule',
      path: relative(ROOT, path),
      contents: stripTypeScriptTypes(readFileSync(path, 'utf8')),
    })),
    compatibilityDate: '2026-07-01',
    kvNamespaces: ['KV'],
    durableObjects: { OBJECT: { className: 'TokenStorageObject', useSQLite: true } },
    bindings: { TOKEN_URL: tokenUrl },
  })
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return sources(path)
    // Those for Node are not for workerd.
    return name.endsWith('.ts') && !name.includes('file') ? [path] : []
  })
}
