// biome-ignore lint/correctness/noNodejsModules: this sub-path is for Node, Deno and Bun, and only reached by its own import
import { createHash, randomUUID } from 'node:crypto'
// biome-ignore lint/correctness/noNodejsModules: as above
import { constants } from 'node:fs'
// biome-ignore lint/correctness/noNodejsModules: as above
import { chmod, lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
// biome-ignore lint/correctness/noNodejsModules: as above
import { join } from 'node:path'
import { defineStorage } from './define-storage.ts'
import { takeLeaseFile } from './lease-file.ts'
import type { StoredRecord, TokenStorage } from './storage.ts'

/** Options of {@link fileStorage}. */
export interface FileStorageOptions {
  /** Made if missing. Everything is kept in a folder `oauth-tokens` in it; nothing else in it is touched. */
  readonly directory: string
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

/** Longer than any write takes: an older temporary file was left by a process that was killed. */
const STALE_MS = 60_000
const LONGEST_FILE = 256 * 1024

/**
 * Shares tokens between the processes of one machine and keeps them from one run to the next. For Node, Deno and Bun.
 *
 * Files are encrypted and readable by their owner only (0600 in a folder of our own, 0700), replaced in one step, and
 * named by hashes. A folder that is a symlink or somebody else's is refused, as is a symlink in place of a file. The
 * lease is a file too; when its holder was killed it lapses by itself. Where the directory cannot be written, tokens
 * stay in memory and each process gets its own. The file system must be local: NFS promises too little.
 *
 * @example
 * import { createOAuth } from '@x/auth'
 * import { fileStorage } from '@x/auth/storage/file'
 *
 * const storage = fileStorage({ directory: '/var/cache/my-app' })
 * const auth = createOAuth({ ...cluster, storage })
 */
export function fileStorage({ directory, now = () => Date.now() }: FileStorageOptions): TokenStorage {
  const folder = join(directory, 'oauth-tokens')
  let ready: Promise<void> | undefined

  /** The path of a key's file, once the folder is there and ours. */
  async function pathOf(key: string): Promise<string> {
    ready ??= prepare(directory, folder, now)
    try {
      await ready
    } catch (error) {
      // So that a folder that is put right works from then on.
      ready = undefined
      throw error
    }
    return join(folder, createHash('sha256').update(key).digest('hex'))
  }

  return defineStorage({
    async get(key) {
      const record = await readRecord(`${await pathOf(key)}.json`)
      return record && record.expiresAt > now() ? record : undefined
    },
    async set(key, { value, expiresAt }) {
      const path = await pathOf(key)
      const temporary = `${path}.${randomUUID()}.tmp`
      const file = await open(temporary, 'wx', 0o600)
      try {
        await file.writeFile(JSON.stringify({ value, expiresAt }))
        await file.close()
        await rename(temporary, `${path}.json`)
      } catch (error) {
        await file.close().catch(() => {})
        await rm(temporary, { force: true })
        throw error
      }
    },
    async delete(key) {
      await rm(`${await pathOf(key)}.json`, { force: true })
    },
    async lock(key, leaseMs) {
      return takeLeaseFile(await pathOf(key), leaseMs, now)
    },
  })
}

/** Makes the folder, checks that nobody else can read or has planted it, and clears away what was left behind. */
async function prepare(directory: string, folder: string, now: () => number): Promise<void> {
  await makeFolder(directory)
  await makeFolder(folder)
  const info = await lstat(folder)
  if (!info.isDirectory()) throw new Error(`${folder} is not a folder of its own`)
  if (info.uid !== (await ownUser(folder))) throw new Error(`${folder} belongs to another user`)
  // Where there are such rights: Windows keeps its own.
  if (info.mode & 0o077) await chmod(folder, 0o700)
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (name.endsWith('.tmp')) {
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
      if (mtimeMs < Date.now() - STALE_MS) await rm(path, { force: true }).catch(() => {})
    } else if (name.endsWith('.json')) {
      const record = await readRecord(path).catch(() => undefined)
      if (record && record.expiresAt <= now()) await rm(path, { force: true }).catch(() => {})
    }
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
  const file = await open(path, 'wx', 0o600)
  try {
    return (await file.stat()).uid
  } finally {
    await file.close()
    await rm(path, { force: true })
  }
}

/** `undefined` for a file that is missing, or is not one of ours. */
async function readRecord(path: string): Promise<StoredRecord | undefined> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch((error) => {
    // ELOOP (EMLINK on BSD): a symlink.
    if (['ENOENT', 'ELOOP', 'EMLINK'].includes(error.code)) return undefined
    throw error
  })
  try {
    const info = await file?.stat()
    if (!file || !info?.isFile() || info.size > LONGEST_FILE) return undefined
    const record = JSON.parse(await file.readFile('utf8'))
    return typeof record?.value === 'string' && typeof record.expiresAt === 'number' ? record : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  } finally {
    await file?.close()
  }
}
