import { expect, test } from 'vitest'
import { ConflictError } from '../src/index.ts'
import { file, problem, serve } from './server.ts'

test('a file is changed with the revision that the change is based on', async () => {
  const { server, hub } = await serve(() => ({ body: file('f1') }))
  expect(await hub.files.update('f1', { folderKey: null, revision: 3 })).toMatchObject({ revision: 3, type: 'bpmn' })
  expect(server.received[0]).toMatchObject({
    method: 'PATCH',
    path: '/api/v2/files/f1',
    body: '{"folderKey":null,"revision":3}',
    headers: { authorization: 'Bearer token-of-the-client' },
  })
})

test('a change of something older is a ConflictError', async () => {
  const { hub } = await serve(() => problem(409, 'Conflict', 'The revision is outdated.'))
  const change = hub.files.update('f1', { name: 'order', revision: 2 })
  await expect(change).rejects.toBeInstanceOf(ConflictError)
  await expect(change).rejects.toMatchObject({ status: 409, detail: 'The revision is outdated.' })
})

test.each([
  ['a type that does not exist', { name: 'a', projectKey: 'p', type: 'bpm', content: 'x' }, 'type'],
  ['an empty name', { name: '', projectKey: 'p', type: 'bpmn', content: 'x' }, 'name'],
  ['a member of the Web Modeler API', { name: 'a', projectKey: 'p', fileType: 'bpmn', content: 'x' }, 'fileType'],
])('%s is rejected before anything is sent', async (_, body, path) => {
  const { server, hub } = await serve(() => ({ body: file('f1') }))
  await expect(hub.files.create(body as never)).rejects.toMatchObject({ issues: [{ path }] })
  expect(server.received).toEqual([])
})

test('a response may have types and members that came later', async () => {
  const { hub } = await serve(() => ({ body: { ...file('f1'), type: 'video', size: 3 } }))
  expect(await hub.files.get('f1')).toMatchObject({ type: 'video', size: 3 })
})

test('assets are sent as files, each in a part of its own', async () => {
  const { server, hub } = await serve(() => ({ status: 204 }))
  await hub.catalog.ingestAssets({
    readme: [new File(['# Mail'], 'mail.md'), new File(['# Chat'], 'chat.md')],
    template: [new File(['{}'], 'mail.json')],
  })
  const [request] = server.received
  expect(request).toMatchObject({ method: 'PUT', path: '/api/v2/catalog/assets/ingestion' })
  expect(request?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  expect(request?.body.match(/name="readme"; filename="\w+\.md"/g)).toHaveLength(2)
  expect(request?.body).toContain('name="template"; filename="mail.json"')
})

test('a template without a name is rejected before anything is sent', async () => {
  const { server, hub } = await serve(() => ({ status: 204 }))
  const template = [new File(['{}'], 'mail.json'), new Blob(['{}'])]
  const sent = hub.catalog.ingestAssets({ readme: [new File(['# Mail'], 'mail.md')], template })
  await expect(sent).rejects.toMatchObject({ code: 'request_invalid', issues: [{ path: 'template.1' }] })
  expect(server.received).toEqual([])
})

test('a version is restored with or without a body', async () => {
  const version = { versionKey: 'v2', name: '2', description: null, fileKey: 'f1', organizationPublic: false }
  const times = {
    created: '2026-11-20T08:15:00.000Z',
    createdBy: null,
    updated: '2026-11-20T08:15:00.000Z',
    updatedBy: null,
  }
  const { server, hub } = await serve(() => ({ body: { ...version, ...times, linkedToProcessApplication: true } }))
  expect(await hub.versions.restore('v1')).toMatchObject({ versionKey: 'v2' })
  await hub.versions.restore('v1', { version: 7 })
  expect(server.received.map(({ body }) => body)).toEqual(['{}', '{"version":7}'])
})

test('metrics are requested for a period', async () => {
  const metrics = { id: 'c1', processInstances: { total: 2 }, decisionInstances: { total: 0 }, activeTenants: null }
  const { server, hub } = await serve(() => ({ body: { ...metrics, taskUsers: { total: 1, assignees: ['jane'] } } }))
  const { processInstances } = await hub.clusters.getUsageMetrics({ id: 'c1', start: 0, end: 1_795_000_000_000 })
  expect(processInstances.total).toBe(2)
  expect(server.received[0]?.path).toBe('/api/v2/clusters/usage-metrics?id=c1&start=0&end=1795000000000')
})

test('an empty text is not a key', async () => {
  const key = ''
  const { server, hub } = await serve(() => ({ body: file('f1') }))
  await expect(hub.files.get(key)).rejects.toMatchObject({ issues: [{ path: 'fileKey' }] })
  await expect(hub.files.update('f1', { folderKey: key, revision: 3 })).rejects.toMatchObject({
    issues: [{ path: 'folderKey' }],
  })
  expect(server.received).toEqual([])
})

test('a page has at most 10,000 items', async () => {
  const { server, hub } = await serve(() => ({ body: {} }))
  const search = hub.files.search({ page: { limit: 10_001 } })
  await expect(search).rejects.toMatchObject({ issues: [{ path: 'page.limit' }] })
  expect(server.received).toEqual([])
})
