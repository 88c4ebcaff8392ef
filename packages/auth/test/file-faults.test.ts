import { execFile, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fileStorage } from '../src/storage/file.ts'
import { createStoringOAuth } from './support/storing-oauth.ts'

let directory: string
let folder: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'auth-faults-'))
  folder = join(directory, 'oauth-tokens')
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const record = () => ({ value: 'text', expiresAt: Date.now() + 60_000 })
const recordFile = async (): Promise<string> => {
  const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.json'))
  return join(folder, name)
}
function make() {
  let requests = 0
  const auth = createStoringOAuth({
    ...{ tokenUrl: 'https://login.example.com/', clientId: 'my-client', clientSecret: 'secret', minTokenIntervalMs: 0 },
    fetch: async () => Response.json({ access_token: `token-${++requests}`, expires_in: 60 }),
    storage: fileStorage({ directory }),
  })
  return { auth, counts: () => [requests, auth.stats().storageFailures] }
}

describe('a folder that was removed is created again', () => {
  test('between two calls: the next token is shared, without a failure', async () => {
    const { auth, counts } = make()
    await auth.headers('one')
    await rm(directory, { recursive: true })
    await auth.headers('two')
    expect(counts()).toEqual([2, 0])
    const other = make()
    await other.auth.headers('two')
    expect(other.counts()).toEqual([0, 0])
  })

  test.each(['get', 'set', 'delete', 'lock'] as const)('before %s', async (operation) => {
    const storage = fileStorage({ directory })
    await storage.set('key', record())
    await rm(folder, { recursive: true })
    const run: Record<typeof operation, () => Promise<unknown> | undefined> = {
      get: () => storage.get('key'),
      set: () => storage.set('key', record()),
      delete: () => storage.delete('key'),
      lock: () => storage.lock?.('key', 10_000),
    }
    await run[operation]()
    await storage.set('key', record())
    expect(await storage.get('key')).toBeDefined()
  })

  test('while a lease is held: releasing it does not fail', async () => {
    const lease = await fileStorage({ directory }).lock?.('key', 10_000)
    await rm(folder, { recursive: true })
    await lease?.release()
  })

  test('while eight processes write at the same time', async () => {
    const storages = Array.from({ length: 8 }, () => fileStorage({ directory }))
    await Promise.all(storages.map((storage) => storage.get('key')))
    for (let round = 0; round < 20; round++) {
      await rename(folder, join(directory, `${round}`))
      await Promise.all(storages.map((storage) => storage.set('key', record())))
      expect(await storages[0]?.get('key')).toBeDefined()
    }
  })
})

describe('anything but a file in place of a record is a miss, blocks no call, and is replaced', () => {
  const listening = createServer()
  afterEach(() => void listening.close())

  test.each<[string, (path: string) => unknown]>([
    ['a FIFO', (path) => execFileSync('mkfifo', [path])],
    [
      'a socket',
      async (path) => {
        // Made elsewhere, since its path may not be long.
        await once(listening.listen(join(directory, 's')), 'listening')
        await rename(join(directory, 's'), path)
      },
    ],
  ])('%s', async (_, put) => {
    const storage = fileStorage({ directory })
    await storage.set('key', record())
    const path = await recordFile()
    await rm(path)
    await put(path)
    expect(await storage.get('key')).toBeUndefined()
    // A new storage looks at all that is there.
    expect(await fileStorage({ directory }).get('other')).toBeUndefined()
    await storage.set('key', record())
    expect(await storage.get('key')).toBeDefined()
  })

  test('a folder: a miss that cannot be replaced by writing', async () => {
    const storage = fileStorage({ directory })
    await storage.set('key', record())
    const path = await recordFile()
    await rm(path)
    await mkdir(path)
    expect(await storage.get('key')).toBeUndefined()
    await expect(storage.set('key', record())).rejects.toThrow()
    expect(await readdir(folder)).toHaveLength(1)
  })
})

/** Runs `script` where no byte can be written into a file, as on a full disk: that needs no rights, on any POSIX system. */
async function runWithoutSpace(script: string, ...args: string[]) {
  const command = ['trap "" XFSZ; ulimit -f 0; exec "$@"', 'sh', process.execPath, '--expose-gc', script, ...args]
  return promisify(execFile)('sh', ['-c', ...command])
}

test('a full disk: memory is used instead, and no file handle or file is left behind', async () => {
  const script = fileURLToPath(new URL('support/full-disk.ts', import.meta.url))
  const { stdout, stderr } = await runWithoutSpace(script, directory)
  // Node warns of a handle that nobody has closed; its next version ends the process.
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({ requests: 3, failures: 1, left: [] })
})

describe('the directory must be an absolute path', () => {
  test.each([[undefined], [null], [''], [5], [new URL('file:///tmp/tokens')]])('%s is not a path', (given) => {
    expect(() => fileStorage({ directory: given as never })).toThrow(
      expect.objectContaining({ code: 'config_invalid', message: 'fileStorage: directory must be a path.' }),
    )
  })

  test.each(['~', '~/.cache/app', '~user/app', '$HOME/app', '%APPDATA%\\app'])(
    '%s must be expanded by a shell',
    (given) => {
      expect(() => fileStorage({ directory: given })).toThrow(
        expect.objectContaining({
          code: 'config_invalid',
          message: `fileStorage: directory must not start with "${given[0]}", which only a shell expands; pass the full path.`,
        }),
      )
    },
  )

  test.each([' ~/x', '\t/var/x', '/var/x\n', ' '])('%j has white space around it', (given) => {
    expect(() => fileStorage({ directory: given })).toThrow(
      expect.objectContaining({
        code: 'config_invalid',
        message: 'fileStorage: directory must not start or end with white space.',
      }),
    )
  })

  test('a null character would end the path for the operating system', () => {
    expect(() => fileStorage({ directory: 'a\0b' })).toThrow(
      expect.objectContaining({
        code: 'config_invalid',
        message: 'fileStorage: directory must not contain a null character.',
      }),
    )
  })

  test('no options at all', () => {
    for (const given of [undefined, null, '/tmp/tokens']) {
      expect(() => fileStorage(given as never)).toThrow('fileStorage: directory must be a path.')
    }
  })
})
