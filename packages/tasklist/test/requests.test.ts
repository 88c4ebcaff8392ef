import { expect, test } from 'vitest'
import { NotServedError } from '../src/index.ts'
import { failure, serve, task } from './server.ts'

test('a task is assigned and completed', async () => {
  const { server, tasklist } = await serve(() => ({ body: task('t0') }))
  expect(await tasklist.tasks.assign('t0', { assignee: 'jane' })).toMatchObject({ id: 't0', taskState: 'CREATED' })
  await tasklist.tasks.complete('t0', { variables: [{ name: 'approved', value: 'true' }] })
  await tasklist.tasks.complete('t0')
  expect(server.received.map(({ method, path, body }) => `${method} ${path} ${body}`)).toEqual([
    'PATCH /v1/tasks/t0/assign {"assignee":"jane"}',
    'PATCH /v1/tasks/t0/complete {"variables":[{"name":"approved","value":"true"}]}',
    'PATCH /v1/tasks/t0/complete {}',
  ])
})

test('drafts are saved without a response', async () => {
  const { server, tasklist } = await serve(() => ({ status: 204 }))
  const saved = await tasklist.tasks.saveDraftVariables('t0', { variables: [{ name: 'note', value: '"late"' }] })
  expect(saved).toBeUndefined()
  expect(server.received[0]).toMatchObject({ method: 'POST', path: '/v1/tasks/t0/variables' })
})

test('the variables of a task come with the mark that one is cut', async () => {
  const variable = { id: '1-note', name: 'note', value: null, isValueTruncated: true, previewValue: '"la', draft: null }
  const { tasklist } = await serve(() => ({ body: [variable] }))
  expect(await tasklist.tasks.searchVariables('t0')).toEqual([variable])
})

test('a form is requested with the process that it is of', async () => {
  const form = { id: 'f1', processDefinitionKey: '2251799813685249', title: null, schema: '{}', version: 3 }
  const { server, tasklist } = await serve(() => ({ body: form }))
  await tasklist.forms.get('f1', { processDefinitionKey: '2251799813685249', version: 3 })
  expect(server.received[0]?.path).toBe('/v1/forms/f1?processDefinitionKey=2251799813685249&version=3')
})

test('a session and its CSRF token go with every request', async () => {
  const session = { cookie: 'TASKLIST-SESSION=a1', 'X-CSRF-TOKEN': 'c1' }
  const { server, tasklist } = await serve(() => ({ body: task('t0') }), { auth: { headers: async () => session } })
  await tasklist.tasks.assign('t0')
  expect(server.received[0]?.headers).toMatchObject({ cookie: 'TASKLIST-SESSION=a1', 'x-csrf-token': 'c1' })
})

test('a 403 names the CSRF token, which may be the reason', async () => {
  const { tasklist } = await serve(() => ({ status: 403 }))
  await expect(tasklist.tasks.assign('t0')).rejects.toThrow(/X-CSRF-TOKEN is missing/)
})

test('a task that does not exist is told from an API that does not', async () => {
  const { tasklist } = await serve(({ path }) =>
    path.endsWith('/t0') ? failure(404, 'task with id t0 was not found') : { status: 404 },
  )
  const error: Error = await tasklist.tasks.get('t0').catch((error) => error)
  expect(error).toMatchObject({ status: 404, detail: 'task with id t0 was not found' })
  expect(error).not.toBeInstanceOf(NotServedError)
  const gone: Error = await tasklist.tasks.get('t1').catch((error) => error)
  expect(gone).toBeInstanceOf(NotServedError)
  expect(gone).toMatchObject({ until: '8.9', message: expect.stringMatching(/Orchestration Cluster REST API v2/) })
})

test('a framework that knows no such path means that the API is gone', async () => {
  const problem = { type: 'about:blank', title: 'Not Found', status: 404, detail: 'No static resource v1/tasks/t0.' }
  const { tasklist } = await serve(() => ({ status: 404, body: { ...problem, instance: '/v1/tasks/t0' } }))
  await expect(tasklist.tasks.get('t0')).rejects.toBeInstanceOf(NotServedError)
})

test('the address may end with the version', async () => {
  const { server } = await serve(() => ({ body: task('t0') }))
  const { tasklist } = await serve(() => ({ status: 500 }), { baseUrl: `${server.url}/tasklist/v1/` })
  await tasklist.tasks.get('t0')
  expect(server.received[0]?.path).toBe('/tasklist/v1/tasks/t0')
})

test('the audience is that of SaaS unless you say otherwise', async () => {
  const audiences: unknown[] = []
  const auth = {
    async headers(audience: string | undefined) {
      audiences.push(audience)
      return {}
    },
  }
  for (const audience of [undefined, '', 'tasklist-api']) {
    const { tasklist } = await serve(() => ({ body: task('t0') }), { auth, audience })
    await tasklist.tasks.get('t0')
  }
  expect(audiences).toEqual(['tasklist.camunda.io', undefined, 'tasklist-api'])
})

test('an empty text is not a key', async () => {
  const key = ''
  const { server, tasklist } = await serve(() => ({ body: task('t0') }))
  await expect(tasklist.tasks.get(key)).rejects.toMatchObject({ issues: [{ path: 'taskId' }] })
  const search = tasklist.tasks.search({ processInstanceKey: key })
  await expect(search).rejects.toMatchObject({ issues: [{ path: 'processInstanceKey' }] })
  expect(server.received).toEqual([])
})

test.each([-1, 0, 1.5])('a page of %s tasks is not requested', async (pageSize) => {
  const { server, tasklist } = await serve(() => ({ body: [] }))
  await expect(tasklist.tasks.search({ pageSize })).rejects.toMatchObject({ issues: [{ path: 'pageSize' }] })
  await expect(tasklist.tasks.searchAll({ pageSize }).next()).rejects.toThrow('pageSize')
  expect(server.received).toEqual([])
})
