import { expect, test } from 'vitest'
import { NotServedError } from '../src/index.ts'
import { problem, serve } from './server.ts'

test('a 401 says which client to use', async () => {
  const { hub } = await serve(() => ({ status: 401 }))
  await expect(hub.info.get()).rejects.toThrow(/client of the organization, not one of a cluster/)
})

test('a 403 says where the permission is', async () => {
  const { hub } = await serve(() => problem(403, 'Forbidden', 'Not allowed.'))
  await expect(hub.projects.delete('p1')).rejects.toThrow(/permission that the method documents, of the group Hub API/)
})

test('a 404 of Camunda Hub is about the file', async () => {
  const { hub } = await serve(() => problem(404, 'Not Found', 'File not found.'))
  const error: Error = await hub.files.get('f1').catch((error) => error)
  expect(error).toMatchObject({ status: 404, detail: 'File not found.' })
  expect(error).not.toBeInstanceOf(NotServedError)
})

test.each([
  ['nothing', { status: 404 }],
  ['the page of a proxy', { status: 404, headers: { 'content-type': 'text/html' }, body: '<html></html>' }],
  ['a framework that knows no such path', problem(404, 'Not Found', 'No static resource api/v2/files/f1.')],
])('a 404 that is %s says that the API is not there', async (_, reply) => {
  const { hub } = await serve(() => reply)
  const error: Error = await hub.files.get('f1').catch((error) => error)
  expect(error).toBeInstanceOf(NotServedError)
  expect(error).toMatchObject({ since: '8.10', message: expect.stringMatching(/FEATURE_PUBLIC_API_V2_ENABLED/) })
})

test('the clusters are not on SaaS', async () => {
  const { hub } = await serve(() => ({ status: 404 }))
  await expect(hub.clusters.list()).rejects.toThrow(/only Camunda Hub Self-Managed has the registered clusters/)
})
