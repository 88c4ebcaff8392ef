import { describe, expect, it } from 'vitest'
import { createHarness, createProject, type Harness } from './harness.ts'

const SCHEMA = 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json'

const TEMPLATE = {
  $schema: 'https://elsewhere.example/schema.json',
  name: 'Inside',
  id: 'com.example.inside',
  version: 99,
  appliesTo: ['bpmn:Task'],
  properties: [{ type: 'Hidden', value: 'job', binding: { type: 'zeebe:taskDefinition', property: 'type' } }],
}

async function createTemplate(harness: Harness) {
  const { folder } = await createProject(harness)
  const file = await harness.ok('POST', '/files', {
    name: 'Outside',
    fileType: 'connector_template',
    content: JSON.stringify(TEMPLATE),
    folderId: folder.id,
  })
  const read = async () => {
    const { metadata, content } = await harness.ok('GET', `/files/${file.id}`)
    return { revision: metadata.revision, template: JSON.parse(content) }
  }
  const patch = async (body: object) =>
    harness.ok('PATCH', `/files/${file.id}`, { revision: (await read()).revision, ...body })
  return { file, read, patch }
}

describe('connector templates', () => {
  it('get schema, id, name and version from the server, and keep the rest', async () => {
    const { file, read } = await createTemplate(createHarness())
    const { $schema, id, name, version, ...rest } = (await read()).template
    expect({ $schema, id, name, version }).toEqual({ $schema: SCHEMA, id: file.id, name: 'Outside', version: 1 })
    expect(rest).toEqual({ appliesTo: TEMPLATE.appliesTo, properties: TEMPLATE.properties })
  })

  it('are renamed through the name of the file only', async () => {
    const { file, read, patch } = await createTemplate(createHarness())
    await patch({ content: JSON.stringify(TEMPLATE) })
    expect(await read()).toMatchObject({ revision: 1, template: { name: 'Outside', version: 1 } })
    await patch({ name: 'Renamed' })
    expect(await read()).toMatchObject({ revision: 2, template: { name: 'Renamed', id: file.id, version: 2 } })
  })

  it('get the next version with each change of content, whatever the content says', async () => {
    const { read, patch } = await createTemplate(createHarness())
    await patch({ content: JSON.stringify({ ...TEMPLATE, description: 'New' }) })
    expect(await read()).toMatchObject({ revision: 2, template: { description: 'New', version: 2, $schema: SCHEMA } })
  })

  it('can have each version number only once', async () => {
    const harness = createHarness()
    const { file, read, patch } = await createTemplate(harness)
    const first = await harness.ok('POST', '/versions', { fileId: file.id })
    expect((await harness.send('POST', '/versions', { fileId: file.id })).status).toBe(409)
    await patch({ content: JSON.stringify({ ...TEMPLATE, description: 'New' }) })
    await harness.ok('POST', '/versions', { fileId: file.id })

    expect((await harness.send('POST', `/versions/${first.id}/restore`, { version: 2 })).status).toBe(409)
    await harness.ok('POST', `/versions/${first.id}/restore`, { version: 7 })
    const { template } = await read()
    expect(template).toMatchObject({ version: 7, name: 'Outside' })
    expect(template).not.toHaveProperty('description')
  })

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['without appliesTo', JSON.stringify({ ...TEMPLATE, appliesTo: undefined })],
    ['with an element type that is none', JSON.stringify({ ...TEMPLATE, appliesTo: [1] })],
    ['without properties', JSON.stringify({ ...TEMPLATE, properties: undefined })],
    ['with a property that is bound to nothing', JSON.stringify({ ...TEMPLATE, properties: [{ type: 'String' }] })],
  ])('%s is rejected', async (_what, content) => {
    const harness = createHarness()
    const { project, folder } = await createProject(harness)
    const refused = await harness.send('POST', '/files', {
      name: 'Bad',
      fileType: 'connector_template',
      content,
      folderId: folder.id,
    })
    expect(refused.status).toBe(400)
    expect(refused.body.detail).toContain('content')
    const { file } = await createTemplate(harness)
    expect((await harness.send('PATCH', `/files/${file.id}`, { revision: 1, content })).status).toBe(400)
    expect((await harness.ok('GET', `/projects/${project.id}`)).content.files).toHaveLength(1)
  })

  it('other files are stored unchanged', async () => {
    const harness = createHarness()
    const { folder } = await createProject(harness)
    const content = '{ "id": "own",\r\n "version": 3 }'
    const file = await harness.ok('POST', '/files', { name: 'F', fileType: 'form', content, folderId: folder.id })
    expect((await harness.ok('GET', `/files/${file.id}`)).content).toBe(content)
  })
})
