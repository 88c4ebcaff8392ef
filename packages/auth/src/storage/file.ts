// biome-ignore lint/correctness/noNodejsModules: this sub-path is for Node, Deno and Bun, and only reached by its own import
import { createHash } from 'node:crypto'
// biome-ignore lint/correctness/noNodejsModules: as above
import { rm } from 'node:fs/promises'
// biome-ignore lint/correctness/noNodejsModules: as above
import { join } from 'node:path'
import { check, readNow } from '../check.ts'
import { defineStorage } from './define-storage.ts'
import { folderId, prepareFolder } from './file-folder.ts'
import { takeFileLease } from './file-lease.ts'
import { readRecord, writeRecord } from './file-record.ts'
import type { TokenStorage } from './storage.ts'

/** Options of {@link fileStorage}. */
export interface FileStorageOptions {
  /** Created if missing. All files are in its folder `oauth-tokens`; nothing else is touched. */
  readonly directory: string
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

/**
 * Creates a storage in files, shared by the processes of one machine, across restarts. For Node, Deno and Bun.
 *
 * Files are encrypted and readable by their owner only (0600 in a folder with 0700), replaced in one step, and named by
 * hashes. A folder that is a symlink or belongs to another user is rejected, even if it replaces the original one
 * later; a symlink, FIFO, socket or device in place of a file counts as missing. The lease is a folder that is renamed
 * into place; it expires if its holder was killed. If the disk is full or the directory cannot be written, tokens stay
 * in memory and each process requests its own; a directory that was removed is created again. The file system must be
 * local: NFS does not guarantee enough.
 *
 * @throws `AuthError` with code `config_invalid` if `directory` is missing, or starts with something that only a
 * shell expands, such as `~`
 * @example
 * import { createOAuth } from '@x/auth'
 * import { fileStorage } from '@x/auth/storage/file'
 *
 * const storage = fileStorage({ directory: '/var/cache/my-app' })
 * const auth = createOAuth({ ...cluster, storage })
 */
export function fileStorage(options: FileStorageOptions): TokenStorage {
  const { directory } = options ?? {}
  check(typeof directory === 'string' && directory, 'fileStorage: directory must be a path')
  check(!directory.includes('\0'), 'fileStorage: directory must not contain a null character')
  check(directory.trim() === directory, 'fileStorage: directory must not start or end with white space')
  check(
    !/^[~$%]/.test(directory),
    `fileStorage: directory must not start with "${directory[0]}", which only a shell expands; pass the full path`,
  )
  const now = readNow(options, 'fileStorage')
  const folder = join(directory, 'oauth-tokens')
  /** The `folderId` of the folder, once it was checked. */
  let ready: Promise<string> | undefined

  /** Calls `work` with the path of a key's files, once the folder exists and was checked. */
  async function inFolder<T>(key: string, work: (path: string) => Promise<T>): Promise<T> {
    ready ??= prepareFolder(directory, folder, now)
    let checked: string
    try {
      checked = await ready
    } catch (error) {
      // So that a folder works again once it is repaired.
      ready = undefined
      throw error
    }
    // Checked again afterwards, because Node cannot open files relative to an open folder: work in another one does not
    // count.
    await checkFolder(checked)
    const result = await work(join(folder, createHash('sha256').update(key).digest('hex')))
    await checkFolder(checked)
    return result
  }

  async function checkFolder(id: string): Promise<void> {
    if ((await folderId(folder)) !== id) throw Object.assign(new Error(`${folder} was replaced`), { code: 'ENOENT' })
  }

  /**
   * Creates and checks the folder again, once, if it was removed in the meantime (a job clears caches) or replaced by
   * another.
   */
  async function withPath<T>(key: string, work: (path: string) => Promise<T>): Promise<T> {
    return inFolder(key, work).catch((error) => {
      if (error.code !== 'ENOENT') throw error
      ready = undefined
      return inFolder(key, work)
    })
  }

  return defineStorage({
    get: (key) => withPath(key, (path) => readRecord(`${path}.json`, now())),
    set: (key, { value, expiresAt }) => withPath(key, (path) => writeRecord(`${path}.json`, { value, expiresAt })),
    delete: (key) => withPath(key, (path) => rm(`${path}.json`, { force: true })),
    lock: (key, leaseMs) => withPath(key, (path) => takeFileLease(path, leaseMs, now)),
  })
}
