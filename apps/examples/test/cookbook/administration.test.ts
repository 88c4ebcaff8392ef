import { readdir } from 'node:fs/promises'
import { createOAuth } from '@x/auth'
import { connectOrganization } from '@x/camunda'
import { readOrganizationCredentials } from '@x/env'
import { expect, it } from 'vitest'
import { vault } from '../../src/cookbook/administration/vault.ts'
import { enter } from './support/kitchen.ts'

/** The organization, as a client independent of the recipe sees it. */
async function look() {
  const credentials = readOrganizationCredentials()
  const auth = createOAuth({ ...credentials, minTokenIntervalMs: 0 })
  const organization = connectOrganization(credentials, { auth })
  const [cluster] = await organization.console.clusters.list()
  return { ...organization, clusterId: cluster?.uuid ?? '' }
}

it('rotates a connector secret', async () => {
  const { cook, printed } = enter()
  const { console, clusterId } = await look()
  await console.secrets.create(clusterId, { secretName: 'MAIL_PASSWORD', secretValue: 'old' })
  await cook('administration/rotate-a-secret', clusterId, 'MAIL_PASSWORD', 'new')
  expect(printed).toEqual(['MAIL_PASSWORD was updated'])
  expect(await console.secrets.list(clusterId)).toMatchObject({ MAIL_PASSWORD: 'new' })
})

it('rotates an API client', async () => {
  const { cook } = enter()
  const { console, clusterId } = await look()
  const old = await console.clients.create(clusterId, { clientName: 'old', permissions: ['Zeebe'] })
  await cook('administration/rotate-an-api-client', clusterId, old.clientId)
  const ids = (await console.clients.list(clusterId)).map(({ clientId }) => clientId)
  expect(ids).not.toContain(old.clientId)
  const [[created = '', secret] = []] = vault
  expect(ids).toContain(created)
  expect(secret).not.toBe('')
})

it('backs up, and keeps three backups', async () => {
  const { cook, emulator } = enter()
  const { console, clusterId } = await look()
  for (let day = 0; day < 5; day++) {
    await console.backups.create(clusterId)
    emulator.clock.advance(3_600_000)
  }
  const before = await console.backups.list(clusterId)
  expect(before.map(({ status }) => status)).toEqual(Array(before.length).fill('Complete'))
  await cook('administration/back-up', clusterId)
  const after = await console.backups.list(clusterId)
  expect(after.map(({ status }) => status).sort()).toEqual(['Complete', 'Complete', 'Complete', 'In progress'])
  const latest = before.map(({ created }) => Date.parse(created)).sort((a, b) => b - a)
  const kept = after.filter(({ status }) => status === 'Complete').map(({ created }) => Date.parse(created))
  expect(kept.sort((a, b) => b - a)).toEqual(latest.slice(0, 3))
})

it('lists members', async () => {
  const { cook, printed } = enter()
  const { console } = await look()
  await console.members.setRoles('jane@example.com', { orgRoles: ['analyst', 'modeler'] })
  await cook('administration/members')
  expect(printed).toContainEqual(expect.stringMatching(/^.*;jane@example\.com;member analyst modeler;invited$/))
})

it('waits until a cluster is healthy', async () => {
  const { cook, printed, emulator } = enter()
  const { clusterId } = await look()
  emulator.controls.setClusterStatus(clusterId, 'Suspended')
  emulator.journal.subscribe(({ method }) => {
    if (method === 'PUT') emulator.clock.advance(3_600_000)
  })
  await cook('administration/wait-for-a-cluster', clusterId)
  expect(printed).toEqual(['Test Healthy'])
})

it('downloads a project of Web Modeler', async () => {
  const { cook, folder } = enter()
  const { modeler } = await look()
  const { items } = await modeler.files.search({ size: 1 })
  const projectId = items[0]?.projectId ?? ''
  const path = await folder({})
  await cook('administration/download-a-project', projectId)
  const { total } = await modeler.files.search({ filter: { projectId } })
  expect(await readdir(path)).toHaveLength(total)
})
