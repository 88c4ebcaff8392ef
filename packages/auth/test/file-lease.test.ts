import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fileStorage } from '../src/storage/file.ts'
import type { StorageLease } from '../src/storage/index.ts'
import { fakeClock } from '../src/testing/index.ts'

/** Calls of the file system, and what listing a folder returned. */
const calls = { count: 0, entries: 0 }
vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>()
  const count = ([name, member]: [string, unknown]) => {
    if (typeof member !== 'function') return [name, member]
    const counted = async (...args: unknown[]): Promise<unknown> => {
      const result: unknown = await member(...args)
      calls.count++
      if (name === 'readdir') calls.entries += (result as string[]).length
      return result
    }
    return [name, counted]
  }
  return Object.fromEntries(Object.entries(real).map(count))
})

const LEASE_MS = 10_000
let directory: string
const clock = fakeClock()
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'auth-lease-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const open = () => fileStorage({ directory, now: clock.now })
const lock = async (key = 'key', storage = open()): Promise<StorageLease | undefined> => storage.lock?.(key, LEASE_MS)
const leases = async (): Promise<string[]> =>
  (await readdir(join(directory, 'oauth-tokens'))).map((name) => join(directory, 'oauth-tokens', name))

test('a released lease leaves nothing behind, and neither does an expired one that another process took over', async () => {
  const lost = await lock()
  clock.advance(LEASE_MS + 1)
  const next = await lock()
  expect(await leases()).toHaveLength(1)
  await lost?.release()
  expect(await lock()).toBeUndefined()
  await next?.release()
  expect(await leases()).toEqual([])
})

test('leases of killed processes are removed by the next process that starts, active ones are not', async () => {
  await lock('killed')
  clock.advance(LEASE_MS + 1)
  const held = await lock('held')
  await open().get('any')
  expect(await leases()).toHaveLength(1)
  await held?.release()
})

test('a lease costs the same next to 1,500 audiences as next to none', async () => {
  const storage = open()
  const cost = async (): Promise<typeof calls> => {
    Object.assign(calls, { count: 0, entries: 0 })
    await (await lock('mine', storage))?.release()
    expect(calls.count).toBeGreaterThan(0)
    return { ...calls }
  }
  await storage.get('any')
  const alone = await cost()
  const folder = join(directory, 'oauth-tokens')
  for (let i = 0; i < 1500; i++) {
    await writeFile(join(folder, `${i}.json`), '{}')
    await mkdir(join(folder, `${i}.lease`))
  }
  expect(await cost()).toEqual(alone)
})

describe('anything but a lease blocks no process', () => {
  const UNTIL = 'clock.now() + LEASE_MS'
  test.each([
    `${2 ** 53}`,
    `${2 ** 53}.id`,
    '99999999999999999999.id',
    '1e99.id',
    'NaN.id',
    'Infinity.id',
    '-1.id',
    '0x7fffffffffff.id',
    '.id',
    'notes.txt',
    UNTIL,
  ])('an entry %s', async (name) => {
    const lease = await lock()
    const [path = ''] = await leases()
    await lease?.release()
    await mkdir(join(path, name === UNTIL ? `${clock.now() + LEASE_MS}` : name), { recursive: true })
    await writeFile(join(path, 'not a folder'), '')
    await symlink('nowhere', join(path, 'dangling'))
    expect(await lock()).toBeDefined()
  })

  test.each<[string, (path: string) => Promise<unknown>]>([
    ['a file', (path) => writeFile(path, '9999999999999')],
    ['a dangling symlink', (path) => symlink('nowhere', path)],
    ['an empty folder', (path) => mkdir(path)],
  ])('%s in place of a lease', async (_, make) => {
    const lease = await lock()
    const [path = ''] = await leases()
    await lease?.release()
    await make(path)
    expect(await lock()).toBeDefined()
  })

  test('a symlink in its place is not followed', async () => {
    const lease = await lock()
    const [path = ''] = await leases()
    await lease?.release()
    await mkdir(join(directory, 'theirs', 'folder'), { recursive: true })
    await symlink(join(directory, 'theirs'), path)
    expect(await lock()).toBeDefined()
    expect(await readdir(join(directory, 'theirs'))).toEqual(['folder'])
  })

  test('a lease that ends too far in the future: a clock was set back', async () => {
    await lock()
    clock.advance(-60_000)
    expect(await lock()).toBeDefined()
  })
})

test('of 8 concurrent processes, one gets each lease: a new one, an expired one, and one whose place is taken by something else', {
  timeout: 60_000,
}, async () => {
  const keys = Array.from({ length: 150 }, (_, i) => `key-${i}`)
  const past = fileStorage({ directory, now: () => Date.now() - 60_000 })
  for (const key of keys.slice(50)) await past.lock?.(key, LEASE_MS)
  for (const path of (await leases()).slice(0, 50)) {
    await rm(path, { recursive: true })
    await writeFile(path, '')
  }
  const worker = fileURLToPath(new URL('support/lease-worker.ts', import.meta.url))
  const processes = Array.from({ length: 8 }, () => fork(worker, [directory], { execArgv: [], stdio: 'inherit' }))
  try {
    await Promise.all(processes.map((process) => once(process, 'message')))
    const taken = await Promise.all(
      processes.map(async (process) => {
        process.send(keys)
        return (await once(process, 'message'))[0] as string[]
      }),
    )
    expect(taken.flat().sort()).toEqual([...keys].sort())
  } finally {
    for (const process of processes) process.kill('SIGKILL')
  }
})
