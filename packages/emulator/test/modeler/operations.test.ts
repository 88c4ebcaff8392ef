import { describe, expect, it } from 'vitest'
import { ORGANIZATION_PERMISSIONS, type OrganizationPermission } from '../../src/clients.ts'
import { BPMN, createHarness, createProject, type Harness, NOBODY } from './harness.ts'

interface Operation {
  readonly method: string
  readonly path: string
  readonly status: 200 | 204
  readonly permission?: OrganizationPermission
  readonly body?: (ids: Ids) => unknown
}

type Ids = Readonly<Record<string, string>>

const search = () => ({})

/** Every operation, with a request that works. Braces stand for ids of things that exist. */
const OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: '/info', status: 200 },
  { method: 'POST', path: '/projects', status: 200, permission: 'WebModeler:create', body: () => ({ name: 'New' }) },
  { method: 'POST', path: '/projects/search', status: 200, permission: 'WebModeler:get', body: search },
  { method: 'GET', path: '/projects/{project}', status: 200, permission: 'WebModeler:get' },
  {
    method: 'PATCH',
    path: '/projects/{project}',
    status: 200,
    permission: 'WebModeler:update',
    body: () => ({ name: 'Renamed' }),
  },
  { method: 'DELETE', path: '/projects/{emptyProject}', status: 204, permission: 'WebModeler:delete' },
  {
    method: 'PUT',
    path: '/collaborators',
    status: 204,
    permission: 'WebModeler:create',
    body: ({ emptyProject }) => ({ email: 'kofi@example.com', projectId: emptyProject, role: 'viewer' }),
  },
  { method: 'POST', path: '/collaborators/search', status: 200, permission: 'WebModeler:get', body: search },
  {
    method: 'DELETE',
    path: '/projects/{project}/collaborators/ada%40example.com',
    status: 204,
    permission: 'WebModeler:delete',
  },
  {
    method: 'POST',
    path: '/folders',
    status: 200,
    permission: 'WebModeler:create',
    body: ({ project }) => ({ name: 'New', projectId: project }),
  },
  { method: 'GET', path: '/folders/{folder}', status: 200, permission: 'WebModeler:get' },
  {
    method: 'PATCH',
    path: '/folders/{folder}',
    status: 200,
    permission: 'WebModeler:update',
    body: () => ({ name: 'Renamed' }),
  },
  { method: 'DELETE', path: '/folders/{emptyFolder}', status: 204, permission: 'WebModeler:delete' },
  {
    method: 'POST',
    path: '/files',
    status: 200,
    permission: 'WebModeler:create',
    body: ({ folder }) => ({ name: 'New', fileType: 'dmn', content: '', folderId: folder }),
  },
  { method: 'POST', path: '/files/search', status: 200, permission: 'WebModeler:get', body: search },
  { method: 'GET', path: '/files/{file}', status: 200, permission: 'WebModeler:get' },
  {
    method: 'PATCH',
    path: '/files/{file}',
    status: 200,
    permission: 'WebModeler:update',
    body: () => ({ revision: 1, content: '<changed/>' }),
  },
  { method: 'DELETE', path: '/files/{file}', status: 204, permission: 'WebModeler:delete' },
  ...(['milestones', 'versions'] as const).flatMap((resource): Operation[] => [
    {
      method: 'POST',
      path: `/${resource}`,
      status: 200,
      permission: 'WebModeler:create',
      body: ({ file }) => ({ name: 'New', fileId: file }),
    },
    { method: 'POST', path: `/${resource}/search`, status: 200, permission: 'WebModeler:get', body: search },
    { method: 'GET', path: `/${resource}/{version}`, status: 200, permission: 'WebModeler:get' },
    {
      method: 'PATCH',
      path: `/${resource}/{version}`,
      status: 200,
      permission: 'WebModeler:update',
      body: () => ({ name: 'Renamed' }),
    },
    { method: 'DELETE', path: `/${resource}/{version}`, status: 204, permission: 'WebModeler:delete' },
    { method: 'POST', path: `/${resource}/{version}/restore`, status: 200, permission: 'WebModeler:update' },
    {
      method: 'GET',
      path: `/${resource}/compare/{version}...{otherVersion}`,
      status: 200,
      permission: 'WebModeler:get',
    },
  ]),
  {
    method: 'POST',
    path: '/process-applications',
    status: 200,
    permission: 'WebModeler:create',
    body: ({ project }) => ({ name: 'New', projectId: project }),
  },
  { method: 'GET', path: '/process-applications/{application}', status: 200, permission: 'WebModeler:get' },
  {
    method: 'PATCH',
    path: '/process-applications/{application}',
    status: 200,
    permission: 'WebModeler:update',
    body: () => ({ name: 'Renamed' }),
  },
  { method: 'DELETE', path: '/process-applications/{application}', status: 204, permission: 'WebModeler:delete' },
]

async function prepare(harness: Harness): Promise<Ids> {
  const { ok } = harness
  const { project, folder, file } = await createProject(harness)
  await ok('PUT', '/collaborators', { email: 'ada@example.com', projectId: project.id, role: 'editor' })
  const made = {
    emptyProject: await ok('POST', '/projects', { name: 'Empty' }),
    emptyFolder: await ok('POST', '/folders', { name: 'Empty', parentId: folder.id }),
    version: await ok('POST', '/versions', { fileId: file.id }),
    otherVersion: await ok('POST', '/milestones', { fileId: file.id, name: 'Two' }),
    application: await ok('POST', '/process-applications', { name: 'App', projectId: project.id }),
    project,
    folder,
    file,
  }
  return Object.fromEntries(Object.entries(made).map(([name, { id }]) => [name, id]))
}

const fill = (path: string, ids: Ids): string =>
  path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? name)

describe('operations', () => {
  it('are 25 and 11', () => {
    expect(OPERATIONS).toHaveLength(36)
  })

  it.each(OPERATIONS)('$method $path responds with $status', async ({ method, path, status, body }) => {
    const harness = createHarness()
    const ids = await prepare(harness)
    const answer = await harness.send(method, fill(path, ids), body?.(ids))
    expect(answer.status, JSON.stringify(answer.body)).toBe(status)
    expect(answer.body === undefined).toBe(status === 204)
  })

  it.each(OPERATIONS.filter(({ permission }) => permission))(
    '$method $path requires $permission only',
    async ({ method, path, status, permission, body }) => {
      const harness = createHarness()
      const ids = await prepare(harness)
      const others = ORGANIZATION_PERMISSIONS.filter((other) => other !== permission)
      const refused = await harness.send(method, fill(path, ids), body?.(ids), others)
      expect(refused.status).toBe(403)
      expect(refused.body).toMatchObject({ title: 'Forbidden', status: 403 })
      const only = permission ? [permission] : []
      expect((await harness.send(method, fill(path, ids), body?.(ids), only)).status).toBe(status)
    },
  )

  it.each(OPERATIONS.filter(({ path }) => path.includes('{')))(
    '$method $path: 404 for an unknown id',
    async (operation) => {
      const harness = createHarness()
      const ids = await prepare(harness)
      const path = operation.path.replaceAll(/\{\w+\}/g, NOBODY)
      const { status, body } = await harness.send(operation.method, path, operation.body?.(ids))
      expect(status).toBe(404)
      expect(body).toMatchObject({
        type: 'about:blank',
        title: 'Not Found',
        status: 404,
        instance: `/api/v1${path}`,
      })
      expect(body.detail).toContain(NOBODY)
    },
  )

  it('return the permissions of the client', async () => {
    const harness = createHarness({ organizationId: 'an-organization' })
    const { body } = await harness.send('GET', '/info', undefined, ['WebModeler:get', 'WebModeler:update'])
    expect(body).toEqual({
      version: 'v1',
      authorizedOrganization: 'an-organization',
      createPermission: false,
      readPermission: true,
      updatePermission: true,
      deletePermission: false,
    })
    expect(await createHarness().ok('GET', '/info')).not.toHaveProperty('authorizedOrganization')
  })

  it('return the authors and times of changes', async () => {
    const harness = createHarness()
    const { file } = await createProject(harness)
    expect(file).toMatchObject({
      created: '2026-11-20T08:15:00.000Z',
      createdBy: { name: 'ci-job' },
      updated: file.created,
      updatedBy: file.createdBy,
    })
    harness.clock.advance(1500)
    const changed = await harness.ok('PATCH', `/files/${file.id}`, { revision: 1, content: `${BPMN}\n` })
    expect(changed).toMatchObject({ created: file.created, updated: '2026-11-20T08:15:01.500Z' })
  })
})
