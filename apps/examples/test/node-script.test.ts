import { expect, it } from 'vitest'
import { startCamunda, variablesOf } from './support/camunda.ts'
import { run } from './support/run.ts'

it('runs the example of the README with one token', async () => {
  const server = await startCamunda()
  const { code, stdout, stderr } = await run('node-script.ts', [], variablesOf(server, 'cluster'))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^\d+ active process instances, \d+ on the first page\n/)
  // A key beyond 2^53, every digit of it.
  expect(stdout).toMatch(/^\d{17,} \w/m)
  expect(stdout).toMatch(/ is \d+ characters of BPMN\n\d+ calls, 1 token request\n$/)
  expect(server.emulator.journal.count({ kind: 'token' })).toBe(1)
  expect(server.emulator.journal.count({ kind: 'operate', status: 200 })).toBeGreaterThan(2)
})

it('says what is missing', async () => {
  const { code, stderr } = await run('node-script.ts', [], {})
  expect(code).not.toBe(0)
  expect(stderr).toContain('CAMUNDA_CLIENT_ID is not set')
})
