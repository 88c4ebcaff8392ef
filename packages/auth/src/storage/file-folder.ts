// biome-ignore lint/correctness/noNodejsModules: part of the file storage, for Node, Deno and Bun
import { randomUUID } from 'node:crypto'
// biome-ignore lint/correctness/noNodejsModules: as above
import { chmod, lstat, mkdir, readdir, rm } from 'node:fs/promises'
// biome-ignore lint/correctness/noNodejsModules: as above
import { join } from 'node:path'
import { clearUnlessHeld } from './file-lease.ts'
import { readRecord, withFile } from './file-record.ts'

/** Longer than any write takes: an older temporary file was left by a process that was killed. */
const STALE_MS = 60_000

/** What makes a folder this one, and not another one of the same name. */
export async function folderId(folder: string): Promise<string> {
  return idOf(await lstat(folder))
}

function idOf({ dev, ino }: { readonly dev: number; readonly ino: number }): string {
  return `${dev} ${ino}`
}

/**
 * Makes the folder, checks that nobody else can read or has planted it, and clears away what was left behind.
 *
 * @returns the `folderId` of what was checked
 */
export async function prepareFolder(directory: string, folder: string, now: () => number): Promise<string> {
  await makeFolder(directory)
  await makeFolder(folder)
  const info = await lstat(folder)
  if (!info.isDirectory()) throw new Error(`${folder} is not a folder of its own`)
  if (info.uid !== (await ownUser(folder))) throw new Error(`${folder} belongs to another user`)
  // Where there are such rights: Windows keeps its own.
  if (info.mode & 0o077) await chmod(folder, 0o700)
  for (const name of await readdir(folder)) await sweep(join(folder, name), now).catch(() => {})
  return idOf(info)
}

/** Removes what nobody needs anymore. What cannot be removed harms nobody, and is tried again by the next process. */
async function sweep(path: string, now: () => number): Promise<void> {
  if (path.endsWith('.lease')) await clearUnlessHeld(path, Number.POSITIVE_INFINITY, now)
  else if (path.endsWith('.tmp')) {
    if ((await lstat(path)).mtimeMs < Date.now() - STALE_MS) await rm(path, { recursive: true, force: true })
  } else if (path.endsWith('.json')) {
    const record = await readRecord(path, Number.NEGATIVE_INFINITY)
    if (record && record.expiresAt <= now()) await rm(path, { force: true })
  }
}

/** Its parents only where they are missing: when Deno makes those, it reads all of them, and asks whether it may. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ENOENT') await mkdir(path, { recursive: true, mode: 0o700 })
    else if (code !== 'EEXIST') throw error
  }
}

/** Our user's number, read off a file that we make: to be told it, a Deno program would need one more permission. */
async function ownUser(folder: string): Promise<number> {
  const path = join(folder, `${randomUUID()}.tmp`)
  try {
    return await withFile(path, 'wx', async (file) => (await file.stat()).uid)
  } finally {
    await rm(path, { force: true })
  }
}
