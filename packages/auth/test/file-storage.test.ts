import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TokenEvent } from '../src/index.ts'
import { fileStorage } from '../src/storage/file.ts'
import { storageContract } from '../src/testing/index.ts'
import { createStoringOAuth } from './support/storing-oauth.ts'
import { json, startTokenServer, type TokenServer } from './support/token-server.ts'

let directory: string
let server: TokenServer
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'auth-test-'))
  server = await startTokenServer()
})
afterEach(async () => {
  await chmod(directory, 0o700)
  await rm(directory, { recursive: true, force: true })
  await server.close()
})

const events: TokenEvent[] = []
function make(clientSecret = 'marker-secret', place = directory) {
  events.length = 0
  const onEvent = (event: TokenEvent): void => void events.push(event)
  const credential = { tokenUrl: server.url, clientId: 'my-client', clientSecret, minTokenIntervalMs: 0 }
  return createStoringOAuth({ ...credential, onEvent, storage: fileStorage({ directory: place }) })
}
const folder = (): string => join(directory, 'oauth-tokens')
const files = async (): Promise<string[]> => (await readdir(folder())).map((name) => join(folder(), name))

describe('contract', () => {
  storageContract(() => fileStorage({ directory }), { test })
})

test('another process, or the next run, reads the token from the file', async () => {
  await make().headers('a')
  expect(await make().headers('a')).toEqual({ authorization: 'Bearer token-1' })
  expect(events.map(({ type }) => type)).toEqual(['token_shared'])
  await make('another secret').headers('a')
  expect(server.requests).toHaveLength(2)
})

test('creates the folder, and its missing parents, for its owner only', async () => {
  const place = join(directory, 'not', 'yet')
  await make('secret', place).headers('a')
  expect(events.map(({ type }) => type)).toEqual(['token_requested', 'token_received'])
  for (const made of [place, join(place, 'oauth-tokens')]) expect((await stat(made)).mode & 0o777).toBe(0o700)
})

test('files are readable by their owner only, and show neither secret, token nor client', async () => {
  server.answer = (response) => json(response, 200, { access_token: 'marker-token', expires_in: 60 })
  await make().headers('marker-audience')
  expect((await stat(folder())).mode & 0o777).toBe(0o700)
  expect((await files()).length).toBeGreaterThan(1)
  for (const file of await files()) {
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const text = await readFile(file, 'utf8')
    for (const shown of [text, Buffer.from(JSON.parse(text).value ?? '', 'base64').toString('latin1'), file])
      expect(shown).not.toMatch(/marker|my-client/)
  }
})

test('a file that was truncated, tampered with, or replaced by another is a miss, not an error', async () => {
  for (const spoil of [
    (text: string) => text.slice(0, text.length / 2),
    (text: string) => text.replace(/"value":"..../, (start) => `${start.slice(0, -4)}AAAA`),
    () => '',
    () => 'null',
    () => '{"value":"not base64!","expiresAt":9999999999999}',
    () => 'x'.repeat(300_000),
  ]) {
    await make().headers('a')
    for (const file of (await files()).filter((name) => name.endsWith('.json'))) {
      await writeFile(file, spoil(await readFile(file, 'utf8')))
    }
    const before = server.requests.length
    expect(await make().headers('a')).toEqual({ authorization: `Bearer token-${before + 1}` })
    expect(events.some(({ type }) => type === 'storage_failed')).toBe(false)
  }
  const records = (await files()).filter((name) => name.endsWith('.json'))
  await make().headers('b')
  const added = (await files()).filter((name) => name.endsWith('.json') && !records.includes(name))
  for (const file of records) await writeFile(file, await readFile(added[0] as string))
  expect((await make().headers('a')).authorization).not.toBe((await make().headers('b')).authorization)
})

test('a symlink in place of a file is not followed', async () => {
  await make().headers('a')
  for (const [i, record] of (await files()).filter((name) => name.endsWith('.json')).entries()) {
    const elsewhere = join(directory, `elsewhere-${i}`)
    await rename(record, elsewhere)
    await symlink(elsewhere, record)
  }
  await make().headers('a')
  expect(server.requests).toHaveLength(2)
})

test('a folder that is a symlink is rejected: the call uses memory, and one event reports it', async () => {
  await mkdir(join(directory, 'elsewhere'))
  await symlink(join(directory, 'elsewhere'), folder())
  const auth = make()
  for (const audience of ['a', 'b', 'a']) await auth.headers(audience)
  expect(events.filter(({ type }) => type === 'storage_failed')).toHaveLength(1)
  expect(auth.stats()).toMatchObject({ tokenRequests: 2, storageFailures: 1 })
  expect(await readdir(join(directory, 'elsewhere'))).toEqual([])
})

test.each(['get', 'set', 'delete', 'lock'] as const)('a symlink that later replaces the folder: %s', async (name) => {
  const elsewhere = join(directory, 'elsewhere')
  const storage = fileStorage({ directory })
  const record = { value: 'sealed', expiresAt: Date.now() + 60_000 }
  await storage.set('key', record)
  await rename(folder(), elsewhere)
  await symlink(elsewhere, folder())
  const before = await readdir(elsewhere)
  const operations = {
    get: () => storage.get('key'),
    set: () => storage.set('other', record),
    delete: () => storage.delete('key'),
    lock: () => storage.lock?.('key', 10_000),
  }
  await expect(operations[name]()).rejects.toThrow('is not a folder of its own')
  expect(await readdir(elsewhere)).toEqual(before)
  // Once it is put right, it works again.
  await rm(folder())
  await storage.set('key', record)
  expect(await storage.get('key')).toEqual(record)
})

test('a folder that another process creates again is used again', async () => {
  const storage = fileStorage({ directory })
  const record = { value: 'sealed', expiresAt: Date.now() + 60_000 }
  await storage.set('key', record)
  await rename(folder(), join(directory, 'old'))
  await fileStorage({ directory }).set('key', { ...record, value: 'new' })
  expect(await storage.get('key')).toEqual({ ...record, value: 'new' })
})

test('a directory that cannot be created breaks no call either', async () => {
  await writeFile(folder(), 'a file where the folder should be')
  const auth = make()
  await Promise.all([auth.headers('a'), auth.headers('b')])
  expect(auth.stats()).toMatchObject({ tokenRequests: 2, storageFailures: 1 })
})

test('permissions of a folder that others could read are restricted, and nothing next to it is changed', async () => {
  await mkdir(folder(), { mode: 0o755 })
  await writeFile(join(directory, 'credentials'), 'theirs', { mode: 0o644 })
  await chmod(directory, 0o755)
  await make().headers('a')
  expect((await stat(folder())).mode & 0o777).toBe(0o700)
  expect((await stat(directory)).mode & 0o777).toBe(0o755)
  expect((await stat(join(directory, 'credentials'))).mode & 0o777).toBe(0o644)
})

test('leftovers of killed processes are removed: temporary files, and expired records', async () => {
  await mkdir(folder(), { mode: 0o700 })
  const [stale, young, expired, strange] = ['a.1.tmp', 'a.2.tmp', 'b.json', 'c.json'].map((name) =>
    join(folder(), name),
  )
  for (const file of [stale, young, strange]) await writeFile(file as string, 'half a rec')
  await writeFile(expired as string, JSON.stringify({ value: 'x', expiresAt: Date.now() - 1 }))
  await utimes(stale as string, 0, 0)
  await make().headers('a')
  const left = await files()
  expect([stale, young, expired, strange].map((file) => left.includes(file as string))).toEqual([
    false,
    true,
    false,
    true,
  ])
})
