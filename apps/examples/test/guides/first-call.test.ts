import process from 'node:process'
import { expect, it } from 'vitest'
import { engineCommand } from '../../../../tools/engines/engines.ts'
import { startCamunda, variablesOf } from '../support/camunda.ts'
import { run } from '../support/run.ts'

const runtimes: [name: string, command: string | undefined, ...args: string[]][] = [
  ['Node', process.execPath],
  ['Deno', engineCommand('deno'), 'run', '--no-prompt', '--allow-env=CAMUNDA_*,ZEEBE_*', '--allow-net'],
  ['Bun', engineCommand('bun')],
]

it.for(runtimes)('the first call succeeds in %s', async ([name, command = '', ...args], { skip }) => {
  skip(!command, `${name} is not on this machine`)
  const camunda = await startCamunda()
  const env = { ...variablesOf(camunda, 'cluster'), NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' }
  const { code, stdout, stderr } = await run('guides/first-call.ts', [], env, { command: [command, ...args] })
  expect(code, stderr).toBe(0)
  expect(stdout).toMatch(/^\d+ active process instances\n(\d{16,} [\w-]+ \d{4}-\S+\n){5}$/)
  expect(camunda.emulator.journal.count({ kind: 'token' })).toBe(1)
})
