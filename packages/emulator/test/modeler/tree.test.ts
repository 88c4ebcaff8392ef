import { describe, expect, it } from 'vitest'
import { BPMN, createHarness, createProject, NOBODY } from './harness.ts'

const pathOf = (file: { canonicalPath: { name: string }[] }): string[] => file.canonicalPath.map(({ name }) => name)

describe('creating files and folders', () => {
  it('requires a folder, a project, or both if they are consistent', async () => {
    const { ok, send, ...rest } = createHarness()
    const { project, folder } = await createProject({ ok, send, ...rest })
    const other = await createProject({ ok, send, ...rest }, 'Other')
    for (const [resource, member, extra] of [
      ['files', 'folderId', { fileType: 'form', content: '{}' }],
      ['folders', 'parentId', {}],
    ] as const) {
      const create = (ids: object) => send('POST', `/${resource}`, { name: 'New', ...extra, ...ids })
      const inFolder = await create({ [member]: folder.id })
      expect(inFolder.body).toMatchObject({ projectId: project.id, [member]: folder.id })
      const atRoot = await create({ projectId: project.id, [member]: null })
      expect(atRoot.body.projectId).toBe(project.id)
      expect(atRoot.body).not.toHaveProperty(member)
      expect((await create({ projectId: project.id, [member]: folder.id })).body).toMatchObject({ [member]: folder.id })

      expect((await create({ projectId: other.project.id, [member]: folder.id })).status).toBe(400)
      expect((await create({})).status).toBe(400)
      expect((await create({ projectId: NOBODY })).status).toBe(404)
      expect((await create({ [member]: NOBODY })).status).toBe(404)
    }
  })

  it('escapes slashes in simplePath and lists the folders in canonicalPath', async () => {
    const harness = createHarness()
    const { folder } = await createProject(harness)
    const inner = await harness.ok('POST', '/folders', { name: 'In/out', parentId: folder.id })
    const file = await harness.ok('POST', '/files', { name: 'a/b', fileType: 'bpmn', content: '', folderId: inner.id })
    expect(file.simplePath).toBe('Folder/In\\/out/a\\/b')
    expect(file.canonicalPath).toEqual([
      { id: folder.id, name: 'Folder' },
      { id: inner.id, name: 'In/out' },
    ])
  })

  it('accepts equal names', async () => {
    const harness = createHarness()
    const { file, folder } = await createProject(harness)
    const twin = await harness.ok('POST', '/files', {
      name: 'File',
      fileType: 'bpmn',
      content: '',
      folderId: folder.id,
    })
    expect(twin.id).not.toBe(file.id)
    expect(twin.simplePath).toBe(file.simplePath)
  })
})

describe('the content of projects and folders', () => {
  it('a folder lists its own level, a project everything', async () => {
    const harness = createHarness()
    const { project, folder, file } = await createProject(harness)
    const inner = await harness.ok('POST', '/folders', { name: 'Inner', parentId: folder.id })
    const deep = await harness.ok('POST', '/files', { name: 'Deep', fileType: 'dmn', content: '', folderId: inner.id })

    const { metadata, content } = await harness.ok('GET', `/folders/${folder.id}`)
    expect(metadata).toEqual(folder)
    expect(content).toEqual({ folders: [inner], files: [file] })

    const listed = await harness.ok('GET', `/projects/${project.id}`)
    expect(listed.metadata).toEqual(project)
    expect(listed.content).toEqual({ folders: [folder, inner], files: [file, deep], processApplications: [] })
  })
})

describe('moving', () => {
  it('moves a file by folder, by project, or by both if they are consistent', async () => {
    const harness = createHarness()
    const { file } = await createProject(harness)
    const other = await createProject(harness, 'Other')
    const patch = (body: object) => harness.send('PATCH', `/files/${file.id}`, body)

    const byFolder = await patch({ revision: 1, folderId: other.folder.id })
    expect(byFolder.body).toMatchObject({ projectId: other.project.id, folderId: other.folder.id, revision: 2 })
    const toRoot = await patch({ revision: 2, projectId: other.project.id })
    expect(toRoot.body).toMatchObject({ projectId: other.project.id, revision: 3, simplePath: 'File' })
    expect(toRoot.body).not.toHaveProperty('folderId')
    const both = await patch({ revision: 3, projectId: other.project.id, folderId: other.folder.id })
    expect(both.body).toMatchObject({ folderId: other.folder.id, revision: 4 })

    expect((await patch({ revision: 4, projectId: file.projectId, folderId: other.folder.id })).status).toBe(400)
    expect((await patch({ revision: 4, folderId: NOBODY })).status).toBe(404)
    expect((await harness.ok('GET', `/files/${file.id}`)).metadata).toEqual(both.body)
  })

  it('moves a folder with its content, even to another project', async () => {
    const harness = createHarness()
    const { folder, file } = await createProject(harness)
    const other = await createProject(harness, 'Other')
    const moved = await harness.ok('PATCH', `/folders/${folder.id}`, { parentId: other.folder.id, name: 'Moved' })
    expect(moved).toMatchObject({ name: 'Moved', projectId: other.project.id, parentId: other.folder.id })
    const { metadata } = await harness.ok('GET', `/files/${file.id}`)
    expect(metadata.projectId).toBe(other.project.id)
    expect(pathOf(metadata)).toEqual(['Folder', 'Moved'])
    expect(metadata.revision).toBe(1)
    const atRoot = await harness.ok('PATCH', `/folders/${folder.id}`, { projectId: other.project.id, parentId: null })
    expect(atRoot).not.toHaveProperty('parentId')
  })

  it('rejects moving a folder into itself', async () => {
    const harness = createHarness()
    const { folder } = await createProject(harness)
    const inner = await harness.ok('POST', '/folders', { name: 'Inner', parentId: folder.id })
    for (const parentId of [folder.id, inner.id]) {
      expect((await harness.send('PATCH', `/folders/${folder.id}`, { parentId })).status).toBe(400)
    }
    expect((await harness.ok('GET', `/folders/${folder.id}`)).metadata).toEqual(folder)
  })
})

describe('deleting', () => {
  it('rejects projects and folders that contain files, at any depth', async () => {
    const harness = createHarness()
    const { project, folder } = await createProject(harness)
    const inner = await harness.ok('POST', '/folders', { name: 'Inner', parentId: folder.id })
    const [file] = (await harness.ok('GET', `/folders/${folder.id}`)).content.files
    await harness.ok('PATCH', `/files/${file.id}`, { revision: 1, folderId: inner.id })
    for (const path of [`/projects/${project.id}`, `/folders/${folder.id}`, `/folders/${inner.id}`]) {
      const { status, body } = await harness.send('DELETE', path)
      expect(status).toBe(400)
      expect(body.detail).toContain('is not empty')
    }
    await harness.ok('DELETE', `/files/${file.id}`)
    await harness.ok('DELETE', `/projects/${project.id}`)
    for (const path of [`/projects/${project.id}`, `/folders/${folder.id}`, `/folders/${inner.id}`]) {
      expect((await harness.send('GET', path)).status).toBe(404)
    }
  })

  it('deletes a file with its versions', async () => {
    const harness = createHarness()
    const { file } = await createProject(harness)
    const version = await harness.ok('POST', '/versions', { fileId: file.id })
    await harness.ok('DELETE', `/files/${file.id}`)
    expect((await harness.send('GET', `/versions/${version.id}`)).status).toBe(404)
    expect(await harness.all('milestones', { fileId: file.id })).toEqual([])
  })
})

describe('revision', () => {
  it('is required, must be the latest, and increases by one with each change', async () => {
    const harness = createHarness()
    const { file } = await createProject(harness)
    const patch = (body: object) => harness.send('PATCH', `/files/${file.id}`, body)

    const without = await patch({ name: 'Renamed' })
    expect(without.status).toBe(400)
    expect(without.body.detail).toContain("[revision: 'must not be null']")

    expect((await patch({ revision: 1, name: 'Renamed' })).body).toMatchObject({ name: 'Renamed', revision: 2 })
    expect((await patch({ revision: 2, content: '<new/>' })).body.revision).toBe(3)
    for (const revision of [1, 2, 4]) {
      const { status, body } = await patch({ revision, content: '<late/>' })
      expect(status).toBe(409)
      expect(body).toMatchObject({
        title: 'Conflict',
        detail: 'There was a revision conflict while processing your file.',
      })
    }
    expect(await harness.ok('GET', `/files/${file.id}`)).toMatchObject({ content: '<new/>', metadata: { revision: 3 } })
  })

  it('stays the same if nothing changes', async () => {
    const harness = createHarness()
    const { file } = await createProject(harness)
    harness.clock.advance(1000)
    const same = { revision: 1, name: 'File', content: BPMN, folderId: file.folderId }
    expect(await harness.ok('PATCH', `/files/${file.id}`, same)).toEqual(file)
  })
})

describe('process applications', () => {
  it('contain folders and files, whose paths do not mention them', async () => {
    const harness = createHarness()
    const { project } = await createProject(harness)
    const application = await harness.ok('POST', '/process-applications', { name: 'App', projectId: project.id })
    const ids = { processApplicationId: application.id }
    const folder = await harness.ok('POST', '/folders', { name: 'Inside', ...ids })
    expect(folder).toMatchObject({ projectId: project.id, ...ids })
    expect(folder).not.toHaveProperty('parentId')
    const content = { fileType: 'bpmn', content: '' }
    const deep = await harness.ok('POST', '/files', { name: 'Deep', ...content, folderId: folder.id, ...ids })
    const file = await harness.ok('POST', '/files', { name: 'Root', ...content, projectId: project.id, ...ids })
    expect(deep).toMatchObject({ folderId: folder.id, simplePath: 'Inside/Deep', ...ids })
    expect(file).toMatchObject({ simplePath: 'Root', canonicalPath: [], ...ids })
    expect(file).not.toHaveProperty('folderId')

    const read = await harness.ok('GET', `/process-applications/${application.id}`)
    expect(read).toEqual({ metadata: application, content: { folders: [folder], files: [file] } })
    expect(await harness.all('files', ids)).toEqual([deep, file])
    const listed = await harness.ok('GET', `/projects/${project.id}`)
    expect(listed.content.processApplications).toEqual([application])

    expect((await harness.send('DELETE', `/process-applications/${application.id}`)).status).toBe(400)
    for (const { id } of [deep, file]) await harness.ok('DELETE', `/files/${id}`)
    await harness.ok('DELETE', `/process-applications/${application.id}`)
    expect((await harness.send('GET', `/folders/${folder.id}`)).status).toBe(404)
  })

  it('are not folders', async () => {
    const harness = createHarness()
    const { project, file } = await createProject(harness)
    const { id } = await harness.ok('POST', '/process-applications', { name: 'App', projectId: project.id })
    expect((await harness.send('GET', `/folders/${id}`)).status).toBe(404)
    expect((await harness.send('POST', '/folders', { name: 'New', parentId: id })).status).toBe(404)
    expect((await harness.send('PATCH', `/files/${file.id}`, { revision: 1, folderId: id })).status).toBe(404)
  })

  it('must contain the folder that is named with them', async () => {
    const harness = createHarness()
    const { project, folder, file } = await createProject(harness)
    const { id } = await harness.ok('POST', '/process-applications', { name: 'App', projectId: project.id })
    const wrong = { revision: 1, folderId: folder.id, processApplicationId: id }
    expect((await harness.send('PATCH', `/files/${file.id}`, wrong)).status).toBe(400)
    const moved = await harness.ok('PATCH', `/files/${file.id}`, { revision: 1, processApplicationId: id })
    expect(moved).toMatchObject({ processApplicationId: id, canonicalPath: [] })
  })
})
