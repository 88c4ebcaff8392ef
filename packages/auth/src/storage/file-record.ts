// biome-ignore lint/correctness/noNodejsModules: part of the file storage, for Node, Deno and Bun
import { randomUUID } from 'node:crypto'
// biome-ignore lint/correctness/noNodejsModules: as above
import { constants } from 'node:fs'
// biome-ignore lint/correctness/noNodejsModules: as above
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { wholeRecord } from './record-text.ts'
import type { StoredRecord } from './storage.ts'

const LONGEST_FILE = 256 * 1024
/** Follows no symlink, and does not wait for a writer of a FIFO. Windows has neither. */
const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
/** Codes of `open` if there is no regular file. ELOOP (EMLINK on BSD): a symlink. ENXIO (EOPNOTSUPP): a socket. */
const NO_FILE = ['ENOENT', 'ELOOP', 'EMLINK', 'ENXIO', 'EOPNOTSUPP']

/** Returns undefined if the file is missing, has expired, or was not written by this package. */
export async function readRecord(path: string, now: number): Promise<StoredRecord | undefined> {
  try {
    return await withFile(path, READ, async (file) => {
      const info = await file.stat()
      if (!info.isFile() || info.size > LONGEST_FILE) return undefined
      return wholeRecord(JSON.parse(await file.readFile('utf8')), now)
    })
  } catch (error) {
    if (error instanceof SyntaxError || NO_FILE.includes((error as { code: string }).code)) return undefined
    throw error
  }
}

/** Replaces a record in one step. A file that could not be written is removed. */
export async function writeRecord(path: string, record: StoredRecord): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    await withFile(temporary, 'wx', (file) => file.writeFile(JSON.stringify(record)))
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
}

/** Opens a file for `work` and always closes it: a handle left to the garbage collector ends the process. */
export async function withFile<T>(
  path: string,
  flags: number | string,
  work: (file: FileHandle) => Promise<T>,
): Promise<T> {
  const file = await open(path, flags, 0o600)
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}
