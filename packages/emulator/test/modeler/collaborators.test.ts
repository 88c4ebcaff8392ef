import { describe, expect, it } from 'vitest'
import { createHarness, createProject, NOBODY } from './harness.ts'

describe('collaborators', () => {
  it('are added, get another role, and are removed', async () => {
    const harness = createHarness()
    const { project } = await createProject(harness)
    expect(await harness.all('collaborators', { projectId: project.id })).toEqual([])
    const set = (role: string) =>
      harness.ok('PUT', '/collaborators', { email: 'ada@example.com', projectId: project.id, role })
    for (const role of ['viewer', 'project_admin', 'commenter', 'editor']) {
      await set(role)
      expect(await harness.all('collaborators', { projectId: project.id })).toEqual([
        { name: 'Ada Berg', email: 'ada@example.com', projectId: project.id, role },
      ])
    }
    const path = `/projects/${project.id}/collaborators/ada%40example.com`
    await harness.ok('DELETE', path)
    expect((await harness.send('DELETE', path)).status).toBe(404)
    expect(await harness.all('collaborators', { projectId: project.id })).toEqual([])
  })

  it('must be in the organization and have logged in once', async () => {
    const harness = createHarness()
    const { project } = await createProject(harness)
    const set = (email: string) =>
      harness.send('PUT', '/collaborators', { email, projectId: project.id, role: 'viewer' })
    expect((await set('stranger@example.com')).status).toBe(404)
    expect((await set('new@example.com')).status).toBe(404)
    harness.members.set('new@example.com', { email: 'new@example.com', name: 'Now here', invitePending: false })
    expect((await set('new@example.com')).status).toBe(204)
    // Whoever leaves the organization is gone here too.
    harness.members.delete('new@example.com')
    expect(await harness.all('collaborators', { projectId: project.id })).toEqual([])
  })

  it('require the create permission to be added and the update permission to be changed', async () => {
    const harness = createHarness()
    const { project } = await createProject(harness)
    const body = { email: 'ada@example.com', projectId: project.id, role: 'viewer' }
    expect((await harness.send('PUT', '/collaborators', body, ['WebModeler:update'])).status).toBe(403)
    expect((await harness.send('PUT', '/collaborators', body, ['WebModeler:create'])).status).toBe(204)
    expect((await harness.send('PUT', '/collaborators', body, ['WebModeler:create'])).status).toBe(403)
    expect((await harness.send('PUT', '/collaborators', body, ['WebModeler:update'])).status).toBe(204)
  })

  it('rejects other roles and unknown projects', async () => {
    const harness = createHarness()
    const { project } = await createProject(harness)
    const set = (body: object) =>
      harness.send('PUT', '/collaborators', {
        email: 'ada@example.com',
        projectId: project.id,
        role: 'viewer',
        ...body,
      })
    const { status, body } = await set({ role: 'owner' })
    expect(status).toBe(400)
    expect(body.detail).toContain('project_admin, editor, viewer, commenter')
    expect((await set({ projectId: NOBODY })).status).toBe(404)
  })
})
