// biome-ignore lint/correctness/noNodejsModules: part of the file storage, for Node, Deno and Bun
import { randomUUID } from 'node:crypto'
// biome-ignore lint/correctness/noNodejsModules: as above
import { lstat, mkdir, readdir, rename, rm, rmdir, unlink } from 'node:fs/promises'
// biome-ignore lint/correctness/noNodejsModules: as above
import { join } from 'node:path'
import type { StorageLease } from './storage.ts'

/** Codes of `rename` if another process was faster; on Windows one of the last two. */
const TAKEN = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES']

/**
 * Acquires a lease: a folder `<path>.lease` with one entry, an empty folder named by the lease's end and a random ID.
 *
 * It is created under another name and renamed into place, which succeeds only if the target is missing or an empty
 * folder. So only one process gets it, and a killed process leaves no lease or a complete one. An entry is removed by
 * its name, which is never used twice: neither a late release nor two processes that remove the same expired lease can
 * end another one. Nothing is written into a file, so a full disk leaves no partial lease, and no handle can stay open.
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

/**
 * Returns true if a process holds the lease. Otherwise removes what is in its place: expired leases, and anything that
 * is not a lease.
 */
export async function clearUnlessHeld(folder: string, leaseMs: number, now: () => number): Promise<boolean> {
  const info = await unlessMissing(lstat(folder))
  if (!info) return false
  if (!info.isDirectory()) {
    // If this failed, the rename fails, too.
    await unlink(folder).catch(() => {})
    return false
  }
  const names = (await unlessMissing(readdir(folder))) ?? []
  for (const name of names) {
    const left = Number(/^\d+(?=\.)/.exec(name)?.[0]) - now()
    // More time than a whole lease can remain only if the clock was set back.
    if (left > 0 && left <= leaseMs) return true
  }
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true })
  await removeFolder(folder)
  return false
}

/** Removes an empty folder. One that is missing or contains a lease is left alone. */
async function removeFolder(folder: string): Promise<void> {
  await rmdir(folder).catch(() => {})
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  return work.catch((error) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}
