import { describe, expect, test } from 'vitest'
import { createEmulator } from '../src/index.ts'
import { createCall, createConsole, createStill, fetchToken, ORIGIN } from './support.ts'

type Address = readonly [url: string, allow: string, token: string]

describe('addresses', () => {
  test('are below the origin', () => {
    const emulator = createStill({ origin: 'https://camunda.example:8443/' })
    const { clusterId } = emulator.credentials('cluster')
    expect(emulator.url('token')).toBe('https://camunda.example:8443/oauth/token')
    expect(emulator.url('jwks')).toBe('https://camunda.example:8443/.well-known/jwks.json')
    expect(emulator.url('console')).toBe('https://camunda.example:8443/console')
    expect(emulator.url('operate')).toBe(`https://camunda.example:8443/operate/${clusterId}`)
    expect(emulator.url('operate', 'another')).toBe('https://camunda.example:8443/operate/another')
    expect(() => emulator.url('optimise')).toThrow(
      'The emulator has no optimise; it has token, discovery, jwks, console',
    )
  })

  test('differ between emulators, unless they are set', () => {
    const urls = [createEmulator(), createEmulator(), createEmulator({ origin: ORIGIN })].map(({ url }) => url('token'))
    const [, first] = /^http:\/\/camunda-(\d+)\.localhost\/oauth\/token$/.exec(urls[0] ?? '') ?? []
    const next = `http://camunda-${Number(first) + 1}.localhost/oauth/token`
    expect(urls.slice(1)).toEqual([next, 'http://camunda.localhost/oauth/token'])
  })

  test.each(['camunda.localhost', 'ftp://camunda.localhost', 'http://a/b', 'http://a/?b', 'http://a:b@c/'])(
    'the origin %s is rejected by name',
    (origin) => expect(() => createEmulator({ origin })).toThrow(/^origin must be/),
  )

  test.each([0, -1, 1.5, Number.NaN])('the token lifetime %s is rejected by name', (tokenLifetimeSeconds) =>
    expect(() => createEmulator({ tokenLifetimeSeconds })).toThrow(/^tokenLifetimeSeconds must be/),
  )
})

describe('fetch', () => {
  test('accepts what the global fetch accepts, and does not use `this`', async () => {
    const { fetch, url } = createStill()
    const address = `${url('console')}/meta/ip-ranges`
    for (const input of [address, new URL(address), new Request(address)]) {
      expect((await fetch(input)).status).toBe(200)
    }
    const head = await fetch(address, { method: 'HEAD' })
    expect([head.status, await head.text(), head.headers.get('content-type')]).toEqual([
      200,
      '',
      'application/json; charset=utf-8',
    ])
  })

  test('responds with 404 to an unknown path, and lists the products', async () => {
    const emulator = createStill()
    for (const path of ['/connectors/a/inbound', '/consoles/clusters', '/oauth/token/a', '/oauth', '/oauth//token']) {
      const response = await emulator.fetch(`http://camunda.localhost${path}`)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({
        status: 404,
        message: expect.stringMatching(
          /^Nothing at this path\. The emulator serves .*\/console, \/operate, \/modeler, \/zeebe, \/tasklist, \/optimize, \/hub\.$/,
        ),
      })
    }
  })

  test('describes the emulator and its addresses at /, in JSON, and for browsers in HTML', async () => {
    const emulator = createStill({ clusters: [{ name: '<b>Orders & more' }, { name: 'two' }] })
    const { clusterId } = emulator.credentials('cluster')
    const asJson = await emulator.fetch('http://camunda.localhost/')
    expect(asJson.status).toBe(200)
    const { about, addresses } = await asJson.json()
    expect(about).toContain('emulated Camunda 8')
    expect(addresses).toHaveLength(14)
    expect(addresses).toEqual(
      expect.arrayContaining([
        { name: 'token', url: emulator.url('token') },
        { name: 'discovery', url: emulator.url('discovery') },
        { name: 'console', url: emulator.url('console') },
        { name: 'orchestration', cluster: '<b>Orders & more', url: emulator.url('orchestration', clusterId) },
        { name: 'operate', cluster: '<b>Orders & more', url: emulator.url('operate', clusterId) },
        { name: 'modeler', url: emulator.url('modeler') },
        { name: 'hub', url: emulator.url('hub') },
      ]),
    )
    const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
    const page = await emulator.fetch('http://camunda.localhost', { headers })
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    const html = await page.text()
    for (const { url } of addresses) expect(html).toContain(`<td>${url}</td>`)
    expect(html).toContain('operate (&lt;b&gt;Orders &amp; more)')
    expect(html).not.toContain(emulator.credentials('cluster').clientSecret)
  })

  test.each(['saas', 'self-managed'] as const)('names the methods of a path in every 405 on %s', async (deployment) => {
    const emulator = createStill({ deployment })
    const { tokenUrl, ...client } = emulator.credentials('organization')
    const token = await fetchToken(emulator, { tokenUrl, ...client }, 'api.cloud.camunda.io')
    const operateToken = await fetchToken(emulator, emulator.credentials('cluster'), 'operate.camunda.io')
    const operate = `${emulator.url('operate')}/v1`
    const shared: Address[] = [
      ['http://camunda.localhost/', 'GET, HEAD', ''],
      [emulator.url('token'), 'POST', ''],
      [emulator.url('discovery'), 'GET, HEAD', ''],
      [emulator.url('jwks'), 'GET, HEAD', ''],
      [`${operate}/incidents/search`, 'GET, POST', operateToken],
      [`${operate}/process-instances/1`, 'GET, DELETE', operateToken],
      [`${operate}/drd/1/xml`, 'GET', operateToken],
      [`${emulator.url('modeler')}/api/v1/projects/search`, 'POST', token],
      [`${emulator.url('modeler')}/api/v1/info`, 'GET', token],
    ]
    const own = (): Address[] =>
      deployment === 'saas'
        ? [
            [`${emulator.url('console')}/clusters`, 'GET, POST', token],
            [`${emulator.url('console')}/members/a`, 'POST, DELETE', token],
            [`${emulator.url('console')}/meta/ip-ranges`, 'GET', token],
          ]
        : [
            [emulator.url('login'), 'POST', ''],
            [emulator.url('logout'), 'POST', ''],
          ]
    for (const [url, allow, bearer] of [...shared, ...own()]) {
      const headers = { authorization: `Bearer ${bearer}` }
      const response = await emulator.fetch(url, { method: 'PROPFIND', headers })
      expect([url, response.status, response.headers.get('allow')]).toEqual([url, 405, allow])
    }
  })

  test('never sends anything to another host', async () => {
    const { fetch } = createStill()
    await expect(fetch('https://api.cloud.camunda.io/clusters')).rejects.toThrow(TypeError)
  })

  test('rejects a body without a size limit', async () => {
    const { fetch, url } = createStill()
    expect((await fetch(url('token'), { method: 'POST', body: 'x'.repeat(17 * 1024 * 1024) })).status).toBe(413)
  })

  test('aborts with its signal', async () => {
    const { fetch, url } = createStill()
    const reason = new Error('changed my mind')
    await expect(fetch(url('jwks'), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })
})

describe('planned failures', () => {
  test('affect the matching requests, as often as planned', async () => {
    const emulator = createStill()
    const camunda = await createConsole(emulator)
    const answer = { status: 503, headers: { 'retry-after': '7' }, body: 'later' }
    emulator.controls.failNext({ kind: 'console', method: 'GET', times: 2, response: answer })
    const members = async () => (await camunda('GET', '/members')).status
    expect(await camunda('GET', '/members')).toMatchObject({ status: 503, body: 'later' })
    expect((await emulator.fetch(emulator.url('jwks'))).status).toBe(200)
    expect((await camunda('POST', '/clusters', {})).status).toBe(400)
    expect([await members(), await members()]).toEqual([503, 200])
    expect(emulator.journal.count({ status: 503 })).toBe(2)
  })

  test('can break the connection', async () => {
    const emulator = createStill()
    emulator.controls.failNext({ response: 'disconnect' })
    await expect(emulator.fetch(emulator.url('jwks'))).rejects.toThrow(TypeError)
    expect(emulator.journal.entries).toMatchObject([{ kind: 'jwks', status: 0 }])
    expect((await emulator.fetch(emulator.url('jwks'))).status).toBe(200)
  })

  test('can leave a request without a response until the caller aborts', async () => {
    const emulator = createStill()
    emulator.controls.failNext({ kind: 'jwks', response: 'hang' })
    const caller = new AbortController()
    const response = emulator.fetch(emulator.url('jwks'), { signal: caller.signal })
    const reason = new Error('enough')
    caller.abort(reason)
    await expect(response).rejects.toBe(reason)
  })
})

test('two emulators share no state', async () => {
  const [one, two] = [createStill(), createStill()]
  const token = await fetchToken(one, one.credentials('organization'), 'api.cloud.camunda.io')
  const camunda = createCall(one, one.url('console'), token)
  expect((await camunda('DELETE', '/members/lin@example.com')).status).toBe(204)
  expect((await createCall(two, two.url('console'), token)('GET', '/members')).status).toBe(401)
  one.clock.advance(1000)
  one.controls.rotateSecret(one.credentials('organization').clientId)
  expect((await (await createConsole(two))('GET', '/members')).body).toHaveLength(4)
  expect(two.clock.now()).toBe(one.clock.now() - 1000)
  expect(two.journal.count({ kind: 'console' })).toBe(2)
})

test('reset restores everything except the time', async () => {
  const emulator = createStill({ rateLimit: { blockMs: 3_600_000 } })
  const before = emulator.credentialsFile('both')
  const camunda = await createConsole(emulator)
  const clusters = (await camunda('GET', '/clusters')).body
  const { body: made } = await camunda('POST', `/clusters/${clusters[0].uuid}/clients`, { clientName: 'a' })
  await camunda('DELETE', `/clusters/${clusters[1].uuid}`)
  await camunda('DELETE', '/members/lin@example.com')
  emulator.controls.rotateSecret(emulator.credentials('cluster').clientId)
  emulator.controls.rateLimit(1_000_000)
  emulator.controls.failNext({ response: 'disconnect' })
  emulator.clock.advance(1000)
  const now = emulator.clock.now()

  emulator.reset()
  expect(emulator.journal.count()).toBe(0)
  expect(emulator.clock.now()).toBe(now)
  expect(emulator.credentialsFile('both')).toBe(before)
  expect(() => emulator.credentials('cluster', { clientId: made.clientId })).toThrow(TypeError)
  const again = await createConsole(emulator)
  const { body } = await again('GET', '/clusters')
  expect(body.map(({ uuid }: { uuid: string }) => uuid)).toEqual(clusters.map(({ uuid }: { uuid: string }) => uuid))
  expect((await again('GET', '/members')).body).toHaveLength(4)
  expect((await again('GET', '/activity/json')).body).toHaveLength(3)
})

describe('Operate', () => {
  const search = async (emulator: ReturnType<typeof createStill>, clusterId: string, resource: string) => {
    const credentials = emulator.credentials('cluster', { clusterId })
    const token = await fetchToken(emulator, credentials, 'operate.camunda.io')
    return createCall(emulator, emulator.url('operate', clusterId), token)('POST', `/v1/${resource}/search`, {})
  }

  test('is seeded for the initial clusters, empty for a new one, and missing in 8.10', async () => {
    const emulator = createStill({
      clusters: [
        { name: 'old', version: '8.7' },
        { name: 'too new', version: '8.10' },
      ],
    })
    const camunda = await createConsole(emulator)
    const [old, tooNew] = (await camunda('GET', '/clusters')).body
    expect((await search(emulator, old.uuid, 'process-instances')).body.total).toBeGreaterThan(0)
    expect((await search(emulator, tooNew.uuid, 'process-instances')).status).toBe(404)

    const { body: parameters } = await camunda('GET', '/clusters/parameters')
    const { body: created } = await camunda('POST', '/clusters', {
      name: 'new',
      planTypeId: parameters.clusterPlanTypes[0].uuid,
      channelId: parameters.channels[0].uuid,
      generationId: parameters.channels[0].defaultGeneration.uuid,
      regionId: parameters.regions[0].uuid,
    })
    await camunda('POST', `/clusters/${created.clusterId}/clients`, { clientName: 'a' })
    expect((await search(emulator, created.clusterId, 'process-instances')).status).toBe(503)
    emulator.clock.advance(60_000)
    const { status, body } = await search(emulator, created.clusterId, 'process-instances')
    expect([status, body.total]).toEqual([200, 0])
  })

  test('has its deleted instances again after a reset', async () => {
    const emulator = createStill()
    const { clusterId = '' } = emulator.credentials('cluster')
    const before = await search(emulator, clusterId, 'incidents')
    emulator.reset()
    expect((await search(emulator, clusterId, 'incidents')).body).toEqual(before.body)
  })

  test('closes an incident when it is resolved', async () => {
    const emulator = createStill({ operate: { processInstances: 200 } })
    const { clusterId = '', ...credentials } = emulator.credentials('cluster')
    const token = await fetchToken(emulator, credentials, 'operate.camunda.io')
    const active = async () => {
      const response = await emulator.fetch(`${emulator.url('operate')}/v1/incidents/search`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ filter: { state: 'ACTIVE' }, size: 1000 }),
      })
      return [...(await response.text()).matchAll(/"key":(\d+)/g)].map(([, key]) => key as string)
    }
    const [key = '', ...others] = await active()
    emulator.controls.resolveIncident(clusterId, key)
    expect(await active()).toEqual(others)
    expect(() => emulator.controls.resolveIncident('unknown', key)).toThrow(TypeError)
  })
})
