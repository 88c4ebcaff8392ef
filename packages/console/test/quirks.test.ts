import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { createClients } from '../src/entries/clients.ts'
import {
  type Cluster,
  type CreateClientBody,
  createConsoleClient,
  type Monitoring,
  type SecureConnectivityState,
} from '../src/index.ts'
import { createConsoleClient as createUncheckedClient } from '../src/unchecked.ts'
import { startServer, type TestServer } from './server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const auth = { headers: async () => ({ authorization: 'Bearer token-1' }) }
const consoleClient = (validate: 'lenient' | 'strict' | 'off' = 'lenient') =>
  createConsoleClient({ auth, baseUrl: server.url, validate })
const answer = (value: unknown): void => server.answer({ body: JSON.stringify(value) })

const named = { name: 'n', uuid: 'u' }
const cluster = {
  uuid: 'c',
  name: 'orders',
  ownerId: 'o',
  created: '2026-03-20T11:31:20.206Z',
  planType: named,
  region: named,
  generation: named,
  channel: named,
  autoUpdate: true,
  status: { ready: 'Healthy' },
  links: {},
}

describe('defaults', () => {
  it('asks api.cloud.camunda.io, for the audience of that name', async () => {
    const asked: unknown[] = []
    const client = createConsoleClient({
      auth: {
        headers: async (audience) => {
          asked.push(audience)
          return {}
        },
      },
      fetch: async (input) => {
        asked.push(input)
        return Response.json([])
      },
    })
    await client.members.list()
    expect(asked).toEqual(['api.cloud.camunda.io', 'https://api.cloud.camunda.io/members'])
  })

  it('takes another audience', async () => {
    const asked: unknown[] = []
    const client = createConsoleClient({
      auth: {
        headers: async (audience) => {
          asked.push(audience)
          return {}
        },
      },
      baseUrl: server.url,
      audience: 'api.example.com',
    })
    answer([])
    await client.members.list()
    expect(asked).toEqual(['api.example.com'])
  })

  it('gets the address ranges without a token too', async () => {
    const client = createConsoleClient({
      auth: { headers: () => Promise.reject(new Error('asked for a token')) },
      baseUrl: server.url,
    })
    answer({ 'web-modeler': ['203.0.113.7/32'] })
    expect(await client.meta.getIpRanges()).toEqual({ 'web-modeler': ['203.0.113.7/32'] })
  })
})

describe('reading', () => {
  it('takes a cluster without encryption, and states of tomorrow', async () => {
    const tomorrow = { ...cluster, status: { ready: 'Moving', newStatus: 'Healthy' }, colour: 'red' }
    answer(tomorrow)
    expect(await consoleClient().clusters.get('c')).toEqual(tomorrow)
    answer(tomorrow)
    await expect(consoleClient('strict').clusters.get('c')).rejects.toMatchObject({
      code: 'response_invalid',
      issues: [{ path: 'status.ready' }, { path: 'status.newStatus' }, { path: 'colour' }],
    })
  })

  it('says which member of an answer is missing', async () => {
    answer([{ ...cluster, status: {} }])
    await expect(consoleClient().clusters.list()).rejects.toMatchObject({
      code: 'response_invalid',
      issues: [{ path: '0.status.ready', message: 'is required' }],
    })
  })

  it('takes the empty status of a feature that is off', async () => {
    answer({ status: {} })
    const connectivity = await consoleClient('strict').secureConnectivity.get('c')
    expect(connectivity.status.spec).toBeUndefined()
    answer({ clients: [], status: {} })
    const monitoring = await consoleClient('strict').monitoring.listClients('c')
    expect(monitoring.status.metricsEndpoint?.target).toBeUndefined()
    expectTypeOf<Extract<SecureConnectivityState['status'], { spec: object }>>().not.toBeNever()
    expectTypeOf<NonNullable<Monitoring['status']['metricsEndpoint']>['target']>().toEqualTypeOf<string>()
    expectTypeOf<Cluster['encryption']>().extract<undefined>().not.toBeNever()
  })

  it('never loses a secret that comes once, whatever else the answer lacks or has', async () => {
    const client = { clientId: 'id', clientSecret: 's3cret-value', region: 'new' }
    answer(client)
    expect(await consoleClient('strict').clients.create('c', { clientName: 'worker' })).toEqual(client)
    answer({ uuid: 'u', password: 'p4ssword' })
    expect(await consoleClient('strict').monitoring.createClient('c', { username: 'u' })).toMatchObject({ uuid: 'u' })
    answer({ password: 'p4ssword', more: 1 })
    expect(await consoleClient('strict').monitoring.rotatePassword('c', 'u')).toMatchObject({ password: 'p4ssword' })
    answer({ clientId: 'id' })
    await expect(consoleClient().clients.create('c', { clientName: 'worker' })).rejects.toMatchObject({
      issues: [{ path: 'clientSecret', message: 'is required' }],
    })
  })

  it('gives the backup that was deleted', async () => {
    const state = 'Complete'
    const backup = {
      uuid: 'b',
      name: 'nightly',
      created: 'yesterday',
      completed: '-',
      status: state,
      zeebeStatus: state,
      operateStatus: state,
      tasklistStatus: '-',
      optimizeStatus: 'In progress',
    }
    answer(backup)
    expect(await consoleClient('strict').backups.delete('c', 'b')).toEqual(backup)
    expect(server.seen[0]).toMatchObject({ method: 'DELETE', path: '/clusters/c/backups/b' })
  })

  it('gives nothing where the server answers 204', async () => {
    server.answer({})
    expect(await consoleClient().clusters.delete('c')).toBeUndefined()
  })

  it.each([
    ['text', 'text/csv', 'a,b\n1,2\n', 'a,b\n1,2\n'],
    ['text with a quoted first column', 'text/csv', '"a","b"\n"1","2"\n', '"a","b"\n"1","2"\n'],
    ['text that calls itself JSON', 'application/json', 'a,b\n1,2\n', 'a,b\n1,2\n'],
    ['a JSON string', 'application/json', '"a,b\\n1,\\"2\\"\\n"', 'a,b\n1,"2"\n'],
    ['a JSON string that calls itself CSV', 'text/csv', '"a,b\\n1,2\\n"', 'a,b\n1,2\n'],
    ['nothing', 'text/csv', '', ''],
  ])('reads the activity log as CSV from %s', async (_form, type, body, text) => {
    server.answer({ type, body })
    expect(await consoleClient().activity.getCsv()).toBe(text)
  })

  it('gives the time of an event as a number, however long it is', async () => {
    const event = { service: 's', orgId: 'o', audit: 'a', auditType: 'c', entity: 'e', entityId: 'i', userId: 'u' }
    const texts = ['1763800000000', '1763800000000000', '1763800000.25']
    server.answer({
      body: `[${texts.map((time) => `${JSON.stringify(event).slice(0, -1)},"timestamp":${time}}`).join(',')}]`,
    })
    expect((await consoleClient('strict').activity.list()).map(({ timestamp }) => timestamp)).toEqual(texts.map(Number))
  })
})

describe('sending', () => {
  const refused = async (call: Promise<unknown>, issue: object): Promise<void> => {
    server.seen.length = 0
    await expect(call).rejects.toMatchObject({ code: 'request_invalid', issues: [issue] })
    expect(server.seen).toEqual([])
  }

  it('refuses permissions that are undefined, since that would grant all', async () => {
    const body: CreateClientBody = { clientName: 'worker', permissions: ['Zeebe'] }
    Object.assign(body, { permissions: undefined })
    for (const validate of ['lenient', 'strict'] as const) {
      await refused(consoleClient(validate).clients.create('c', body), { path: 'permissions' })
    }
    await refused(createClients({ auth, baseUrl: server.url }).create('c', body), { path: 'permissions' })
    // @ts-expect-error the compiler refuses it first
    const undefinedPermissions: CreateClientBody = { clientName: 'worker', permissions: undefined }
    expect(undefinedPermissions).toHaveProperty('permissions')
  })

  it('sends no permissions where none are given, and an empty list as it is', async () => {
    const created = { clientId: 'id', clientSecret: 'value' }
    answer(created)
    await consoleClient().clients.create('c', { clientName: 'worker' })
    expect(server.seen[0]?.body).toBe('{"clientName":"worker"}')
    answer(created)
    await consoleClient().clients.create('c', { clientName: 'worker', permissions: [] })
    expect(server.seen[0]?.body).toBe('{"clientName":"worker","permissions":[]}')
  })

  it('refuses a call without its body', async () => {
    const { clusters } = consoleClient()
    await refused((clusters.update as (id: string) => Promise<void>)('c'), {
      path: '',
      message: 'must be a plain object',
    })
  })

  it.each([
    ['lenient', () => consoleClient('lenient')],
    ['strict', () => consoleClient('strict')],
    ['without schemas', () => createUncheckedClient({ auth, baseUrl: server.url })],
  ] as const)('refuses a body that JSON would send as less than it is (%s)', async (_, create) => {
    class Update {
      get description() {
        return 'orders'
      }
    }
    const { clusters, members } = create()
    const calls: [Promise<unknown>, path: string][] = [
      [clusters.update('c', new Update()), ''],
      [clusters.update('c', Object.create({ description: 'orders' })), ''],
      [clusters.update('c', new Map([['description', 'orders']]) as object), ''],
      [clusters.update('c', [] as object), ''],
      [clusters.update('c', { [Symbol('name')]: 'orders' } as object), ''],
      [clusters.updateIpAllowlist('c', { ipallowlist: [new Map() as never] }), 'ipallowlist.0'],
      [members.setRoles('jane@example.com', Object.create({ orgRoles: ['admin'] })), ''],
    ]
    for (const [call, path] of calls) {
      await refused(call, { path, message: expect.stringMatching(/^must be (a plain |an )object/) })
    }
  })

  it('checks nothing with `validate: off`', async () => {
    server.answer({ body: '{"clientId":7}' })
    const body = { clientNames: 'worker', permissions: undefined } as never
    expect(await consoleClient('off').clients.create('c', body)).toEqual({ clientId: 7 })
    expect(server.seen[0]?.body).toBe('{"clientNames":"worker"}')
  })

  it('leaves it to the server to say what a body lacks, unless it is strict', async () => {
    const body = { planTypeId: 'p', channelId: 'c', generationId: 'g', regionId: 'r' } as never
    answer({ clusterId: 'c' })
    expect(await consoleClient().clusters.create(body)).toEqual({ clusterId: 'c' })
    await refused(consoleClient('strict').clusters.create(body), { path: 'name', message: 'is required' })
  })

  it('refuses a misspelt name, with the one that was meant', async () => {
    const body = { name: 'orders', stagelabel: 'dev' }
    await refused(consoleClient().clusters.update('c', body), {
      path: 'stagelabel',
      message: 'is not a known member. Did you mean "stageLabel"?',
    })
  })

  it('refuses what the server is known to refuse', async () => {
    const client = consoleClient()
    const long = 'x'.repeat(50)
    await refused(client.secrets.create('c', { secretName: long, secretValue: 'v' }), { path: 'secretName' })
    await refused(client.clusters.update('c', { description: long.repeat(4) }), { path: 'description' })
    await refused(client.backups.setSchedule('c', { schedule: '0 0 3 * * *' }), { path: 'schedule' })
    await refused(client.backups.setSchedule('c', { schedule: 'daily' }), { path: 'schedule' })
  })

  it('takes what is just short enough, over several lines too', async () => {
    server.answer({})
    await consoleClient().clusters.update('c', { description: `${'x'.repeat(74)}\n${'ü'.repeat(75)}` })
    server.answer({})
    await consoleClient().secrets.create('c', { secretName: 'x'.repeat(49), secretValue: '' })
    expect(server.seen).toHaveLength(1)
  })

  it('cannot be led to another path', async () => {
    const client = consoleClient()
    await refused(client.clusters.delete('..'), { path: 'clusterUuid' })
    await refused(client.clusters.delete(''), { path: 'clusterUuid' })
    await refused(client.clients.delete('c', undefined as unknown as string), { path: 'clientId' })
    server.answer({})
    await client.members.delete('jane+x@example.com/../admin')
    expect(server.seen[0]?.path).toBe('/members/jane%2Bx%40example.com%2F..%2Fadmin')
  })
})
