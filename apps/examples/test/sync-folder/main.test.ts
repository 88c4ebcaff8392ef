import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EmulatorServer } from '@x/emulator/node'
import { expect, it } from 'vitest'
import { startCamunda, variablesOf } from '../support/camunda.ts'
import { makeFolder } from '../support/folder.ts'
import { type Run, run } from '../support/run.ts'

/** Runs the job like CI, with the first project of the emulator. */
function sync(server: EmulatorServer, args: string[], variables: Record<string, string> = {}): Promise<Run> {
  const env = { ...variablesOf(server, 'organization'), ...variables }
  return run('sync-folder/main.ts', ['--project', 'Order to cash', ...args], env)
}

it('syncs with one token per run, and writes the summary of the run', async () => {
  const server = await startCamunda({ rateLimit: false })
  const { journal } = server.emulator
  const folder = await makeFolder({ 'New|<b>.bpmn': '<a/>', 'Payments/In%2Fout/Rules.dmn': '<b/>\n<c/>' })
  const summary = join(folder, 'summary.md')
  const github = { GITHUB_ACTIONS: 'true', GITHUB_SHA: '0123456789abcdef', GITHUB_STEP_SUMMARY: summary }

  const dry = await sync(server, ['--folder', folder, '--dry-run'], github)
  expect(dry).toMatchObject({ code: 0, stderr: '' })
  expect(dry.stdout).toContain('Order to cash: 2 to create, 3 only in Web Modeler')
  expect(dry.stdout).toMatch(/\+ Payments\/In\\\/out\/Rules\.dmn +2 lines/)
  expect(await readFile(summary, 'utf8')).toContain('| + | <code>New&#124;&#60;b&#62;.bpmn</code> | 1 line |')
  const changes = () => journal.entries.filter(({ method, path }) => method !== 'GET' && !/search$|token$/.test(path))
  expect(changes()).toEqual([])
  expect(journal.count({ kind: 'token' })).toBe(1)

  const first = await sync(server, ['--folder', folder], github)
  expect(first).toMatchObject({ code: 0, stderr: '' })
  expect(first.stdout).toContain('Order to cash: 2 created, 3 only in Web Modeler')
  expect(changes().map(({ path }) => path.split('/').at(-1))).toEqual(['files', 'files', 'versions', 'versions'])
  expect(journal.count({ kind: 'token' })).toBe(2)

  journal.clear()
  const second = await sync(server, ['--folder', folder, '--version-name', 'Release 2'])
  expect(second).toMatchObject({ code: 0, stderr: '' })
  expect(second.stdout).toContain('2 unchanged')
  expect(changes()).toEqual([])
  expect(journal.count({ kind: 'token' })).toBe(1)
})

it('exits with 1 if a file failed, and says why', async () => {
  const server = await startCamunda()
  const { clientId } = server.emulator.credentials('organization')
  server.emulator.controls.setPermissions(clientId, ['WebModeler:get'])
  const folder = await makeFolder({ 'New.bpmn': '<a/>' })
  const { code, stdout, stderr } = await sync(server, ['--folder', folder], { GITHUB_ACTIONS: 'true' })
  expect(code).toBe(1)
  expect(stdout).toContain('1 failed')
  expect(stdout).toMatch(/New\.bpmn: .*403.*Operation not allowed/)
  expect(stderr).toBe('::error title=Web Modeler::1 file not synced, see the log\n')
})

it('exits with 2 and one message if it cannot start', async () => {
  const server = await startCamunda()
  const folder = await makeFolder({ 'New.bpmn': '<a/>' })
  const failing = async (args: string[], env: Record<string, string>) => {
    const { code, stdout, stderr } = await run('sync-folder/main.ts', args, env)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).not.toMatch(/\n\s+at /)
    return stderr
  }
  const env = variablesOf(server, 'organization')
  const args = ['--project', 'Order to cash', '--folder', folder]
  expect(await failing(args, {})).toContain('CAMUNDA_CONSOLE_CLIENT_ID is not set')
  expect(await failing(args, variablesOf(server, 'cluster'))).toContain('CAMUNDA_CONSOLE_CLIENT_ID')
  const { CAMUNDA_MODELER_BASE_URL: _, CAMUNDA_CONSOLE_BASE_URL: __, ...selfManaged } = env
  expect(await failing(args, selfManaged)).toContain('CAMUNDA_MODELER_BASE_URL is not set')
  expect(await failing(['--folder', folder], env)).toContain('--project is missing')
  expect(await failing([...args, '--delte'], env)).toContain('--delte')
  expect(server.emulator.journal.entries).toEqual([])

  const wrong = { ...env, CAMUNDA_CONSOLE_CLIENT_SECRET: 'not-the-secret' }
  expect(await failing(args, { ...wrong, GITHUB_ACTIONS: 'true' })).toMatch(/^::error title=Web Modeler::[^\n]*\n$/)
  expect(server.emulator.journal.count({ kind: 'token', status: 401 })).toBe(1)
  expect(server.emulator.journal.count()).toBe(1)
})

it('shows its options', async () => {
  const { code, stdout } = await run('sync-folder/main.ts', ['--help'], {})
  expect(code).toBe(0)
  expect(stdout).toContain('--dry-run')
})
