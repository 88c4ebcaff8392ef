// biome-ignore lint/correctness/noNodejsModules: part of the file storage, for Node, Deno and Bun
import { randomUUID } from 'node:crypto'
// biome-ignore lint/correctness/noNodejsModules: as above
import { lstat, mkdir, readdir, rename, rm, rmdir, unlink } from 'node:fs/promises'
// biome-ignore lint/correctness/noNodejsModules: as above
import { join } from 'node:path'
import type { StorageLease } from './storage.ts'

/** What `rename` fails with when somebody else was faster; on Windows, with one of the last two. */
const TAKEN = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES']

/**
 * Takes a lease: a folder `<path>.lease` with one entry, an empty folder named by the lease's end and a random ID.
 *
 * It is made under another name and renamed into place, which succeeds only where nothing or an empty folder is. So only
 * one process gets it, and one that is killed leaves no lease or a whole one. An entry is removed by its name, which is
 * never used twice: neither a late release nor two processes that clear the same lapsed lease can end another's.
 * Nothing is written into a file, so a full disk leaves no half-made lease, and no handle can stay open.
 */
export async function takeFileLease(
  path: string,
  leaseMs: number,
  now: () => number,
): Promise<StorageLease | undefined> {
  const folder = `${path}.lease`
  if (await clearUnlessHeld(folder, leaseMs, now)) return undefined

  const mine = `${Math.floor(now() + leaseMs)}.${randomUUID()}`
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    await mkdir(temporary, 0o700)
    await mkdir(join(temporary, mine), 0o700)
    await rename(temporary, folder)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => {})
    if (TAKEN.includes((error as { code: string }).code)) return undefined
    throw error
  }
  return {
    async release() {
      await removeFolder(join(folder, mine))
      await removeFolder(folder)
    },
  }
}

/** True when somebody holds the lease. Else removes whatever is in its place: lapsed leases, and what is no lease at all. */
export async function clearUnlessHeld(folder: string, leaseMs: number, now: () => number): Promise<boolean> {
  const info = await unlessMissing(lstat(folder))
  if (!info) return false
  if (!info.isDirectory()) {
    // Its failure shows when the lease is moved here.
    await unlink(folder).catch(() => {})
    return false
  }
  const names = (await unlessMissing(readdir(folder))) ?? []
  for (const name of names) {
    const left = Number(/^\d+(?=\.)/.exec(name)?.[0]) - now()
    // More than a whole lease is left only after the clock was set back.
    if (left > 0 && left <= leaseMs) return true
  }
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true })
  await removeFolder(folder)
  return false
}

/** Removes an empty folder; one that is missing, or that somebody has put a lease into, is left alone. */
async function removeFolder(folder: string): Promise<void> {
  await rmdir(folder).catch(() => {})
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  return work.catch((error) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}
