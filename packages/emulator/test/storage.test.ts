import { expect, test } from 'vitest'
import type { CamundaVersion, ClusterStorage } from '../src/index.ts'
import { createCall, createStill, fetchToken } from './support.ts'

/** The statuses, and the details of the problems, of three searches and a command on a cluster of Camunda 8.9. */
async function ask(storage: ClusterStorage) {
  const emulator = createStill({ version: '8.9', storage })
  const credentials = emulator.credentials('cluster')
  const call = async (product: string, method: string, path: string, body: object) => {
    const audience = `${product === 'orchestration' ? 'zeebe' : product}.camunda.io`
    const api = createCall(emulator, emulator.url(product), await fetchToken(emulator, credentials, audience))
    const { status, body: response } = await api(method, path, body)
    return [status, response.detail]
  }
  return [
    await call('operate', 'POST', '/v1/incidents/search', {}),
    await call('tasklist', 'POST', '/v1/tasks/search', {}),
    await call('orchestration', 'POST', '/v2/incidents/search', {}),
    await call('orchestration', 'POST', '/v2/process-instances', { processDefinitionId: 'customer-onboarding' }),
  ]
}

const served = [200, undefined]
const missing = (path: string) => [404, `No static resource ${path}.`]

test('with a search database all APIs are served', async () => {
  expect(await ask('search')).toEqual([served, served, served, served])
})

test('with a relational database there is no v1', async () => {
  expect(await ask('rdbms')).toEqual([missing('v1/incidents/search'), missing('v1/tasks/search'), served, served])
})

test('without a storage there are commands, and no searches', async () => {
  expect(await ask('none')).toEqual([
    missing('v1/incidents/search'),
    missing('v1/tasks/search'),
    [403, expect.stringContaining('requires a secondary storage')],
    served,
  ])
})

test('version and storage describe the only cluster, so they cannot be combined with clusters', () => {
  expect(() => createStill({ version: '8.9', clusters: [{ version: '8.8' }] })).toThrow(/version and storage/)
  expect(() => createStill({ version: '8.5' as CamundaVersion })).toThrow(
    /version must be one of 8\.6, 8\.7, 8\.8, 8\.9, 8\.10/,
  )
})

test.each([
  [8, 'rdbms'],
  [7, 'none'],
  [9, 'h2'],
])('Camunda 8.%i cannot have %s', (minor, storage) => {
  const create = () => createStill({ version: `8.${minor}` as CamundaVersion, storage: storage as ClusterStorage })
  expect(create).toThrow(TypeError)
  expect(create).toThrow("storage must be 'search', 'rdbms' (from 8.9 on) or 'none' (from 8.8 on)")
})
