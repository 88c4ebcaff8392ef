import { describe, expect, it } from 'vitest'
import { BPMN, createHarness, createProject } from './harness.ts'

describe.each(['milestones', 'versions'])('%s', (resource) => {
  it('store the state of a file', async () => {
    const harness = createHarness()
    const { file } = await createProject(harness)
    const made = await harness.ok('POST', `/${resource}`, { name: 'Before', fileId: file.id })
    expect(made).toMatchObject({ name: 'Before', fileId: file.id })
    await harness.ok('PATCH', `/files/${file.id}`, { revision: 1, content: '<after/>' })
    expect(await harness.ok('GET', `/${resource}/${made.id}`)).toEqual({ metadata: made, content: BPMN })
  })

  it('are restored as a change of the file, under a new name', async () => {
    const harness = createHarness()
    const { file } = await createProject(harness)
    const made = await harness.ok('POST', `/${resource}`, { name: 'Before', fileId: file.id })
    await harness.ok('PATCH', `/files/${file.id}`, { revision: 1, content: '<after/>', name: 'Renamed' })
    harness.clock.advance(1000)
    const restored = await harness.ok('POST', `/${resource}/${made.id}/restore`)
    expect(restored).toMatchObject({ name: 'Before (restored)', fileId: file.id })
    expect(restored.id).not.toBe(made.id)
    const { metadata, content } = await harness.ok('GET', `/files/${file.id}`)
    expect(content).toBe(BPMN)
    expect(metadata).toMatchObject({ name: 'Renamed', revision: 3, updated: restored.created })
    expect((await harness.all(resource, { fileId: file.id })).map(({ id }) => id)).toEqual([made.id, restored.id])
  })

  it('shorten the name of a restored version to 255 characters', async () => {
    const harness = createHarness()
    const { file } = await createProject(harness)
    const { id } = await harness.ok('POST', `/${resource}`, { name: 'x'.repeat(255), fileId: file.id })
    const { name } = await harness.ok('POST', `/${resource}/${id}/restore`)
    expect(name).toHaveLength(255)
    expect(name).toMatch(/x \(restored\)$/)
  })

  it('of one file are compared by a link', async () => {
    const harness = createHarness({ webUrl: 'https://modeler.example' })
    const { file } = await createProject(harness)
    const other = await createProject(harness, 'Other')
    const create = (name: string, { id }: { id: string }) => harness.ok('POST', `/${resource}`, { name, fileId: id })
    const [a, b, foreign] = [await create('A', file), await create('B', file), await create('C', other.file)]
    expect(await harness.ok('GET', `/${resource}/compare/${a.id}...${b.id}`)).toEqual({
      url: `https://modeler.example/diagrams/${file.id}/${resource}/${a.id}...${b.id}`,
    })
    for (const pair of [`${a.id}...${foreign.id}`, `${a.id}..${b.id}`, a.id]) {
      expect((await harness.send('GET', `/${resource}/compare/${pair}`)).status).toBe(404)
    }
  })
})

describe('milestones and versions', () => {
  it('are two names for the same items', async () => {
    const harness = createHarness()
    const { file } = await createProject(harness)
    const milestone = await harness.ok('POST', '/milestones', { name: 'One', fileId: file.id })
    const { metadata } = await harness.ok('GET', `/versions/${milestone.id}`)
    expect(metadata).toEqual({ ...milestone, organizationPublic: false })
    expect(milestone).not.toHaveProperty('organizationPublic')
  })

  it('versions get a name from the server by default, and return more members', async () => {
    const harness = createHarness()
    const { file } = await createProject(harness)
    const create = (body: object) => harness.ok('POST', '/versions', { fileId: file.id, ...body })
    expect((await create({})).name).toBe('Version 1')
    const told = await create({ description: 'Second', organizationPublic: true })
    expect(told).toMatchObject({ name: 'Version 2', description: 'Second', organizationPublic: true })
    harness.clock.advance(1000)
    const changed = await harness.ok('PATCH', `/versions/${told.id}`, { organizationPublic: false })
    expect(changed).toMatchObject({ name: 'Version 2', description: 'Second', organizationPublic: false })
    expect(changed.updated > told.updated).toBe(true)
    expect(await harness.ok('PATCH', `/versions/${told.id}`, {})).toEqual(changed)
  })

  it('a version number is ignored when a diagram is restored', async () => {
    const harness = createHarness()
    const { file } = await createProject(harness)
    const { id } = await harness.ok('POST', '/versions', { fileId: file.id })
    expect((await harness.send('POST', `/versions/${id}/restore`, { version: 1 })).status).toBe(200)
    expect((await harness.send('POST', `/versions/${id}/restore`, { version: 'one' })).status).toBe(400)
  })

  it('milestones require a name', async () => {
    const harness = createHarness()
    const { file } = await createProject(harness)
    expect((await harness.send('POST', '/milestones', { fileId: file.id })).status).toBe(400)
  })
})
