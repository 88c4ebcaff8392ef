import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { engineCommand } from '../../../tools/engines/engines.ts'
import { startCamunda, variablesOf } from './support/camunda.ts'
import { makeFolder } from './support/folder.ts'
import { run } from './support/run.ts'

it('copies all diagrams with one token, and later only new ones', async ({ skip }) => {
  const bun = engineCommand('bun')
  skip(!bun, 'Bun is not on this machine')
  const camunda = await startCamunda()
  const cwd = await makeFolder({})
  const copy = () => run('bun-script.ts', ['copy'], variablesOf(camunda, 'cluster'), { command: [bun ?? ''], cwd })

  const first = await copy()
  const files = await readdir(join(cwd, 'copy'))
  expect(files.length).toBeGreaterThan(3)
  const stdout = `${files.length} diagrams written to copy, with 1 token request\n`
  expect(first).toEqual({ code: 0, stdout, stderr: '' })
  for (const file of files) {
    expect(file).toMatch(/^[\w-]+\.v\d+\.bpmn$/)
    const id = file.split('.')[0]
    expect(await readFile(join(cwd, 'copy', file), 'utf8')).toMatch(new RegExp(`<bpmn:process id="${id}"`))
  }
  expect(camunda.emulator.journal.count({ kind: 'token' })).toBe(1)

  await rm(join(cwd, 'copy', files[0] ?? ''))
  camunda.emulator.clock.advance(2000)
  expect((await copy()).stdout).toMatch(/^1 diagrams written/)
  expect((await readdir(join(cwd, 'copy'))).sort()).toEqual([...files].sort())
})
