// biome-ignore lint/correctness/noNodejsModules: part of the file storage, for Node, Deno and Bun
import { randomUUID } from 'node:crypto'
// biome-ignore lint/correctness/noNodejsModules: as above
import { chmod, lstat, mkdir, readdir, rm } from 'node:fs/promises'
// biome-ignore lint/correctness/noNodejsModules: as above
import { join } from 'node:path'
import { clearUnlessHeld } from './file-lease.ts'
import { readRecord, withFile } from './file-record.ts'

/** Longer than any write takes: an older temporary file was left behind by a killed process. */
const STALE_MS = 60_000

/** Returns the identity of a folder, which another one of the same name does not have. */
export async function folderId(folder: string): Promise<string> {
  return idOf(await lstat(folder))
}

function idOf({ dev, ino }: { readonly dev: number; readonly ino: number }): string {
  return `${dev} ${ino}`
}

/**
 * Creates the folder, checks that no other user can read it or has created it, and removes leftovers.
 *
 * @returns the `folderId` of the checked folder
 */
export async function prepareFolder(directory: string, folder: string, now: () => number): Promise<string> {
  await makeFolder(directory)
  await makeFolder(folder)
  const info = await lstat(folder)
  if (!info.isDirectory()) throw new Error(`${folder} is not a folder of its own`)
  if (info.uid !== (await ownUser(folder))) throw new Error(`${folder} belongs to another user`)
  // Only where such permissions exist: Windows has its own.
  if (info.mode & 0o077) await chmod(folder, 0o700)
  for (const name of await readdir(folder)) await sweep(join(folder, name), now).catch(() => {})
  return idOf(info)
}

/** Removes leftovers. What cannot be removed does no harm, and the next process tries again. */
async function sweep(path: string, now: () => number): Promise<void> {
  if (path.endsWith('.lease')) await clearUnlessHeld(path, Number.POSITIVE_INFINITY, now)
  else if (path.endsWith('.tmp')) {
    if ((await lstat(path)).mtimeMs < Date.now() - STALE_MS) await rm(path, { recursive: true, force: true })
  } else if (path.endsWith('.json')) {
    const record = await readRecord(path, Number.NEGATIVE_INFINITY)
    if (record && record.expiresAt <= now()) await rm(path, { force: true })
  }
}

/** Creates parents only if they are missing: Deno would read all of them, and ask for permission. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ENOENT') await mkdir(path, { recursive: true, mode: 0o700 })
    else if (code !== 'EEXIST') throw error
  }
}

/** Returns the user ID, read from a new file: asking Deno for it would require one more permission. */
async function ownUser(folder: string): Promise<number> {
  const path = join(folder, `${randomUUID()}.tmp`)
  try {
    return await withFile(path, 'wx', async (file) => (await file.stat()).uid)
  } finally {
    await rm(path, { force: true })
  }
}
