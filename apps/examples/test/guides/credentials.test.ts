import { join } from 'node:path'
import { type CredentialsError, parseCredentials, readCredentials } from '@x/env'
import { describe, expect, it } from 'vitest'
import { ALL_NAMES } from '../../../../packages/env/src/variable-names.ts'
import { openFile, problemsOf } from '../../src/guides/read-credentials-file.ts'
import { startCamunda } from '../support/camunda.ts'
import { makeFolder } from '../support/folder.ts'
import { codeIn, readGuide, tableBelow } from '../support/guide.ts'

const thrown = (read: () => unknown): unknown => {
  try {
    read()
  } catch (error) {
    return error
  }
  throw new Error('nothing was wrong')
}

describe('the downloaded file', () => {
  it.each([
    ['cluster', ['operate']],
    ['organization', ['modeler']],
    ['both', ['operate', 'modeler']],
  ] as const)('of %s opens %s', async (kind, opened) => {
    const { emulator } = await startCamunda()
    const folder = await makeFolder({ 'camunda.env': emulator.credentialsFile(kind) })
    const { operate, modeler } = await openFile(join(folder, 'camunda.env'))
    expect(Object.entries({ operate, modeler }).flatMap(([name, client]) => (client ? [name] : []))).toEqual(opened)
    await operate?.processDefinitions.search()
    await modeler?.info.get()
    expect(emulator.journal.count({ status: 200 })).toBe(2 * opened.length)
  })
})

describe('the guide', () => {
  const withClient = (more: Record<string, string>) =>
    readCredentials({ CAMUNDA_CLIENT_ID: 'id', CAMUNDA_CLIENT_SECRET: 'marker', ...more })
  const wrong = [
    () => readCredentials({ CAMUNDA_CLIENT_ID: 'id' }),
    () => readCredentials({ CAMUNDA_CONSOLE_CLIENT_ID: 'id' }),
    () => withClient({ CAMUNDA_CLUSTER_REGION: 'bru 2' }),
    () => withClient({ CAMUNDA_OAUTH_URL: 'http://login.example.com/token' }),
    () => withClient({ CAMUNDA_OPERATE_BASE_URL: 'http://localhost:8080' }),
    () => readCredentials({ CAMUNDA_AUTH_STRATEGY: 'BASIC' }),
    () => parseCredentials('%PDF-1.7'),
  ]

  it('quotes the real messages', async () => {
    const rows = tableBelow(await readGuide('credentials'), 'When something is missing')
    const quoted = rows.map(([, message = '']) => codeIn(message)[0])
    expect(quoted).toEqual(wrong.flatMap((read) => problemsOf(thrown(read))))
    const codes = rows.map(([, , code = '']) => codeIn(code)[0])
    expect(codes).toEqual(wrong.map((read) => (thrown(read) as CredentialsError).code))
  })

  it('lists exactly the names that are read', async () => {
    const rows = tableBelow(await readGuide('credentials'), 'The variables')
    const names = rows.flatMap(([, names = '']) => codeIn(names))
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([])
    expect(names.sort()).toEqual(ALL_NAMES.filter((name) => name.startsWith('CAMUNDA_')).sort())
  })

  it('a problem with something else is not hidden', () => {
    expect(() => problemsOf(new TypeError('else'))).toThrow('else')
    expect(problemsOf(thrown(() => withClient({ CAMUNDA_OAUTH_URL: 'x' }))).join()).not.toContain('marker')
  })
})
