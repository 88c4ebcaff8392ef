import { execFile } from 'node:child_process'
import { cp, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { packAll } from '../../../../../tools/release/pack.ts'
import { repository } from '../../../../../tools/release/workspace.ts'

const run = promisify(execFile)
const app = join(repository, 'apps/checks/runtimes')
const trackedStorage = join(repository, 'packages/auth/test/support/tracked-storage.ts')

/**
 * An empty project outside the repository, with the packages installed as users get them, and the suite next to them.
 */
export interface Project {
  readonly folder: string
  /** Names of our packages. */
  readonly packages: readonly string[]
  /** Returns the path of a file of the suite in the project. */
  readonly file: (path: string) => string
  /** Imports an installed package from the project. */
  readonly import: (specifier: string) => Promise<unknown>
  readonly remove: () => Promise<void>
}

export async function createProject(): Promise<Project> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'runtimes-')))
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  const packages: string[] = []
  try {
    const tarballs = await pack(join(folder, 'tarballs'))
    packages.push(...Object.keys(tarballs).sort())
    await install(folder, tarballs)
    for (const part of ['suite', 'inside']) await cp(join(app, 'src', part), join(folder, part), { recursive: true })
    await cp(trackedStorage, join(folder, 'inside/tracked-storage.ts'))
  } catch (error) {
    await remove()
    throw error
  }
  const { resolve } = createRequire(join(folder, 'package.json'))
  return {
    folder,
    packages,
    file: (path) => join(folder, path),
    import: (specifier) => import(pathToFileURL(resolve(specifier)).href),
    remove,
  }
}

/** Packs all packages as for publishing. Returns the path of each tarball. */
async function pack(folder: string): Promise<Record<string, string>> {
  const packed = await packAll(repository, folder)
  return Object.fromEntries(packed.map(({ name, file }) => [name, `file:./tarballs/${basename(file)}`]))
}

/** Installs them without a network: dependencies come from the repository's own installation. */
async function install(folder: string, tarballs: Record<string, string>): Promise<void> {
  const { resolve } = createRequire(join(repository, 'packages/rest/package.json'))
  const foreign = Object.fromEntries(
    ['ky', 'undici', 'valibot'].map((name) => [name, `file:${fileURLToPath(packageRoot(name, resolve(name)))}`]),
  )
  const manifest = { name: 'empty', private: true, type: 'module', dependencies: { ...tarballs, ...foreign } }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  const workspace = { packages: ['.'], pmOnFail: 'ignore', overrides: { ...tarballs, ...foreign } }
  await writeFile(join(folder, 'pnpm-workspace.yaml'), JSON.stringify(workspace))
  await run('pnpm', ['install', '--offline'], { cwd: folder })
}

function packageRoot(name: string, file: string): URL {
  const marker = `/node_modules/${name}/`
  const path = pathToFileURL(file).href
  return new URL(path.slice(0, path.lastIndexOf(marker) + marker.length))
}
