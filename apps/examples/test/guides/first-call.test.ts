import { expect, it } from 'vitest'
import { startCamunda, variablesOf } from '../support/camunda.ts'
import { run } from '../support/run.ts'

it('the first call is answered', async () => {
  const camunda = await startCamunda()
  const { code, stdout, stderr } = await run('guides/first-call.ts', [], variablesOf(camunda, 'cluster'))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^\d+ active process instances\n(\d{16,} [\w-]+ \d{4}-\S+\n){5}$/)
  expect(camunda.emulator.journal.count({ kind: 'token' })).toBe(1)
})
