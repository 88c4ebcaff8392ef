import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startCamunda } from './support/camunda.ts'
import { makeFolder } from './support/folder.ts'
import { run } from './support/run.ts'

const report = async (text: string) =>
  run('environment-report.ts', [join(await makeFolder({ 'a.env': text }), 'a.env')], {})

it.each(['cluster', 'organization', 'both'] as const)(
  'reports what the file of %s works for, and no secret',
  async (kind) => {
    const { emulator, url } = await startCamunda()
    const { code, stdout, stderr } = await report(emulator.credentialsFile(kind))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const client of ['cluster', 'organization'] as const) {
      const { clientId, clientSecret } = emulator.credentials(client)
      expect(stdout.includes(clientId)).toBe(kind === client || kind === 'both')
      expect(stdout).not.toContain(clientSecret)
    }
    expect(stdout.includes(`Operate      ${url}/operate`)).toBe(kind !== 'organization')
    expect(stdout.includes(`Web Modeler  ${url}/modeler`)).toBe(kind !== 'cluster')
    // Reading a file needs no network.
    expect(emulator.journal.entries).toEqual([])
  },
)

it('reports all problems of a file together', async () => {
  const { code, stdout, stderr } = await report(`export ZEEBE_CLIENT_ID='id'\nCAMUNDA_CLUSTER_REGION='bru 2'\n`)
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/CLIENT_SECRET is not set/)
  expect(stderr).toMatch(/CAMUNDA_CLUSTER_REGION/)
  expect((await report('<!doctype html><title>Sign in</title>')).code).toBe(1)
})
