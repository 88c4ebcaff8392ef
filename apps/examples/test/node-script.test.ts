import { expect, it } from 'vitest'
import { startCamunda, variablesOf } from './support/camunda.ts'
import { run } from './support/run.ts'

it('starts, waits and lists with one token', async () => {
  const server = await startCamunda()
  const { code, stdout, stderr } = await run('node-script.ts', [], variablesOf(server, 'cluster'))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^process instance \d{16,} is [A-Z]+\n/)
  expect(stdout).toMatch(/^\d{16,} \w/m)
  expect(stdout).toMatch(/ is \d+ characters of BPMN\n\d+ calls, 1 token request\n$/)
  expect(server.emulator.journal.count({ kind: 'token' })).toBe(1)
  expect(server.emulator.journal.count({ kind: 'orchestration', status: 200 })).toBeGreaterThan(2)
})

it('reports what is missing', async () => {
  const { code, stderr } = await run('node-script.ts', [], {})
  expect(code).not.toBe(0)
  expect(stderr).toContain('CAMUNDA_CLIENT_ID is not set')
})
