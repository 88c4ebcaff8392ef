import { createConsoleClient } from '@x/console'
import { createEmulator } from '@x/emulator'
import { serve } from '@x/emulator/node'
import { parseCredentials } from '@x/env'
import { createHubClient } from '@x/hub'
import { createModelerClient } from '@x/modeler'
import { createOperateClient } from '@x/operate'
import { createOptimizeClient } from '@x/optimize'
import { createOrchestrationClient } from '@x/orchestration'
import { throughUndici } from '@x/rest/undici'
import { createTasklistClient } from '@x/tasklist'
import { startServer } from 'test-servers'
import { describe, expect, test } from 'vitest'
import { loadResource } from '../src/clients/orchestration-resources.ts'
import { ApiError, type ClusterConnection, connectCluster, connectOrganization } from '../src/index.ts'
import { collect, emulate } from './support/emulated.ts'

const options = { auth: { headers: async () => ({}) }, baseUrl: 'http://localhost:1' }

describe('the clients of single APIs', () => {
  test('methods that iterate have names that end with All, and no others do', () => {
    const clients = [
      createOrchestrationClient(options),
      createOperateClient(options),
      createTasklistClient(options),
      createOptimizeClient(options),
      createConsoleClient(options),
      createModelerClient(options),
      createHubClient(options),
    ]
    for (const client of clients) {
      for (const [name, resource] of Object.entries(client)) {
        for (const [verb, method] of Object.entries(resource as Record<string, (...args: unknown[]) => unknown>)) {
          const result = tryCall(method)
          if (result === undefined) continue
          const iterates = typeof (result as AsyncGenerator)[Symbol.asyncIterator] === 'function'
          expect(iterates, `${name}.${verb}`).toBe(verb.endsWith('All'))
          if (!iterates) (result as Promise<unknown>).catch(() => {})
        }
      }
    }
  })

  test('every resource of the Orchestration Cluster API can be loaded', async () => {
    const client = createOrchestrationClient(options)
    for (const name of Object.keys(client) as (keyof typeof client)[]) {
      expect(Object.keys(await loadResource(name, options)), name).toEqual(Object.keys(client[name]))
    }
  })

  test('of one cluster share its token, and use their own addresses', async () => {
    const { camunda, emulator } = emulate(8)
    await camunda.orchestration.processInstances.search()
    await camunda.operate.processInstances.search()
    expect(await collect(camunda.operate.incidents.searchAll({}, { limit: 1 }))).toHaveLength(1)
    await camunda.tasklist.tasks.search()
    await camunda.optimize.health.checkReadiness()
    const kinds = new Set(emulator.journal.entries.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['operate', 'optimize', 'orchestration', 'tasklist', 'token'])
    expect(camunda.auth.stats().tokenRequests).toBe(3)
  })

  test('tokens and calls go through the fetch of your choice, such as undici', async () => {
    const served = await serve({ version: '8.9', rateLimit: false })
    const { cluster } = parseCredentials(served.emulator.credentialsFile('cluster'))
    const camunda = connectCluster(cluster as ClusterConnection, { fetch: throughUndici() })
    expect(await camunda.version()).toMatch(/^8\.9\./)
    expect((await camunda.processInstances.search({ page: { limit: 1 } })).items).toHaveLength(1)
    const error = await camunda.processInstances.get('1').catch((thrown) => thrown)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 404 })
    await served.close()
  })

  test('a method that an API does not have is a TypeError, and a client is not a promise', async () => {
    const { camunda } = emulate(8)
    const { incidents } = camunda.orchestration as unknown as { incidents: { explode(): Promise<void> } }
    await expect(incidents.explode()).rejects.toThrow(new TypeError('incidents.explode is not a method of this API'))
    expect(await camunda.operate).toBe(camunda.operate)
  })

  test('a signal aborts a call while the version is being detected', async () => {
    const stop = new AbortController()
    const fetch = () => new Promise<Response>(() => {})
    const camunda = connectCluster({ restUrl: 'http://localhost:1' }, { ...options, fetch })
    const calls = [
      camunda.incidents.search({}, { signal: stop.signal }),
      camunda.orchestration.cluster.getTopology({ signal: stop.signal }),
    ]
    stop.abort(new Error('enough'))
    for (const call of calls) await expect(call).rejects.toThrow('enough')
  })
})

test('an organization has Console, Web Modeler and Hub', async () => {
  const emulator = createEmulator({ rateLimit: false })
  const { organization = {} } = parseCredentials(emulator.credentialsFile('organization'))
  const { auth, console, modeler, hub } = connectOrganization(organization, { fetch: emulator.fetch })
  expect(emulator.journal.entries).toEqual([])
  expect(await console.clusters.list()).toHaveLength(2)
  expect((await collect(modeler.projects.searchAll({}, { limit: 1 }))).length).toBe(1)
  expect((await hub.workspaces.search()).items.length).toBeGreaterThan(0)
  expect(auth.stats().tokenRequests).toBe(1)
})

test('a worker handles the jobs of a cluster until it is stopped', async () => {
  const jobs = [
    {
      jobKey: '7',
      type: 'charge-card',
      kind: 'BPMN_ELEMENT',
      retries: 3,
      deadline: Date.now() + 60_000,
      variables: {},
      customHeaders: {},
      processInstanceKey: '1',
    },
  ]
  const server = await startServer(({ path, body }) => {
    if (path === '/v2/topology') return { body: { gatewayVersion: '8.9.1' } }
    if (path === '/v2/jobs/activation') return { body: { jobs: jobs.splice(0) } }
    return { status: path === '/v2/jobs/7/completion' && body.includes('R-1') ? 204 : 400 }
  })
  const stop = new AbortController()
  const camunda = connectCluster({ restUrl: server.url }, { auth: options.auth, validate: 'off' })
  await camunda.work(
    {
      'charge-card': async ({ processInstanceKey }) => ({ receipt: `R-${processInstanceKey}` }),
    },
    { signal: stop.signal, onEvent: ({ type }) => type === 'job_completed' && stop.abort() },
  )
  expect(server.received.some(({ path }) => path === '/v2/jobs/7/completion')).toBe(true)
  await server.close()
})

test('a cluster without jobs over REST supports no worker', async () => {
  const camunda = connectCluster({ restUrl: 'http://localhost:1' }, { ...options, version: '8.5' })
  await expect(camunda.work({ a: async () => ({}) })).rejects.toMatchObject({ reason: 'too_old' })
})

/** What a method returns; undefined where it rejects its missing arguments at once. */
function tryCall(method: (...args: unknown[]) => unknown): unknown {
  try {
    return method()
  } catch {
    return undefined
  }
}
