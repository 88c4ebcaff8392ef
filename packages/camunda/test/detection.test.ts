import { startServer, type TestServer } from 'test-servers'
import { afterEach, describe, expect, test } from 'vitest'
import { ClusterError, connectCluster } from '../src/index.ts'
import { emulate, emulatorWith } from './support/emulated.ts'
import { createSaas } from './support/saas.ts'

const auth = { headers: async () => ({}) }
const servers: TestServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})
async function serve(...respond: Parameters<typeof startServer>): Promise<TestServer> {
  const server = await startServer(...respond)
  servers.push(server)
  return server
}
const noRoute = (path: string) => ({
  status: 404,
  headers: { 'content-type': 'application/problem+json' },
  body: { type: 'about:blank', title: 'Not Found', status: 404, detail: `No static resource ${path.slice(1)}.` },
})
const emptyPage = { body: { items: [], total: 0 } }

describe('the version', () => {
  test.each([
    [6, 'operate'],
    [7, 'operate'],
    [8, 'orchestration'],
    [9, 'orchestration'],
    [10, 'orchestration'],
  ])('of a cluster with 8.%i is detected with one request, and %s responds', async (minor, served) => {
    const { camunda, topologies } = emulate(minor)
    expect(topologies()).toBe(0)
    expect(await camunda.version()).toMatch(new RegExp(`^8\\.${minor}\\.`))
    expect((await camunda.incidents.search()).served).toBe(served)
    expect((await camunda.processInstances.search()).served).toBe(served)
    expect(topologies()).toBe(1)
  })

  test('is requested once by concurrent calls, and kept for all users of the same address', async () => {
    const { camunda, emulator, fetch, topologies } = emulate(8)
    await Promise.all(Array.from({ length: 50 }, () => camunda.incidents.search()))
    expect(topologies()).toBe(1)
    const { clientId, clientSecret, tokenUrl } = emulator.credentials('cluster')
    const again = connectCluster(
      { clientId, clientSecret: clientSecret as never, tokenUrl, restUrl: `${emulator.url('orchestration')}/v2/` },
      { fetch },
    )
    await again.incidents.search()
    expect(topologies()).toBe(1)
  })

  test('is not requested where it is set', async () => {
    const { camunda, topologies } = emulate(6, { version: '8.6' })
    expect((await camunda.incidents.search()).served).toBe('operate')
    expect(await camunda.version()).toBe('8.6')
    expect(topologies()).toBe(0)
  })

  test('that is invalid is rejected', () => {
    expect(() => emulate(8, { version: 'latest' })).toThrow('`version` must be a version of Camunda 8, such as 8.9')
    expect(() => emulate(8, { version: '8.1' })).toThrow('the oldest supported version is 8.2')
  })

  test('8.10 is newer than 8.9, and suffixes do not matter', async () => {
    const server = await serve(({ path }) =>
      path === '/v2/topology' ? { body: { gatewayVersion: '8.10.0-alpha2' } } : noRoute(path),
    )
    const camunda = connectCluster({ restUrl: server.url }, { auth })
    expect(await camunda.version()).toBe('8.10.0-alpha2')
    await expect(camunda.operate.incidents.search()).rejects.toThrow('Camunda 8.10.0-alpha2 does not serve Operate v1')
    expect(server.received).toHaveLength(1)
  })

  test('of 8.5 is at another path', async () => {
    const server = await serve(({ path }) => {
      if (path === '/v1/topology') return { body: { gatewayVersion: '8.5.9' } }
      return path === '/operate/v1/incidents/search' ? emptyPage : noRoute(path)
    })
    const camunda = connectCluster({ restUrl: server.url, operateUrl: `${server.url}/operate` }, { auth })
    expect(await camunda.version()).toBe('8.5.9')
    expect(await camunda.incidents.search()).toMatchObject({ items: [], served: 'operate' })
    expect(server.received.map(({ path }) => path)).toEqual([
      '/v2/topology',
      '/v1/topology',
      '/operate/v1/incidents/search',
    ])
  })

  test('is requested once more if a connection breaks', async () => {
    let isFirst = true
    const server = await serve(({ path }, response) => {
      if (isFirst) response.destroy()
      const reply = isFirst
        ? undefined
        : path === '/v2/topology'
          ? { body: { gatewayVersion: '8.9.2' } }
          : noRoute(path)
      isFirst = false
      return reply
    })
    const camunda = connectCluster({ restUrl: server.url, operateUrl: server.url }, { auth })
    expect(await camunda.version()).toBe('8.9.2')
    expect(server.received.map(({ path }) => path)).toEqual(['/v2/topology', '/v2/topology'])
  })

  test('that could not be detected is requested again by the next call', async () => {
    let status = 500
    const server = await serve(() => (status === 500 ? { status } : { body: { gatewayVersion: '8.9.2' } }))
    const camunda = connectCluster({ restUrl: server.url }, { auth })
    await expect(Promise.all([camunda.version(), camunda.incidents.search()])).rejects.toMatchObject({ status })
    expect(server.received).toHaveLength(1)
    status = 200
    expect(await camunda.version()).toBe('8.9.2')
  })

  test('of an older cluster is unknown, and Operate shows that it exists', async () => {
    const server = await serve(({ path }) => (path.startsWith('/operate/v1/') ? emptyPage : noRoute(path)))
    const camunda = connectCluster({ restUrl: server.url, operateUrl: `${server.url}/operate` }, { auth })
    expect(await camunda.version()).toBeUndefined()
    expect((await camunda.processInstances.search()).served).toBe('operate')
    expect(server.received.filter(({ path }) => path.endsWith('topology'))).toHaveLength(2)
  })
})

describe('the hosts of SaaS', () => {
  test('a cluster of 8.7 is found at its own host if the unified one was derived', async () => {
    const saas = createSaas(7)
    const camunda = saas.connect()
    expect(await camunda.version()).toMatch(/^8\.7/)
    expect(saas.hosts).toEqual(['bru-2.api.camunda.io', 'bru-2.zeebe.camunda.io'])
    await camunda.orchestration.messages.publish({ name: 'paid', correlationKey: 'A-1' })
    expect(saas.hosts.at(-1)).toBe('bru-2.zeebe.camunda.io')
  })

  test('a cluster of 8.10 is found at the unified host with the file of an older one', async () => {
    const saas = createSaas(10)
    const camunda = saas.connect({ restUrl: undefined })
    expect(await camunda.version()).toMatch(/^8\.10/)
    const old = saas.connect({ restUrl: saas.credentials.restUrl?.replace('.api.', '.zeebe.') })
    expect((await old.incidents.search()).served).toBe('orchestration')
    expect(saas.hosts.slice(1)).toEqual(['bru-2.zeebe.camunda.io', 'bru-2.api.camunda.io', 'bru-2.api.camunda.io'])
  })

  test.each(['404', 'ENOTFOUND'] as const)(
    'a program continues while its cluster is updated from 8.7 to 8.10, whose old hosts are gone: %s',
    async (gone) => {
      const saas = createSaas(7)
      const camunda = saas.connect()
      const callers = () => Promise.all(Array.from({ length: 20 }, () => camunda.processInstances.search()))
      const servedOf = async () => [...new Set((await callers()).map(({ served }) => served))]
      expect(await servedOf()).toEqual(['operate'])
      expect((await camunda.userTasks.search()).served).toBe('tasklist')
      await camunda.orchestration.messages.publish({ name: 'paid', correlationKey: 'A-1' })
      expect(saas.topologies()).toBe(2)
      saas.update(10, gone)
      expect(await servedOf()).toEqual(['orchestration'])
      expect((await camunda.userTasks.search()).served).toBe('orchestration')
      await camunda.orchestration.messages.publish({ name: 'paid', correlationKey: 'A-1' })
      expect(await camunda.version()).toMatch(/^8\.10/)
      // Whatever fails first asks again for all: the host that is configured responds.
      expect(saas.topologies()).toBe(3)
    },
  )

  test('with the file of the old host, all callers together send two requests to find the new one', async () => {
    const saas = createSaas(9)
    const camunda = saas.connect({ restUrl: saas.credentials.restUrl?.replace('.api.', '.zeebe.') })
    const callers = () => Promise.all(Array.from({ length: 20 }, () => camunda.incidents.search()))
    await callers()
    expect(saas.topologies()).toBe(1)
    saas.update(10, 'ENOTFOUND')
    await callers()
    expect(saas.topologies()).toBe(3)
  })

  test('a command is repeated at the new host, since the old one did not have the endpoint', async () => {
    const saas = createSaas(9)
    const camunda = saas.connect({ restUrl: saas.credentials.restUrl?.replace('.api.', '.zeebe.') })
    await camunda.orchestration.messages.publish({ name: 'paid', correlationKey: 'A-1' })
    saas.update(10)
    await camunda.orchestration.messages.publish({ name: 'paid', correlationKey: 'A-1' })
    expect(saas.hosts.at(-1)).toBe('bru-2.api.camunda.io')
  })

  test('an iteration continues with the new API only if nothing has been returned', async () => {
    const saas = createSaas(7)
    const camunda = saas.connect()
    await camunda.version()
    const begun = camunda.processInstances.searchAll({ page: { limit: 1 } })
    await begun.next()
    const fresh = camunda.processInstances.searchAll()
    saas.update(10)
    await fresh.next()
    expect(saas.hosts.at(-1)).toBe('bru-2.api.camunda.io')
    // The page that was requested ahead is the last one before the update.
    const rest = (async () => {
      for await (const _ of begun);
    })()
    await expect(rest).rejects.toThrow()
  })

  test('a cursor of the older API is rejected by name after the update', async () => {
    const saas = createSaas(7)
    const camunda = saas.connect()
    const { endCursor } = await camunda.processInstances.search({ page: { limit: 1 } })
    saas.update(10)
    await camunda.incidents.search()
    await expect(camunda.processInstances.search({ page: { after: endCursor ?? '' } })).rejects.toThrow(
      'page.after is a cursor of an older API',
    )
  })
})

describe('derivation', () => {
  test('addresses are derived from region and cluster id, or from that of a product', async () => {
    const saas = createSaas(9)
    const { region, clusterId, operateUrl } = saas.credentials
    const none = { restUrl: undefined, operateUrl: undefined, tasklistUrl: undefined }
    expect(await saas.connect({ ...none, region, clusterId }).version()).toMatch(/^8\.9/)
    const camunda = saas.connect({ ...none, region: undefined, clusterId: undefined, operateUrl })
    expect((await camunda.incidents.search()).served).toBe('orchestration')
    expect(new Set(saas.hosts)).toEqual(new Set(['bru-2.api.camunda.io']))
  })

  test('from 8.8 on, Operate and Tasklist are at the address of the cluster, unless configured', async () => {
    const server = await serve(({ path }) => {
      if (path === '/v2/topology') return { body: { gatewayVersion: '8.8.0' } }
      return path.startsWith('/v1/tasks') ? { body: [] } : emptyPage
    })
    const camunda = connectCluster({ restUrl: server.url }, { auth })
    expect(await camunda.operate.incidents.search()).toMatchObject({ items: [] })
    expect(await camunda.tasklist.tasks.search()).toEqual([])
    const older = connectCluster({ restUrl: server.url }, { auth, version: '8.6' })
    await expect(older.incidents.search()).rejects.toThrow('`operateUrl` must be the address of Operate')
    await expect(older.userTasks.search()).rejects.toThrow('`tasklistUrl` must be the address of Tasklist')
  })

  test('v1 on a relational database is distinguished from a wrong address', async () => {
    const server = await serve(({ path }) =>
      path === '/v2/topology' ? { body: { gatewayVersion: '8.9.0' } } : noRoute(path),
    )
    const camunda = connectCluster({ restUrl: server.url }, { auth })
    const error = await camunda.operate.incidents.search().catch((error: unknown) => error)
    expect(error).toMatchObject({ reason: 'not_served', cause: { name: 'NotServedError' } })
    expect(String(error)).toContain('on Elasticsearch and OpenSearch only')
  })
})

describe('repeated detection', () => {
  test('is limited to one if nothing has changed', async () => {
    let now = 0
    const server = await serve(({ path }) =>
      path === '/v2/topology' ? { body: { gatewayVersion: '8.9.0' } } : noRoute(path),
    )
    const camunda = connectCluster({ restUrl: server.url }, { auth, now: () => now })
    const topologies = () => server.received.filter(({ path }) => path === '/v2/topology').length
    for (let call = 0; call < 5; call++) await expect(camunda.tasklist.tasks.get('1')).rejects.toThrow()
    expect(topologies()).toBe(2)
    now += 30_001
    await expect(camunda.tasklist.tasks.get('1')).rejects.toThrow()
    expect(topologies()).toBe(3)
  })

  test('neither a missing permission nor a missing entity is a sign of a change', async () => {
    const server = await serve(({ path }) => {
      if (path === '/v2/topology') return { body: { gatewayVersion: '8.9.0' } }
      const status = path.includes('incidents') ? 403 : 404
      return { status, headers: { 'content-type': 'application/problem+json' }, body: { title: 'NOT_FOUND', status } }
    })
    const camunda = connectCluster({ restUrl: server.url }, { auth })
    await expect(camunda.incidents.get('1')).rejects.toMatchObject({ status: 403 })
    await expect(camunda.variables.get('1')).rejects.toMatchObject({ status: 404 })
    expect(server.received).toHaveLength(3)
  })

  test('a cluster without secondary storage has commands, and is distinguished from one without v1', async () => {
    const camunda = createSaas(9, 'none').connect()
    const search = camunda.incidents.search()
    await expect(search).rejects.toBeInstanceOf(ClusterError)
    await expect(search).rejects.toMatchObject({ reason: 'no_secondary_storage', cause: { status: 403 } })
    await expect(search).rejects.toThrow('runs without secondary storage, so it has no searches')
    await expect(camunda.userTasks.searchAll().next()).rejects.toMatchObject({ reason: 'no_secondary_storage' })
    await camunda.orchestration.messages.publish({ name: 'paid', correlationKey: 'A-1' })
  })

  test('a missing permission is neither: it stays the 403 of the called API', async () => {
    const emulator = emulatorWith(8, 0)
    const { clientId } = emulator.credentials('cluster')
    const newer = emulate(8, {}, emulator).camunda
    const older = emulate(8, { version: '8.7' }, emulator).camunda
    // Tokens that are there already are still good for less.
    await Promise.all(
      [newer, older, older].map((camunda, index) => camunda[index < 2 ? 'incidents' : 'userTasks'].search()),
    )
    emulator.controls.setPermissions(clientId, [])
    for (const search of [newer.incidents, older.incidents, older.userTasks].map((queries) => () => queries.search())) {
      await expect(search()).rejects.toMatchObject({ name: 'ApiError', status: 403 })
    }
    // Who gets no token at all is told so.
    const fresh = emulate(8, {}, emulator).camunda
    await expect(fresh.incidents.search()).rejects.toMatchObject({ reason: 'credentials_rejected' })
    await expect(fresh.version()).rejects.toThrow('cannot find out the version: set `version`')
  })
})
