import { describe, expect, it } from 'vitest'
import { createModelerApi } from '../../src/modeler/api.ts'
import type { ModelerData } from '../../src/modeler/product.ts'
import { createHarness, createProject } from './harness.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

describe('bodies', () => {
  it('all invalid members are reported together', async () => {
    const { status, body, headers } = await createHarness().send('POST', '/files', { fileType: 'pdf', projectId: 5 })
    expect(status).toBe(400)
    expect(headers.get('content-type')).toMatch(/^application\/json/)
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail:
        "Request validation failed with the following errors: [name: 'must not be blank', " +
        "fileType: 'must be one of bpmn, dmn, form, connector_template', content: 'must not be null', " +
        "projectId: 'must be a string'].",
      instance: '/api/v1/files',
    })
  })

  it.each(['', '{', '[]', 'null', '"text"'])('%j is no body', async (body) => {
    const answer = await createHarness().raw('POST', '/api/v1/projects', body, JSON_TYPE)
    expect(answer.status).toBe(400)
    expect(answer.body.detail).toBe('Failed to read request')
  })

  it('may have unknown members', async () => {
    expect((await createHarness().send('POST', '/projects', { name: 'New', colour: 'red' })).status).toBe(200)
  })

  it('must have the content type JSON', async () => {
    const { raw } = createHarness()
    const body = JSON.stringify({ name: 'New' })
    expect((await raw('POST', '/api/v1/projects', body, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await raw('POST', '/api/v1/projects', body, {})).status).toBe(415)
    expect(
      (await raw('POST', '/api/v1/projects', body, { 'content-type': 'application/json; charset=utf-8' })).status,
    ).toBe(200)
  })

  it.each([
    ['', 400],
    ['  \t', 400],
    ['x', 200],
    ['/', 200],
    ['x'.repeat(255), 200],
    ['x'.repeat(256), 400],
    [null, 400],
    [7, 400],
  ])('name %j gives %i', async (name, status) => {
    const harness = createHarness()
    const { project, folder, file } = await createProject(harness)
    const requests: [string, string, object][] = [
      ['POST', '/projects', {}],
      ['PATCH', `/projects/${project.id}`, {}],
      ['POST', '/folders', { projectId: project.id }],
      ['POST', '/files', { projectId: project.id, fileType: 'bpmn', content: '' }],
      ['POST', '/milestones', { fileId: file.id }],
      ['POST', '/process-applications', { projectId: project.id }],
    ]
    for (const [method, path, body] of requests) {
      expect((await harness.send(method, path, { ...body, name })).status, path).toBe(status)
    }
    // Where the name may be left out, null is as good as nothing.
    const optional = name === null ? 200 : status
    expect((await harness.send('PATCH', `/folders/${folder.id}`, { name })).status).toBe(optional)
    expect((await harness.send('PATCH', `/files/${file.id}`, { revision: 1, name })).status).toBe(optional)
    expect((await harness.send('POST', '/versions', { fileId: file.id, name })).status).toBe(optional)
  })
})

describe('routes', () => {
  it('404 for an unknown path, 405 for an unsupported method', async () => {
    const { send, raw } = createHarness()
    const nowhere = await send('GET', '/nothing')
    expect(nowhere.status).toBe(404)
    expect(nowhere.body).toMatchObject({ detail: 'No static resource api/v1/nothing.', instance: '/api/v1/nothing' })
    expect((await raw('GET', '/info', '', {})).status).toBe(404)
    const wrong = await send('DELETE', '/info')
    expect(wrong.status).toBe(405)
    expect(wrong.headers.get('allow')).toBe('GET')
    expect(wrong.body.title).toBe('Method Not Allowed')
  })

  it.each([
    [8, { '/info': 200, '/milestones/search': 200, '/versions/search': 404, '/process-applications': 404 }],
    [9, { '/info': 200, '/milestones/search': 200, '/versions/search': 200, '/process-applications': 404 }],
    [10, { '/info': 200, '/milestones/search': 200, '/versions/search': 200, '/process-applications': 400 }],
    [12, { '/info': 404, '/milestones/search': 404, '/versions/search': 404, '/process-applications': 404 }],
  ])('Camunda 8.%i serves the operations of its version', async (minor, expected) => {
    const { send } = createHarness({ version: `8.${minor}` as ModelerData['version'] })
    for (const [path, status] of Object.entries(expected)) {
      const answer = path === '/info' ? await send('GET', path) : await send('POST', path, {})
      expect(answer.status, path).toBe(status)
    }
  })

  it('before Camunda 8.10 nothing mentions process applications', async () => {
    const harness = createHarness({ version: '8.9' })
    const { project } = await createProject(harness)
    expect(Object.keys((await harness.ok('GET', `/projects/${project.id}`)).content)).toEqual(['folders', 'files'])
    expect((await harness.all('files')).some((file) => 'processApplicationId' in file)).toBe(false)
  })

  it('401 for a call without a caller', async () => {
    const api = createModelerApi({ clock: createHarness().clock, members: new Map() })
    const request = { method: 'GET', path: '/api/v1/info', query: new URLSearchParams(), headers: new Headers() }
    const response = (await api.handle({
      ...request,
      body: '',
      bytes: new ArrayBuffer(0),
      caller: undefined,
    })) as Response
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ title: 'Unauthorized', instance: '/api/v1/info' })
  })
})

describe('rate limit', () => {
  it('240 requests in any minute, then 429 until the oldest is a minute old', async () => {
    const { send, clock } = createHarness({ requestsPerMinute: undefined })
    const info = async () => (await send('GET', '/info')).status
    for (let sent = 0; sent < 239; sent += 1) expect(await info()).toBe(200)
    clock.advance(20_000)
    expect(await info()).toBe(200)

    const refused = await send('GET', '/info')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('40')
    expect(refused.body).toMatchObject({ title: 'Too Many Requests', status: 429, instance: '/api/v1/info' })
    clock.advance(39_999)
    expect(await info()).toBe(429)
    clock.advance(1)
    // Refused requests were not counted.
    for (let sent = 0; sent < 239; sent += 1) expect(await info()).toBe(200)
    expect(await info()).toBe(429)
    clock.advance(20_000)
    expect(await info()).toBe(200)
    expect(await info()).toBe(429)
  })

  it('is configurable, can be disabled, and starts again after a reset', async () => {
    const { send, api } = createHarness({ requestsPerMinute: 2 })
    const info = async () => (await send('GET', '/info')).status
    expect([await info(), await info(), await info()]).toEqual([200, 200, 429])
    api.reset()
    expect(await info()).toBe(200)
    const unlimited = createHarness({ requestsPerMinute: false })
    for (let sent = 0; sent < 300; sent += 1) expect((await unlimited.send('GET', '/info')).status).toBe(200)
  })
})

describe('reset', () => {
  it('restores the same projects', async () => {
    const harness = createHarness()
    const before = await harness.all('files')
    expect(before.length).toBeGreaterThan(5)
    for (const { id } of before) await harness.ok('DELETE', `/files/${id}`)
    await createProject(harness)
    harness.api.reset()
    expect(await harness.all('files')).toEqual(before)
  })

  it('ids depend on the seed', async () => {
    const ids = async (seed: number) => (await createHarness({ seed }).all('files')).map(({ id }) => id)
    expect(await ids(1)).toEqual(await ids(1))
    expect(await ids(1)).not.toEqual(await ids(2))
  })
})
