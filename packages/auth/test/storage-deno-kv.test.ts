import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'

import { denoSuite } from './support/deno-suite.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const names: string[] = []
denoSuite({} as never, (name) => names.push(name))

describe('Deno KV in Deno', () => {
  let outcomes: Record<string, unknown> = {}
  beforeAll(async () => {
    const args = ['run', '--no-config', '--no-remote', '--no-npm', '--unstable-kv', 'test/support/deno-main.ts']
    const { stdout } = await promisify(execFile)(`${ROOT}/node_modules/.bin/deno`, args, { cwd: ROOT })
    outcomes = JSON.parse(stdout)
  }, 60_000)

  for (const name of names) test(name, () => expect(outcomes[name]).toBe('passed'))

  test('20 instances send one token request', () => {
    expect(outcomes).toMatchObject({ requests: 1, failures: 0 })
  })

  test('shows neither secret, token nor client', () => {
    expect(outcomes.kept).toBeGreaterThan(1)
    expect(outcomes.shown).toBe(false)
  })

  test('a failing KV breaks no call, and one event reports it', () => {
    expect(outcomes.closed).toEqual({ requests: 2, failures: 1 })
  })
})
