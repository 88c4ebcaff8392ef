import { createModelerClient, type ModelerClient, modelerApi } from '@x/modeler'
import { operations } from '@x/modeler/operations'
import { beforeAll, describe, expect, it } from 'vitest'
import { recordWalk, signIn, useEmulator } from '../emulated.ts'
import { usePrism } from '../prism.ts'
import { hasSpec, joinSpecs, readSpec } from '../specs.ts'

const [published, additions] = ['web-modeler-v1-openapi.json', 'web-modeler-v1-additions-openapi.yaml'] as const
const bpmn = (text: string) => `<?xml version="1.0"?><!-- ${text} -->`

describe.runIf(hasSpec(published) && hasSpec(additions))(
  'the emulated Web Modeler answers as its OpenAPI files say',
  () => {
    const camunda = useEmulator({ modeler: { requestsPerMinute: false } })
    const spec = () => joinSpecs(readSpec(published), readSpec(additions))
    const prism = usePrism(spec, () => camunda.emulator.url('modeler'))
    const walk = recordWalk()
    let client: ModelerClient
    let projectId: string
    let folderId: string
    let fileId: string

    beforeAll(() => {
      const auth = signIn(camunda.emulator, 'organization')
      const { fetch, url: baseUrl } = prism
      // Set explicitly, because the address is not that of SaaS, and Self-Managed has no audience.
      const { audience } = modelerApi
      client = createModelerClient({
        baseUrl,
        audience,
        fetch,
        auth,
        retry: false,
        validate: 'strict',
        onEvent: walk.onEvent,
      })
    })

    it('info', async () => {
      expect(await client.info.get()).toMatchObject({ createPermission: true, deletePermission: true })
    })

    it('projects', async () => {
      const { id } = await client.projects.create({ name: 'Made by a test' })
      projectId = id
      expect(await client.projects.update(projectId, { name: 'Renamed' })).toMatchObject({ id, name: 'Renamed' })
      expect((await client.projects.get(projectId)).content).toMatchObject({ files: [], folders: [] })
      const found = await client.projects.search({
        filter: { name: 'Renamed' },
        sort: [{ field: 'created', direction: 'DESC' }],
      })
      expect(found).toMatchObject({ total: 1, items: [{ id }] })
      const all = await Array.fromAsync(client.projects.searchAll({ size: 1 }))
      expect(all.map(({ name }) => name)).toEqual(['Order to cash', 'Finance', 'Renamed'])
      await expect(client.projects.get(crypto.randomUUID())).rejects.toMatchObject({ status: 404 })
    })

    it('collaborators', async () => {
      await client.collaborators.set({ email: 'ada@example.com', projectId, role: 'editor' })
      await client.collaborators.set({ email: 'ada@example.com', projectId, role: 'viewer' })
      const { items } = await client.collaborators.search({ filter: { projectId } })
      expect(items).toMatchObject([{ email: 'ada@example.com', role: 'viewer' }])
      await expect(
        client.collaborators.set({ email: 'stranger@example.com', projectId, role: 'editor' }),
      ).rejects.toMatchObject({ name: 'ApiError' })
      await client.collaborators.delete(projectId, 'ada@example.com')
      expect((await client.collaborators.search({ filter: { projectId } })).total).toBe(0)
    })

    it('folders', async () => {
      const outer = await client.folders.create({ name: 'Outer', projectId })
      const inner = await client.folders.create({ name: 'In/out', parentId: outer.id })
      folderId = inner.id
      expect(inner).toMatchObject({ projectId, parentId: outer.id })
      expect((await client.folders.get(outer.id)).content.folders).toMatchObject([{ id: inner.id }])
      expect(await client.folders.update(inner.id, { name: 'Moved', projectId })).not.toHaveProperty('parentId')
      await client.folders.delete(outer.id)
      await expect(client.folders.get(outer.id)).rejects.toMatchObject({ status: 404 })
    })

    it('files', async () => {
      const file = await client.files.create({ name: 'Order', fileType: 'bpmn', content: bpmn('first'), folderId })
      fileId = file.id
      expect(file).toMatchObject({ folderId, projectId, type: 'bpmn', simplePath: 'Moved/Order' })
      const changed = await client.files.update(fileId, { revision: file.revision, content: bpmn('second') })
      expect(changed.revision).toBeGreaterThan(file.revision ?? 0)
      await expect(
        client.files.update(fileId, { revision: file.revision as number, content: bpmn('late') }),
      ).rejects.toMatchObject({ name: 'ConflictError', status: 409 })
      expect((await client.files.get(fileId)).content).toBe(bpmn('second'))
      const found = await client.files.search({
        filter: { projectId, type: 'bpmn', created: '>=2020-01-01T00:00:00Z' },
        size: 50,
      })
      expect(found.items.map(({ id }) => id)).toEqual([fileId])
    })

    it('milestones', async () => {
      const [first, second] = [
        await client.milestones.create({ name: 'One', fileId }),
        await client.milestones.create({ name: 'Two', fileId }),
      ]
      expect(await client.milestones.update(first.id, { name: 'First' })).toMatchObject({ id: first.id, name: 'First' })
      expect(await client.milestones.get(first.id)).toMatchObject({ content: bpmn('second') })
      expect((await client.milestones.search({ filter: { fileId } })).total).toBe(2)
      expect((await client.milestones.compare(first.id, second.id)).url).toContain(`${first.id}...${second.id}`)
      await client.files.edit(fileId, () => ({ content: bpmn('third') }))
      await client.milestones.restore(first.id)
      expect((await client.files.get(fileId)).content).toBe(bpmn('second'))
      await client.milestones.delete(second.id)
      await expect(client.milestones.get(second.id)).rejects.toMatchObject({ status: 404 })
    })

    it('versions', async () => {
      const first = await client.versions.create({ fileId, description: 'before', organizationPublic: false })
      const second = await client.versions.create({ fileId, name: 'Second' })
      expect(await client.versions.update(first.id, { organizationPublic: true })).toMatchObject({
        organizationPublic: true,
      })
      expect(await client.versions.get(first.id)).toMatchObject({ content: bpmn('second') })
      const found = await client.versions.search({ filter: { fileId, name: 'Second' } })
      expect(found.items.map(({ id }) => id)).toEqual([second.id])
      expect((await client.versions.compare(first.id, second.id)).url).toContain(`${first.id}...${second.id}`)
      await client.files.edit(fileId, () => ({ content: bpmn('fourth') }))
      await client.versions.restore(first.id)
      expect((await client.files.get(fileId)).content).toBe(bpmn('second'))
      await client.versions.delete(second.id)
      await expect(client.versions.get(second.id)).rejects.toMatchObject({ status: 404 })
    })

    it('process applications', async () => {
      const { id } = await client.processApplications.create({ name: 'Loans', projectId })
      expect(await client.processApplications.update(id, { name: 'Credit' })).toMatchObject({ id, name: 'Credit' })
      expect((await client.processApplications.get(id)).metadata).toMatchObject({ id, projectId })
      await client.processApplications.delete(id)
      await expect(client.processApplications.get(id)).rejects.toMatchObject({ status: 404 })
    })

    it('deletion, innermost items first', async () => {
      await client.files.delete(fileId)
      expect((await client.milestones.search({ filter: { fileId } })).total).toBe(0)
      await client.folders.delete(folderId)
      await client.projects.delete(projectId)
      await expect(client.projects.get(projectId)).rejects.toMatchObject({ status: 404 })
    })

    it('rejects callers without the permission, and invalid requests', async () => {
      await expect(client.projects.update(crypto.randomUUID(), { name: 'x' })).rejects.toMatchObject({ status: 404 })
      const { items } = await client.files.search({ size: 1 })
      const { clientId } = camunda.emulator.credentials('organization')
      camunda.emulator.controls.setPermissions(clientId, ['WebModeler:get'])
      const change = { revision: items[0]?.revision as number, name: 'x' }
      await expect(client.files.update(items[0]?.id as string, change)).rejects.toMatchObject({ status: 403 })
    })

    it('received every operation', () => {
      expect(operations.filter(({ id }) => !walk.operations.has(id)).map(({ id }) => id)).toEqual([])
    })
  },
)
