import { execFile } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { storageContract } from '@x/auth/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  hasRedisServer,
  type RedisServer,
  startRedisServer,
} from '../../../../packages/auth/test/support/redis-server.ts'
import { engineCommand } from '../../../../tools/engines/engines.ts'
import { installApart } from '../../../../tools/install-apart.ts'

const script = fileURLToPath(new URL('redis/client.ts', import.meta.url))
const names: string[] = []
storageContract(() => ({}) as never, { test: (name) => names.push(name) })

describe.runIf(hasRedisServer())('Redis clients that require their own runtime or native code', () => {
  let server: RedisServer
  let hasGlide = false
  beforeAll(async () => {
    server = await startRedisServer()
    const failure = await installApart(new URL('../peers/', import.meta.url))
    hasGlide = failure === undefined
    if (!hasGlide && process.env.CI) throw new Error(failure)
  })
  afterAll(() => server.close())

  test.each<[string, string | undefined]>([
    ['bun', engineCommand('bun')],
    ['glide', process.execPath],
    ['glide-bytes', process.execPath],
  ])('%s passes the contract, and 20 instances send one token request', async (name, command) => {
    if (!command || (name !== 'bun' && !hasGlide)) return console.warn(`skipped: ${name} is not installed`)
    const { stdout } = await promisify(execFile)(command, [script, name, `${server.port}`])
    // valkey-glide writes its own log before it.
    const { outcomes, keys, ...rest } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
    expect(outcomes).toEqual(Object.fromEntries(names.map((title) => [title, 'passed'])))
    expect(keys).toBeGreaterThan(1)
    expect(rest).toEqual({ requests: 1, failures: 0, endless: [] })
  })
})
