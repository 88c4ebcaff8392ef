import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this repository. */
export const repository: string = fileURLToPath(new URL('../../', import.meta.url))

/** The fields of a package.json that a release reads. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly repository?: { readonly type: string; readonly url: string; readonly directory: string } | undefined
  readonly bin?: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly scripts?: Readonly<Record<string, string>>
}

export interface WorkspacePackage {
  readonly folder: string
  readonly manifest: Manifest
}

export async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T
}

/** Returns the published packages, all of `packages/`, by name. */
export async function listPackages(root: string): Promise<readonly WorkspacePackage[]> {
  const names = (await readdir(join(root, 'packages'))).sort()
  return Promise.all(
    names.map(async (name) => {
      const folder = join(root, 'packages', name)
      return { folder, manifest: await readJson<Manifest>(join(folder, 'package.json')) }
    }),
  )
}

/** Returns the pending changesets. */
export async function pendingChangesets(root: string): Promise<readonly string[]> {
  const files = await readdir(join(root, '.changeset'))
  return files.filter((file) => file.endsWith('.md') && file !== 'README.md')
}
