import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { run } from './run.ts'

/** A packed package on disk. */
export interface Tarball {
  readonly name: string
  readonly version: string
  readonly file: string
  /** SHA-512 of its bytes, in the format of registries and lockfiles. */
  readonly integrity: string
}

interface Packed {
  readonly name: string
  readonly version: string
  readonly filename: string
}

/** Packs all packages of a workspace into `folder`, as for publishing. */
export async function packAll(workspace: string, folder: string): Promise<readonly Tarball[]> {
  await mkdir(folder, { recursive: true })
  const args = ['--filter', './packages/*', 'pack', '--json', '--pack-destination', folder]
  // A single package is not in an array.
  const packed = [JSON.parse(await run('pnpm', args, { cwd: workspace })) as Packed | Packed[]].flat()
  return Promise.all(
    packed.map(async ({ name, version, filename }) => {
      const file = join(folder, basename(filename))
      return { name, version, file, integrity: await integrityOf(file) }
    }),
  )
}

export async function integrityOf(file: string): Promise<string> {
  return `sha512-${createHash('sha512')
    .update(await readFile(file))
    .digest('base64')}`
}

/** Returns the packages whose second tarball is not byte-identical. */
export function differing(first: readonly Tarball[], second: readonly Tarball[]): readonly string[] {
  const again = new Map(second.map(({ name, integrity }) => [name, integrity]))
  return first.filter(({ name, integrity }) => again.get(name) !== integrity).map(({ name }) => name)
}
