import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { forFleet, forOneMachine, withToken } from '../../src/guides/storages.ts'
import { startCamunda } from '../support/camunda.ts'
import { makeFolder } from '../support/folder.ts'
import { createUpstashLike } from '../support/upstash-like.ts'

it('processes with one directory, and machines with one Redis, share a token', async () => {
  const { emulator } = await startCamunda()
  const credentials = emulator.credentials('cluster')
  const directory = await makeFolder({})
  const redis = createUpstashLike()
  for (const open of [() => forOneMachine(credentials, directory), () => forFleet(credentials, redis)]) {
    emulator.reset()
    const [first, second] = [await open().token('operate.camunda.io'), await open().token('operate.camunda.io')]
    expect(second).toEqual(first)
    expect(emulator.journal.count({ kind: 'token' })).toBe(1)
  }
  expect(await readdir(join(directory, 'oauth-tokens'))).not.toEqual([])
  for (const [key, value] of redis.values) {
    expect(key).toMatch(/^camunda-tokens:/)
    expect(value).not.toContain(credentials.clientSecret)
  }
})

it('a token that was passed in is used until it expires', async () => {
  const { emulator } = await startCamunda()
  const credentials = emulator.credentials('cluster')
  const auth = await withToken(credentials, 'handed-in', Date.now() + 60_000)
  expect(await auth.headers('operate.camunda.io')).toEqual({ authorization: 'Bearer handed-in' })
  expect(emulator.journal.entries).toEqual([])
  const late = await withToken(credentials, 'handed-in', Date.now() - 1)
  expect(await late.headers('operate.camunda.io')).not.toEqual({ authorization: 'Bearer handed-in' })
  expect(emulator.journal.count({ kind: 'token', status: 200 })).toBe(1)
})
