import { expect, test } from 'vitest'
import { ConflictError, NotServedError } from '../src/index.ts'
import { createOptimizeClient } from '../src/unchecked.ts'
import { auth, serve } from './server.ts'

test('readiness is asked for without a token', async () => {
  const { server, optimize } = await serve(() => ({ status: 200 }))
  await optimize.health.checkReadiness()
  expect(server.received[0]).toMatchObject({ method: 'GET', path: '/api/readyz' })
  expect(server.received[0]?.headers.authorization).toBeUndefined()
})

test('readiness carries what an authenticator sends without authentication', async () => {
  const { server } = await serve(() => ({ status: 200 }))
  const proxied = { headers: () => ({ authorization: 'Bearer t' }), anonymous: () => ({ 'x-csrf': '1' }) }
  await createOptimizeClient({ auth: proxied, baseUrl: server.url }).health.checkReadiness()
  expect(server.received[0]?.headers).toMatchObject({ 'x-csrf': '1' })
  expect(server.received[0]?.headers.authorization).toBeUndefined()
})

test('an Optimize that is not ready is an error', async () => {
  const { optimize } = await serve(() => ({ status: 503 }))
  await expect(optimize.health.checkReadiness()).rejects.toMatchObject({ status: 503 })
})

const variable = {
  id: 'v1',
  name: 'invoice',
  type: 'String',
  value: 'A-1',
  processInstanceId: '2251799813685251',
  processDefinitionKey: 'order',
} as const

test('variables of other systems are sent as a list', async () => {
  const { server, optimize } = await serve(() => ({ status: 204 }))
  await optimize.variables.ingest([variable])
  expect(server.received[0]).toMatchObject({
    method: 'POST',
    path: '/api/ingestion/variable',
    body: JSON.stringify([variable]),
  })
})

test('anything but a list is rejected however the client checks', async () => {
  const { server, optimize } = await serve(() => ({ status: 204 }))
  const unchecked = createOptimizeClient({ auth, baseUrl: server.url })
  for (const client of [optimize, unchecked]) {
    for (const body of [variable, 'v1', undefined]) {
      await expect(client.variables.ingest(body as never)).rejects.toMatchObject({
        code: 'request_invalid',
        issues: [{ path: '', message: expect.stringMatching(/must be an array/) }],
      })
    }
  }
  expect(server.received).toEqual([])
})

test.each([
  ['a misspelled member', { ...variable, nam: 'x' }, '0.nam'],
  ['an empty id', { ...variable, id: '' }, '0.id'],
])('%s is rejected before anything is sent', async (_, item, path) => {
  const { server, optimize } = await serve(() => ({ status: 204 }))
  await expect(optimize.variables.ingest([item as never])).rejects.toMatchObject({ issues: [{ path }] })
  expect(server.received).toEqual([])
})

test('an error has what Optimize says', async () => {
  const body = { errorCode: 'notFoundError', errorMessage: 'Not found.', detailedMessage: 'No report with id r1.' }
  const { optimize } = await serve(() => ({ status: 404, body }))
  const error: Error = await optimize.reports.delete('r1').catch((error) => error)
  expect(error).toMatchObject({ status: 404, type: 'notFoundError', detail: 'No report with id r1.' })
  expect(error).not.toBeInstanceOf(NotServedError)
})

test('an older Optimize does not have the operation', async () => {
  const { optimize } = await serve(() => ({ status: 404 }))
  const error: Error = await optimize.processDefinitions.deleteData('2251799813685249').catch((error) => error)
  expect(error).toBeInstanceOf(NotServedError)
  expect(error).toMatchObject({ since: '8.10' })
})

test('a deletion that was requested before is a ConflictError, and a new one has no response', async () => {
  let asked = 0
  const { optimize } = await serve(() => ({ status: ++asked < 2 ? 202 : 409 }))
  expect(await optimize.processDefinitions.deleteData('2251799813685249')).toBeUndefined()
  await expect(optimize.processDefinitions.deleteData('2251799813685249')).rejects.toBeInstanceOf(ConflictError)
})

test('a 401 says that the static token is gone', async () => {
  const { optimize } = await serve(() => ({ status: 401 }))
  await expect(optimize.sharing.enable()).rejects.toThrow(/scope Optimize.*static access token/)
})

test.each(['', '/', '/api', '/optimize', '/optimize/api/'])('an address that ends with "%s"', async (end) => {
  const { server } = await serve(() => ({ body: [{ id: 'c1' }] }))
  const { optimize } = await serve(() => ({ status: 500 }), { baseUrl: server.url + end })
  expect(await optimize.collections.list()).toEqual([{ id: 'c1' }])
  const context = end.startsWith('/optimize') ? '/optimize' : ''
  expect(server.received[0]?.path).toBe(`${context}/api/public/collection`)
})

test('the audience is that of SaaS unless you say otherwise', async () => {
  const audiences: unknown[] = []
  const auth = {
    async headers(audience: string | undefined) {
      audiences.push(audience)
      return {}
    },
  }
  for (const audience of [undefined, '', 'optimize-api']) {
    const { optimize } = await serve(() => ({ body: [] }), { auth, audience })
    await optimize.dashboards.list({ collectionId: 'c1' })
  }
  expect(audiences).toEqual(['optimize.camunda.io', undefined, 'optimize-api'])
})

test.each(['', '..'])('%j is not the key of a process', async (key) => {
  const { server, optimize } = await serve(() => ({ status: 202 }))
  const deletion = optimize.processDefinitions.deleteData(key)
  await expect(deletion).rejects.toMatchObject({ issues: [{ path: 'processDefinitionKey' }] })
  expect(server.received).toEqual([])
})
