import { expect, test } from 'vitest'
import type { ModelerClient } from '../src/index.ts'
import { operations } from '../src/operations.ts'
import { clientOf } from './server.ts'

const id = 'a b/ü'
const encoded = 'a%20b%2F%C3%BC'

// Each operation: how it is called, and what must reach the server.
const calls: Record<string, [(modeler: ModelerClient) => Promise<unknown>, string, unknown?]> = {
  'info.get': [(m) => m.info.get(), 'GET /info'],
  'projects.create': [(m) => m.projects.create({ name: 'n' }), 'POST /projects', { name: 'n' }],
  'projects.get': [(m) => m.projects.get(id), `GET /projects/${encoded}`],
  'projects.update': [(m) => m.projects.update(id, { name: 'n' }), `PATCH /projects/${encoded}`, { name: 'n' }],
  'projects.delete': [(m) => m.projects.delete(id), `DELETE /projects/${encoded}`],
  'projects.search': [(m) => m.projects.search(), 'POST /projects/search', {}],
  'collaborators.set': [
    (m) => m.collaborators.set({ email: 'j@x.com', projectId: 'p', role: 'viewer' }),
    'PUT /collaborators',
    { email: 'j@x.com', projectId: 'p', role: 'viewer' },
  ],
  'collaborators.delete': [
    (m) => m.collaborators.delete(id, 'jane+x@example.com'),
    `DELETE /projects/${encoded}/collaborators/jane%2Bx%40example.com`,
  ],
  'collaborators.search': [(m) => m.collaborators.search(), 'POST /collaborators/search', {}],
  'folders.create': [
    (m) => m.folders.create({ name: 'n', parentId: 'd' }),
    'POST /folders',
    { name: 'n', parentId: 'd' },
  ],
  'folders.get': [(m) => m.folders.get(id), `GET /folders/${encoded}`],
  'folders.update': [
    (m) => m.folders.update(id, { projectId: 'p', parentId: null }),
    `PATCH /folders/${encoded}`,
    { projectId: 'p', parentId: null },
  ],
  'folders.delete': [(m) => m.folders.delete(id), `DELETE /folders/${encoded}`],
  'files.create': [
    (m) => m.files.create({ name: 'n', fileType: 'bpmn', content: '', projectId: 'p' }),
    'POST /files',
    { name: 'n', fileType: 'bpmn', content: '', projectId: 'p' },
  ],
  'files.get': [(m) => m.files.get(id), `GET /files/${encoded}`],
  'files.update': [
    (m) => m.files.update(id, { revision: 3, content: 'x' }),
    `PATCH /files/${encoded}`,
    { revision: 3, content: 'x' },
  ],
  'files.delete': [(m) => m.files.delete(id), `DELETE /files/${encoded}`],
  'files.search': [(m) => m.files.search(), 'POST /files/search', {}],
  'milestones.create': [
    (m) => m.milestones.create({ name: 'n', fileId: 'f' }),
    'POST /milestones',
    { name: 'n', fileId: 'f' },
  ],
  'milestones.get': [(m) => m.milestones.get(id), `GET /milestones/${encoded}`],
  'milestones.update': [(m) => m.milestones.update(id, { name: 'n' }), `PATCH /milestones/${encoded}`, { name: 'n' }],
  'milestones.delete': [(m) => m.milestones.delete(id), `DELETE /milestones/${encoded}`],
  'milestones.restore': [(m) => m.milestones.restore(id), `POST /milestones/${encoded}/restore`],
  'milestones.search': [(m) => m.milestones.search(), 'POST /milestones/search', {}],
  'milestones.compare': [(m) => m.milestones.compare('a', 'b'), 'GET /milestones/compare/a...b'],
  'versions.create': [(m) => m.versions.create({ fileId: 'f' }), 'POST /versions', { fileId: 'f' }],
  'versions.get': [(m) => m.versions.get(id), `GET /versions/${encoded}`],
  'versions.update': [
    (m) => m.versions.update(id, { description: 'd' }),
    `PATCH /versions/${encoded}`,
    { description: 'd' },
  ],
  'versions.delete': [(m) => m.versions.delete(id), `DELETE /versions/${encoded}`],
  'versions.restore': [(m) => m.versions.restore(id), `POST /versions/${encoded}/restore`, {}],
  'versions.search': [(m) => m.versions.search(), 'POST /versions/search', {}],
  'versions.compare': [(m) => m.versions.compare('a', 'b'), 'GET /versions/compare/a...b'],
  'processApplications.create': [
    (m) => m.processApplications.create({ name: 'n', projectId: 'p' }),
    'POST /process-applications',
    { name: 'n', projectId: 'p' },
  ],
  'processApplications.get': [(m) => m.processApplications.get(id), `GET /process-applications/${encoded}`],
  'processApplications.update': [
    (m) => m.processApplications.update(id, { name: 'n' }),
    `PATCH /process-applications/${encoded}`,
    { name: 'n' },
  ],
  'processApplications.delete': [(m) => m.processApplications.delete(id), `DELETE /process-applications/${encoded}`],
}

test('every operation of the table is called here', () => {
  expect(operations.map((operation) => operation.id).sort()).toEqual(Object.keys(calls).sort())
})

test.each(Object.entries(calls))('%s', async (_id, [call, expected, body]) => {
  const { modeler, received } = await clientOf(({ method }) => (method === 'DELETE' ? { status: 204 } : { json: {} }), {
    validate: 'off',
  })
  await call(modeler)
  const [method, path] = expected.split(' ')
  expect(received).toEqual([{ method, path: `/api/v1${path}`, authorization: 'Bearer test-token', body }])
})

test.each(['milestones', 'versions'] as const)('%s.compare gives the link', async (resource) => {
  const { modeler } = await clientOf(() => ({ json: { url: 'https://modeler.example/compare' } }))
  expect(await modeler[resource].compare('a', 'b')).toEqual({ url: 'https://modeler.example/compare' })
})

test('what PUT and DELETE answer is not read', async () => {
  const { modeler } = await clientOf(() => ({ status: 204 }))
  expect(await modeler.collaborators.delete('p1', 'jane@example.com')).toBeUndefined()
})

test.each(['', '.', '..'])('%j as an id would reach another path and is refused', async (bad) => {
  const { modeler, received } = await clientOf(() => ({ json: {} }))
  await expect(modeler.files.delete(bad)).rejects.toMatchObject({ code: 'request_invalid', operation: 'files.delete' })
  expect(received).toEqual([])
})
