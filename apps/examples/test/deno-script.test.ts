import { readFile, realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { engineCommand } from '../../../tools/engines/engines.ts'
import { startCamunda, variablesOf } from './support/camunda.ts'
import { makeFolder } from './support/folder.ts'
import { run, source } from './support/run.ts'

const deno = engineCommand('deno')
const quiet = { NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' }

it('runs with the permissions of its first line, requests no others, and stores the token for the next run', async ({
  skip,
}) => {
  skip(!deno, 'Deno is not on this machine')
  const camunda = await startCamunda()
  const cwd = await realpath(await makeFolder({}))
  const [firstLine = ''] = (await readFile(source('deno-script.ts'), 'utf8')).split('\n')
  const flags = firstLine.split(' ').slice(4)
  expect(flags).toEqual(['--allow-net', '--allow-env', '--allow-read=.tokens', '--allow-write=.tokens'])
  const variables = { ...variablesOf(camunda, 'cluster'), ...quiet }
  const asked: { readonly permission: string; readonly value: string }[] = []
  async function check(allowed: string) {
    // Deno records every permission that is requested, whether it is granted or not.
    const audit = join(cwd, `${allowed}.jsonl`)
    const env = { ...variables, DENO_AUDIT_PERMISSIONS: audit }
    const result = await run('deno-script.ts', [allowed], env, {
      command: [deno ?? '', 'run', '--no-prompt', ...flags],
      cwd,
    })
    const lines = (await readFile(audit, 'utf8')).split('\n').filter((line) => line !== '')
    asked.push(...lines.map((line) => JSON.parse(line)))
    return result
  }

  const first = await check('0')
  expect(first.stdout, first.stderr).toMatch(/^\d+ [A-Z_]+, for example: \w/)
  expect(first.code).toBe(1)
  expect(await check('1000')).toMatchObject({ code: 0, stdout: first.stdout })
  expect((await check('many')).stderr).toContain('must be a number of incidents')
  expect(camunda.emulator.journal.count({ kind: 'token' })).toBe(1)
  expect((await stat(join(cwd, '.tokens'))).isDirectory()).toBe(true)

  expect(new Set(asked.map(({ permission }) => permission))).toEqual(new Set(['env', 'net', 'read', 'write']))
  const files = asked.filter(({ permission }) => permission === 'read' || permission === 'write')
  const tokens = join(cwd, '.tokens')
  expect(files.filter(({ value }) => !`${resolve(cwd, value)}/`.startsWith(`${tokens}/`))).toEqual([])
  const hosts = asked.filter(({ permission }) => permission === 'net').map(({ value }) => new URL(value).origin)
  expect(new Set(hosts)).toEqual(new Set([camunda.url]))
})
