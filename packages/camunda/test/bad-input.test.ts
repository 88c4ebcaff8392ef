import { createEmulator } from '@x/emulator'
import { type ClusterCredentials, parseCredentials } from '@x/env'
import { startServer, type TestServer } from 'test-servers'
import { afterEach, describe, expect, test } from 'vitest'
import { ClusterError, connectCluster, connectOrganization } from '../src/index.ts'
import { emulatorWith, unpacedAuth } from './support/emulated.ts'
import { createSaas } from './support/saas.ts'

const auth = { headers: async () => ({}) }
const servers: TestServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

/** The error of the first call. */
async function failure(call: () => Promise<unknown>): Promise<ClusterError> {
  const error = await call().then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(ClusterError)
  return error as ClusterError
}

describe('credentials of the wrong kind', () => {
  const emulator = createEmulator({ version: '8.9', rateLimit: false })
  const { cluster, organization } = parseCredentials(emulator.credentialsFile('both'))

  test('of an organization are rejected before anything is sent', () => {
    expect(() => connectCluster(organization as never)).toThrow('`connectCluster` needs those of a cluster')
    expect(() => connectOrganization(cluster as never)).toThrow('`connectOrganization` needs those of an organization')
  })

  test('of both kinds, or none, are rejected as well', () => {
    const both = parseCredentials(emulator.credentialsFile('both'))
    expect(() => connectCluster(both as never)).toThrow('Pass their member `cluster`')
    expect(() => connectOrganization(both as never)).toThrow('Pass their member `organization`')
    expect(() => connectCluster({})).toThrow('The credentials have no address of the cluster')
    expect(() => connectCluster({ restUrl: 'http://localhost:8080' })).toThrow('clientId')
  })

  test('of an organization under the names of a cluster are rejected by the token endpoint, once', async () => {
    const { clientId, clientSecret } = emulator.credentials('organization')
    const camunda = connectCluster(
      { ...cluster, clientId, clientSecret: clientSecret as never },
      { fetch: emulator.fetch },
    )
    const error = await failure(() => camunda.incidents.search())
    expect(error).toMatchObject({ reason: 'credentials_rejected', cause: { name: 'TokenRejectedError' } })
    expect(error.message).toContain('Use the API client of this cluster')
    expect(error.message).not.toContain(clientSecret)
    expect(error.tried).toHaveLength(1)
  })

  test('of your own installation are never sent to SaaS', async () => {
    const sent: string[] = []
    const fetch = async (url: string): Promise<Response> => {
      sent.push(url)
      return Response.json(url.endsWith('/token') ? { access_token: 'a', expires_in: 60 } : [])
    }
    const client = { clientId: 'a', clientSecret: 'b' as never }
    const own = { ...client, tokenUrl: 'http://localhost:18080/token', hubUrl: 'http://localhost:8088' }
    const { console, modeler } = connectOrganization(own, { fetch })
    for (const [call, name] of [
      [() => console.clusters.list(), '`consoleUrl`'],
      [() => modeler.projects.search(), '`modelerUrl`'],
    ] as const) {
      const error = await failure(call)
      expect(error).toMatchObject({ reason: 'wrong_credentials' })
      expect(error.message).toContain(name)
    }
    expect(sent).toEqual([])
    const saas = { ...client, tokenUrl: 'https://login.cloud.camunda.io/oauth/token' }
    await connectOrganization(saas, { fetch }).console.clusters.list()
    expect(sent).toEqual([saas.tokenUrl, 'https://api.cloud.camunda.io/clusters'])
  })

  test('of another cluster are rejected by the cluster', async () => {
    const { fetch, ...two } = createEmulator({ operate: { processInstances: 0 }, rateLimit: false })
    const both = parseCredentials(two.credentialsFile('both'))
    const { console } = connectOrganization(both.organization ?? {}, { fetch })
    const [, second] = await console.clusters.list()
    const file = two.credentialsFile('cluster', { clusterId: second?.uuid })
    const other = parseCredentials(file).cluster as ClusterCredentials
    const { restUrl, operateUrl, tasklistUrl } = both.cluster as ClusterCredentials
    const auth = unpacedAuth({ ...other, fetch })
    const camunda = connectCluster({ ...other, restUrl, operateUrl, tasklistUrl }, { auth, fetch })
    expect((await failure(() => camunda.version())).reason).toBe('credentials_rejected')
  })
})

describe('a cluster that does not respond', () => {
  test('because it is suspended', async () => {
    const emulator = emulatorWith(9, 0)
    const cluster = parseCredentials(emulator.credentialsFile('cluster')).cluster as ClusterCredentials
    emulator.controls.setClusterStatus(cluster.clusterId ?? '', 'Suspended')
    const camunda = connectCluster(cluster, { fetch: emulator.fetch, retry: false })
    const error = await failure(() => camunda.processInstances.search())
    expect(error.reason).toBe('not_running')
    expect(error.message).toContain('Resume it in Console')
    expect(error.tried).toMatchObject([{ method: 'GET', outcome: '503' }])
    emulator.controls.setClusterStatus(cluster.clusterId ?? '', 'Healthy')
    expect((await camunda.processInstances.search()).served).toBe('orchestration')
  })

  test('because it does not exist, or is older than 8.2', async () => {
    const saas = createSaas(9)
    const gone = saas.credentials.restUrl?.replace(/[^/]+$/, '00000000-0000-4000-8000-000000000000')
    const operateUrl = saas.credentials.operateUrl?.replace(/[^/]+$/, '00000000-0000-4000-8000-000000000000')
    const camunda = saas.connect({ restUrl: gone, operateUrl })
    for (const call of [() => camunda.version(), () => camunda.incidents.search()]) {
      const error = await failure(call)
      expect(error.reason).toBe('not_found')
      expect(error.tried.map(({ url, outcome }) => [new URL(url).hostname, outcome])).toEqual([
        ['bru-2.api.camunda.io', '404'],
        ['bru-2.zeebe.camunda.io', '404'],
        ['bru-2.operate.camunda.io', '404'],
      ])
      expect(error.message).toContain('deleted, or older than 8.2')
    }
  })

  test('because of a typo in its host', async () => {
    const saas = createSaas(9)
    const restUrl = saas.credentials.restUrl?.replace('bru-2', 'bru-22')
    const error = await failure(() => saas.connect({ restUrl }).version())
    expect(error.reason).toBe('not_found')
    expect(error.tried.map(({ outcome }) => outcome)).toEqual(['ENOTFOUND', 'ENOTFOUND'])
    expect(error.message).toContain('Compare the address with that of the cluster')
  })
})

describe('an address', () => {
  async function serve(): Promise<TestServer> {
    const server = await startServer(({ path }) =>
      path === '/v2/topology' ? { body: { gatewayVersion: '8.9.1' } } : { status: 404, body: 'Not Found' },
    )
    servers.push(server)
    return server
  }

  test.each(['', '/', '/v2', '/v2/', '/v1'])('may end with "%s"', async (end) => {
    const { url } = await serve()
    expect(await connectCluster({ restUrl: url + end }, { auth }).version()).toBe('8.9.1')
  })

  test.each(['/operate', '/tasklist'])('with the path of a product, %s, is reported', async (path) => {
    const { url } = await serve()
    const error = await failure(() => connectCluster({ restUrl: url + path }, { auth }).version())
    expect(error.message).toContain(`\`restUrl\` ends with ${path}, the path of a product. Remove it`)
    expect(error.message).toContain(`Tried: GET ${url}${path}/v2/topology (404)`)
  })

  test.each([
    ['http://127.0.0.1:26500', 'port 26500, that of gRPC'],
    ['http://127.0.0.1:9600', 'port 9600, that of the management API'],
    ['https://bru-2.api.camunda.io:8443/abc', 'has a port, which addresses of SaaS do not have'],
    ['https://bru-2.optimize.camunda.io/abc', 'must be https://<region>.api.camunda.io/<cluster id> on SaaS'],
  ])('that cannot work, %s, is reported if nothing responds', async (restUrl, advice) => {
    const fetch = async () => {
      throw new TypeError('fetch failed')
    }
    const error = await failure(() => connectCluster({ restUrl }, { auth, fetch, retry: false }).version())
    expect(error.message).toContain(advice)
  })

  test.each([
    'https://bru-2.api.camunda.io/abc/operate',
    'https://bru-2.api.camunda.io:443/abc/v2',
    'https://bru-2.api.camunda.io/:443/abc/v2/',
  ])('of SaaS is accepted as displayed and as copied: %s', async (restUrl) => {
    const seen: string[] = []
    const fetch = async (url: string) => {
      seen.push(url)
      return Response.json({ gatewayVersion: '8.9.1' })
    }
    await connectCluster({ restUrl }, { auth, fetch }).version()
    expect(seen).toEqual(['https://bru-2.api.camunda.io/abc/v2/topology'])
  })

  test.each(['localhost:8080', 'grpcs://x.bru-2.zeebe.camunda.io:443', 'https://user:secret@host'])(
    'that is not a plain URL is a config_invalid: %s',
    (restUrl) => {
      expect(() => connectCluster({ restUrl }, { auth })).toThrow('`restUrl` must be')
    },
  )

  test('of another service that responds is not a cluster', async () => {
    const server = await startServer(() => ({ headers: { 'content-type': 'text/html' }, body: '<html>Hello</html>' }))
    servers.push(server)
    const error = await failure(() => connectCluster({ restUrl: server.url }, { auth }).version())
    expect(error.tried.map(({ outcome }) => outcome)).toEqual(['200, not JSON', '200, not JSON'])
  })

  test('that an IP allowlist protects is distinguished from a wrong one', async () => {
    const server = await startServer(() => ({ status: 403, body: 'Forbidden' }))
    servers.push(server)
    const error = await failure(() => connectCluster({ restUrl: server.url }, { auth }).version())
    expect(error).toMatchObject({ reason: 'not_allowed' })
    expect(error.message).toContain('IP allowlist')
  })
})

describe('the complete message lists the attempts and says what to do', () => {
  const unreachable = async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) })
  }
  const notFound = async () => new Response('Not Found', { status: 404 })
  const status = (code: number) => async () => new Response('', { status: code })
  const topology = (gatewayVersion: string) => async () => Response.json({ gatewayVersion })
  const saas = 'https://bru-2.api.camunda.io'
  const messageOf = async (restUrl: string, fetch: (url: string) => Promise<Response>, operateUrl?: string) => {
    const camunda = connectCluster({ restUrl, operateUrl }, { auth, fetch, retry: false })
    return (await failure(() => camunda.version())).message
  }

  test('of credentials of an organization', async () => {
    const organization = { clientId: 'id', clientSecret: 'secret', audience: 'api.cloud.camunda.io' }
    expect(() => connectCluster(organization as never)).toThrowErrorMatchingInlineSnapshot(
      `[ClusterError: These are the credentials of an organization, but \`connectCluster\` needs those of a cluster. Create an API client of the cluster (Console > the cluster > API), or use \`connectOrganization\`]`,
    )
  })

  test('of a cluster that is paused', async () => {
    expect(await messageOf(`${saas}/abc`, status(503))).toMatchInlineSnapshot(
      `"The cluster does not respond: it is suspended, starting or updating. Resume it in Console, or try again later. Tried: GET https://bru-2.api.camunda.io/abc/v2/topology (503)"`,
    )
  })

  test('of a cluster that does not exist', async () => {
    const operateUrl = 'https://bru-2.operate.camunda.io/abc'
    expect(await messageOf(`${saas}/abc`, notFound, operateUrl)).toMatchInlineSnapshot(
      `"No Camunda cluster responds here. Compare the address with that of the cluster, which Console shows on SaaS. The cluster may also be stopped, deleted, or older than 8.2. Tried: GET https://bru-2.api.camunda.io/abc/v2/topology (404); GET https://bru-2.zeebe.camunda.io/abc/v2/topology (404); POST https://bru-2.operate.camunda.io/abc/v1/process-definitions/search (404)"`,
    )
  })

  test('of a cluster that is older than 8.2', async () => {
    expect(await messageOf('http://localhost:8080', topology('8.1.4'))).toMatchInlineSnapshot(
      `"This cluster runs Camunda 8.1.4, but the oldest supported version is 8.2. Update it. Tried: GET http://localhost:8080/v2/topology (200, version 8.1.4)"`,
    )
    expect(await messageOf('http://localhost:8080', topology('7.22.0'))).toMatchInlineSnapshot(
      `"This cluster runs Camunda 7.22.0, but the oldest supported version is 8.2. Update it. Tried: GET http://localhost:8080/v2/topology (200, version 7.22.0)"`,
    )
  })

  test('of an address with the path of a product', async () => {
    expect(await messageOf('http://localhost:8080/operate', notFound)).toMatchInlineSnapshot(
      `"No Camunda cluster responds here. \`restUrl\` ends with /operate, the path of a product. Remove it. Tried: GET http://localhost:8080/operate/v2/topology (404); GET http://localhost:8080/operate/v1/topology (404)"`,
    )
  })

  test('of an address with a port', async () => {
    expect(await messageOf(`${saas}:8080/abc`, unreachable)).toMatchInlineSnapshot(
      `"No Camunda cluster responds here. \`restUrl\` has a port, which addresses of SaaS do not have. Remove it. Tried: GET https://bru-2.api.camunda.io:8080/abc/v2/topology (ECONNREFUSED); GET https://bru-2.api.camunda.io:8080/abc/v2/topology (ECONNREFUSED)"`,
    )
    expect(await messageOf('http://localhost:26500', unreachable)).toMatchInlineSnapshot(
      `"No Camunda cluster responds here. \`restUrl\` has port 26500, that of gRPC. The REST API is at 8080 unless configured otherwise. Tried: GET http://localhost:26500/v2/topology (ECONNREFUSED); GET http://localhost:26500/v2/topology (ECONNREFUSED)"`,
    )
  })

  test('of an address with a typo', async () => {
    expect(await messageOf(`${saas}`, notFound)).toMatchInlineSnapshot(
      `"No Camunda cluster responds here. \`restUrl\` must be https://<region>.api.camunda.io/<cluster id> on SaaS. Tried: GET https://bru-2.api.camunda.io/v2/topology (404); GET https://bru-2.api.camunda.io/v1/topology (404)"`,
    )
    expect(await messageOf('http://localhots:8080', unreachable)).toMatchInlineSnapshot(
      `"No Camunda cluster responds here. Compare the address with that of the cluster, which Console shows on SaaS. The cluster may also be stopped, deleted, or older than 8.2. Tried: GET http://localhots:8080/v2/topology (ECONNREFUSED); GET http://localhots:8080/v2/topology (ECONNREFUSED)"`,
    )
    expect(() => connectCluster({ restUrl: 'htps://localhost' }, { auth })).toThrowErrorMatchingInlineSnapshot(
      `[RestError: \`restUrl\` must be an address that starts with https:// or http://]`,
    )
  })
})
