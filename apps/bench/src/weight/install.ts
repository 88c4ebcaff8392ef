import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { appFolder, type Entry, isForeign, peersFolder } from '../catalog.ts'

/** What `npm install` of a client adds to the disk. */
export interface InstallSize {
  readonly packages: number
  readonly megabytes: number
}

/** Adds up the packages of each client and everything that they depend on, as installed here. */
export function measureInstall(entries: readonly Entry[]): Record<string, InstallSize> {
  const sizes: Record<string, InstallSize> = {}
  for (const entry of entries) {
    if (entry.packages.length === 0) continue
    const folder = fileURLToPath(isForeign(entry) ? peersFolder : appFolder)
    const found = new Set<string>()
    for (const name of entry.packages) collect(name, folder, found)
    const bytes = [...found].reduce((sum, one) => sum + size(one), 0)
    sizes[entry.id] = { packages: found.size, megabytes: bytes / 1e6 }
  }
  return sizes
}

/** Finds a package as Node does from `from`, and its dependencies in turn. */
function collect(name: string, from: string, found: Set<string>): void {
  let folder = from
  while (!existsSync(join(folder, 'node_modules', name))) {
    // An optional dependency for another platform.
    if (folder === dirname(folder)) return
    folder = dirname(folder)
  }
  const place = realpathSync(join(folder, 'node_modules', name))
  if (found.has(place)) return
  found.add(place)
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
  for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) collect(next, place, found)
}

/** Size of a package as published: the files that `files` lists, for our own packages. */
function size(place: string): number {
  const { files, name } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
  const isOurs = name.startsWith('@x/')
  const published = isOurs ? [...files, 'package.json', 'README.md'] : ['.']
  return published.reduce((sum: number, part: string) => sum + sizeOf(join(place, part)), 0)
}

function sizeOf(path: string): number {
  if (!existsSync(path)) return 0
  const info = statSync(path)
  if (!info.isDirectory()) return info.size
  const inside = readdirSync(path).filter((name) => name !== 'node_modules')
  return inside.reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}
