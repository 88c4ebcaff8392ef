import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Place, placeKey, placeOnDisk } from './place.ts'
import { printable } from './printable.ts'
import { SyncError } from './sync-error.ts'

export interface LocalFile {
  readonly place: Place
  readonly content: string
}

/**
 * Reads all files in a folder that are synced. Hidden ones, `node_modules` and symbolic links are skipped: a link may
 * lead out of the repository, to files that must not end up in a shared project.
 *
 * @throws {@link SyncError} that lists all problems
 */
export async function readFolder(folder: string): Promise<LocalFile[]> {
  const files = new Map<string, LocalFile>()
  const problems: string[] = []

  async function visit(directories: readonly string[]): Promise<void> {
    const entries = await readdir(join(folder, ...directories), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      if (entry.isDirectory()) await visit([...directories, entry.name])
      else if (entry.isFile()) await take(directories, entry.name)
    }
  }

  async function take(directories: readonly string[], fileName: string): Promise<void> {
    const place = placeOnDisk(directories, fileName)
    if (!place) return
    const path = printable([...directories, fileName].join('/'))
    const key = placeKey(place)
    if (files.has(key)) problems.push(`${path}: another file has the same name in Web Modeler`)
    if ([...place.folders, place.name].some((name) => name.trim() === '' || name.length > 255)) {
      problems.push(`${path}: names in Web Modeler have 1 to 255 characters`)
    }
    try {
      files.set(key, { place, content: decode(await readFile(join(folder, ...directories, fileName))) })
    } catch (error) {
      problems.push(`${path}: ${error instanceof TypeError ? 'is not UTF-8' : 'cannot be read'}`)
    }
  }

  try {
    await visit([])
  } catch {
    throw new SyncError(`The folder ${printable(folder)} cannot be read`)
  }
  if (problems.length > 0) throw new SyncError(problems.join('\n'))
  return [...files.values()]
}

/** Removes a byte order mark. @throws TypeError if the text is not UTF-8, instead of sending something else. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}
