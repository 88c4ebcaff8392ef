import { describe, expect, it } from 'vitest'
import { hasPeers } from '../install-peers.ts'
import { useSdk } from './drive.ts'

const bpmn = (text: string) => `<?xml version="1.0"?><!-- ${text} -->`

describe.runIf(hasPeers())('ModelerApiClient of @camunda8/sdk drives the emulator', () => {
  const sdk = useSdk({
    product: 'modeler',
    client: ['Modeler', 'ModelerApiClient'],
    hidden: ['getHeaders', 'decodeResponseOrThrow'],
    settings: (emulator) => ({
      CAMUNDA_MODELER_BASE_URL: `${emulator.url('modeler')}/api`,
      CAMUNDA_MODELER_OAUTH_AUDIENCE: 'api.cloud.camunda.io',
    }),
  })
  let projectId: string
  let folderId: string
  let fileId: string
  const requests = () => sdk.requests().map((line) => line.replace('/api/v1', ''))

  it('info', async () => {
    expect(await sdk.client.getInfo()).toMatchObject({ createPermission: true, readPermission: true })
    expect(requests()).toEqual(['GET /info 200'])
  })

  it('projects', async () => {
    projectId = (await sdk.client.createProject('Made by the SDK')).id
    expect(await sdk.client.renameProject(projectId, 'Renamed')).toMatchObject({ id: projectId, name: 'Renamed' })
    expect(await sdk.client.getProject(projectId)).toMatchObject({
      metadata: { name: 'Renamed' },
      content: { files: [] },
    })
    const found = await sdk.client.searchProjects({ filter: { name: 'Renamed' } })
    expect(found).toMatchObject({ total: 1, items: [{ id: projectId }] })
    expect(requests()).toEqual([
      'POST /projects 200',
      `PATCH /projects/${projectId} 200`,
      `GET /projects/${projectId} 200`,
      'POST /projects/search 200',
    ])
  })

  it('collaborators', async () => {
    await sdk.client.addCollaborator({ email: 'ada@example.com', projectId, role: 'editor' })
    const found = await sdk.client.searchCollaborators({ filter: { projectId } })
    expect(found).toMatchObject({ total: 1, items: [{ email: 'ada@example.com', role: 'editor', projectId }] })
    await sdk.client.deleteCollaborator({ email: 'ada@example.com', projectId })
    expect(await sdk.client.searchCollaborators({ filter: { projectId } })).toEqual({ total: 0, items: [] })
    expect(requests()).toEqual([
      'PUT /collaborators 204',
      'POST /collaborators/search 200',
      `DELETE /projects/${projectId}/collaborators/ada@example.com 204`,
      'POST /collaborators/search 200',
    ])
  })

  it('folders', async () => {
    const outer = await sdk.client.createFolder({ name: 'Outer', projectId })
    const inner = await sdk.client.createFolder({ name: 'Inner', projectId, parentId: outer.id })
    folderId = inner.id
    expect((await sdk.client.getFolder(outer.id)).content.folders).toMatchObject([{ id: folderId }])
    const moved = await sdk.client.updateFolder(folderId, { name: 'Moved', projectId, parentId: null })
    expect(moved).toMatchObject({ id: folderId, name: 'Moved', projectId })
    expect(await sdk.client.deleteFolder(outer.id)).toBeNull()
    await expect(sdk.client.getFolder(outer.id)).rejects.toMatchObject({ statusCode: 404 })
    expect((await sdk.client.getFolder(folderId)).metadata.name).toBe('Moved')
    expect(requests()).toEqual([
      'POST /folders 200',
      'POST /folders 200',
      `GET /folders/${outer.id} 200`,
      `PATCH /folders/${folderId} 200`,
      `DELETE /folders/${outer.id} 204`,
      `GET /folders/${outer.id} 404`,
      `GET /folders/${folderId} 200`,
    ])
  })

  it('files', async () => {
    const file = await sdk.client.createFile({
      name: 'Order',
      fileType: 'bpmn',
      content: bpmn('first'),
      projectId,
      folderId,
    })
    fileId = file.id
    const update = { name: 'Order', content: bpmn('second'), revision: file.revision, projectId, folderId }
    expect((await sdk.client.updateFile(fileId, update)).revision).toBe(file.revision + 1)
    await expect(sdk.client.updateFile(fileId, update)).rejects.toMatchObject({ statusCode: 409 })
    expect(await sdk.client.getFile(fileId)).toMatchObject({
      content: bpmn('second'),
      metadata: { simplePath: 'Moved/Order' },
    })
    const found = await sdk.client.searchFiles({
      filter: { projectId },
      sort: [{ field: 'name', direction: 'ASC' }],
      size: 50,
    })
    expect(found).toMatchObject({ total: 1, items: [{ id: fileId, folderId }] })
    expect(requests()).toEqual([
      'POST /files 200',
      `PATCH /files/${fileId} 200`,
      `PATCH /files/${fileId} 409`,
      `GET /files/${fileId} 200`,
      'POST /files/search 200',
    ])
  })

  it('milestones', async () => {
    const first = await sdk.client.createMilestone({ name: 'One', fileId })
    const second = await sdk.client.createMilestone({ name: 'Two', fileId })
    expect(await sdk.client.getMilestone(first.id)).toMatchObject({
      metadata: { name: 'One' },
      content: bpmn('second'),
    })
    expect((await sdk.client.searchMilestones({ filter: { fileId } })).total).toBe(2)
    // It returns the text of the response.
    const comparison = JSON.parse(await sdk.client.getMilestoneComparison(first.id, second.id))
    expect(comparison.url).toContain(`${first.id}...${second.id}`)
    expect(await sdk.client.deleteMilestone(first.id)).toBeNull()
    expect((await sdk.client.searchMilestones({ filter: { fileId } })).items).toMatchObject([{ id: second.id }])
    expect(requests()).toEqual([
      'POST /milestones 200',
      'POST /milestones 200',
      `GET /milestones/${first.id} 200`,
      'POST /milestones/search 200',
      `GET /milestones/compare/${first.id}...${second.id} 200`,
      `DELETE /milestones/${first.id} 204`,
      'POST /milestones/search 200',
    ])
  })

  it('versions', async () => {
    const first = await sdk.client.createVersion({ name: 'One', fileId, description: 'before' })
    const second = await sdk.client.createVersion({ fileId })
    expect(second.name).not.toBe('')
    expect(await sdk.client.getVersion(first.id)).toMatchObject({
      metadata: { description: 'before' },
      content: bpmn('second'),
    })
    expect(await sdk.client.updateVersion(first.id, { organizationPublic: true })).toMatchObject({
      organizationPublic: true,
    })
    expect((await sdk.client.compareVersions(first.id, second.id)).url).toContain(`${first.id}...${second.id}`)
    const { revision } = (await sdk.client.getFile(fileId)).metadata
    await sdk.client.updateFile(fileId, { revision, content: bpmn('third') })
    expect(await sdk.client.restoreVersion(first.id, { version: 1 })).toMatchObject({ fileId })
    expect((await sdk.client.getFile(fileId)).content).toBe(bpmn('second'))
    expect(await sdk.client.deleteVersion(second.id)).toBeNull()
    const found = await sdk.client.searchVersions({ filter: { fileId, description: 'before', name: 'One' } })
    expect(found.items).toMatchObject([{ id: first.id }])
    expect(requests()).toEqual([
      'POST /versions 200',
      'POST /versions 200',
      `GET /versions/${first.id} 200`,
      `PATCH /versions/${first.id} 200`,
      `GET /versions/compare/${first.id}...${second.id} 200`,
      `GET /files/${fileId} 200`,
      `PATCH /files/${fileId} 200`,
      `POST /versions/${first.id}/restore 200`,
      `GET /files/${fileId} 200`,
      `DELETE /versions/${second.id} 204`,
      'POST /versions/search 200',
    ])
  })

  it('deletion, innermost items first', async () => {
    expect(await sdk.client.deleteFile(fileId)).toBeNull()
    expect((await sdk.client.searchVersions({ filter: { fileId } })).total).toBe(0)
    expect(await sdk.client.deleteProject(projectId)).toEqual({})
    await expect(sdk.client.getProject(projectId)).rejects.toMatchObject({ statusCode: 404 })
    expect(requests()).toEqual([
      `DELETE /files/${fileId} 204`,
      'POST /versions/search 200',
      `DELETE /projects/${projectId} 204`,
      `GET /projects/${projectId} 404`,
    ])
  })

  it('every method, with one token', () => {
    expect(sdk.notCalled()).toEqual([])
    expect(sdk.emulator.journal.count({ kind: 'token' })).toBe(1)
    expect(sdk.emulator.journal.count({ kind: 'unknown' })).toBe(0)
  })
})
