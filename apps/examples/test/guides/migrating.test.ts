import { join } from 'node:path'
import { createConsoleClient } from '@x/console'
import { createModelerClient } from '@x/modeler'
import { createOperateClient } from '@x/operate'
import { expect, it } from 'vitest'
import { startCamunda, variablesOf } from '../support/camunda.ts'
import { makeFolder } from '../support/folder.ts'
import { codeIn, readGuide, tableBelow } from '../support/guide.ts'
import { run } from '../support/run.ts'

it('the migrated script runs twice with one token', async () => {
  const camunda = await startCamunda()
  const env = { ...variablesOf(camunda, 'cluster'), TOKEN_DIRECTORY: join(await makeFolder({}), 'tokens') }
  for (const requests of [1, 0]) {
    const { code, stdout, stderr } = await run('guides/migrated-script.ts', [], env)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(new RegExp(`^\\d{16,} true ${requests}\\n$`))
  }
})

const auth = { headers: async () => ({}) }
const baseUrl = 'http://localhost'

it.each([
  ['Operate', createOperateClient({ auth, baseUrl })],
  ['Web Modeler', createModelerClient({ auth, baseUrl })],
  ['Console', createConsoleClient({ auth, baseUrl })],
] as const)('the new names of %s are names of methods', async (heading, client) => {
  const rows = tableBelow(await readGuide('migrating'), heading)
  const named = rows.flatMap(([, now = '']) => codeIn(now)).flatMap((code) => /^(\w+)\.(\w+)\(/.exec(code) ?? [])
  const resources = client as unknown as Record<string, Record<string, unknown>>
  const missing = named.filter(
    (_, index) => index % 3 === 0 && !resources[named[index + 1] ?? '']?.[named[index + 2] ?? ''],
  )
  expect(missing).toEqual([])
  expect(named.length).toBeGreaterThan(30)
})
