import { expect, it } from 'vitest'
import { startCamunda, variablesOf } from './support/camunda.ts'
import { run } from './support/run.ts'

it('starts a process instance and lists all incidents, as the README shows, with one token', async () => {
  const server = await startCamunda()
  const { code, stdout, stderr } = await run('front-page.ts', [], variablesOf(server, 'cluster'))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^\d{16,} \w/m)
  expect(server.emulator.journal.count({ kind: 'token' })).toBe(1)
})
