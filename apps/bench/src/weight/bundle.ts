import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import { appFolder, type Entry, isForeign, peersFolder } from '../catalog.ts'

/** The code that a page would load for a token and one call. */
export interface BundleSize {
  /** Minified and compressed. */
  readonly kilobytes: number
  /** Node modules that it imports. They are replaced by empty ones to measure it, so the page would not run. */
  readonly nodeModules: readonly string[]
}

/** Bundles each client's code for browsers. */
export async function measureBundles(entries: readonly Entry[]): Promise<Record<string, BundleSize>> {
  const sizes: Record<string, BundleSize> = {}
  for (const entry of entries) if (entry.bundle) sizes[entry.id] = await weigh(entry, entry.bundle)
  return sizes
}

async function weigh(entry: Entry, contents: string): Promise<BundleSize> {
  const nodeModules = new Set<string>()
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(isForeign(entry) ? peersFolder : appFolder) },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
    loader: { '.node': 'empty' },
    plugins: [stubNode(nodeModules)],
  })
  const kilobytes = gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length / 1000
  return { kilobytes, nodeModules: [...nodeModules].sort() }
}

/** Replaces Node's modules by empty ones, and records which. */
function stubNode(found: Set<string>): Plugin {
  return {
    name: 'stub-node',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^(node:)?[a-z_0-9]+(\/\w+)?$/ }, async ({ path }) => {
        const name = path.replace(/^node:/, '')
        if (!builtinModules.includes(name)) return undefined
        found.add(name)
        return { path: name, namespace: 'stub-node' }
      })
      onLoad({ filter: /.*/, namespace: 'stub-node' }, () => ({ contents: 'module.exports = {}', loader: 'js' }))
    },
  }
}
