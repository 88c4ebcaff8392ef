import { inspect } from 'node:util'
import { ApiError, ConflictError, RateLimitedError, type RestEvent } from '@x/rest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createConsoleClient } from '../src/index.ts'
import { startServer, type TestServer } from './server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const token = 'eyJhbGciOi.t0ken-value'
const events: RestEvent[] = []
const client = () =>
  createConsoleClient({
    auth: { headers: async () => ({ authorization: `Bearer ${token}` }) },
    baseUrl: server.url,
    retry: false,
    onEvent: (event) => events.push(event),
  })
const failure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => expect.unreachable('the call had to fail'),
    (error: unknown) => error,
  )

describe('error answers', () => {
  const failover = { backupIds: ['b'], restoreBackupId: 'b' }

  it.each([
    ['plain text', 'text/plain', 'Cluster is not multi-region', 'Cluster is not multi-region'],
    ['a JSON string', 'application/json', '"Cluster is not multi-region"', 'Cluster is not multi-region'],
    ['a JSON object', 'application/json', '{"message":"Cluster is not multi-region"}', 'Cluster is not multi-region'],
    ['problem details', 'application/problem+json', '{"title":"No","detail":"Not multi-region"}', 'Not multi-region'],
    ['a page of a proxy', 'text/html', '<html><title>Bad day</title><p>long story', 'HTML page: Bad day'],
    ['nothing', 'text/plain', '', undefined],
  ])('are read from %s', async (_form, type, body, detail) => {
    server.answer({ status: 422, type, body })
    const error = await failure(client().clusters.failover('c', failover))
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({
      code: 'http',
      status: 422,
      method: 'POST',
      operation: 'clusters.failover',
      url: `${server.url}/clusters/c/failover`,
    })
    expect((error as ApiError).detail).toBe(detail)
  })

  it('have a class of their own where that helps', async () => {
    server.answer({ status: 409, body: '' })
    expect(await failure(client().secrets.delete('c', 's'))).toBeInstanceOf(ConflictError)
    server.answer({ status: 429, body: '', headers: { 'retry-after': '7' } })
    const limited = await failure(client().clusters.list())
    expect(limited).toBeInstanceOf(RateLimitedError)
    expect(limited).toMatchObject({ retryAfterMs: 7000 })
  })

  it('say what is probably wrong with the API client', async () => {
    server.answer({ status: 401, body: '' })
    expect(await failure(client().clusters.list())).toMatchObject({
      message: expect.stringContaining('an API client of the organization'),
    })
    server.answer({ status: 403, body: '' })
    expect(await failure(client().clusters.list())).toMatchObject({
      message: expect.stringContaining('permission'),
    })
  })

  it('have the same message for different clusters', async () => {
    const messages = new Set<string>()
    for (const id of ['one', 'two']) {
      server.answer({ status: 404, body: `no cluster ${id}` })
      messages.add(((await failure(client().clusters.get(id))) as Error).message)
    }
    expect(messages.size).toBe(1)
  })
})

describe('secrets', () => {
  const secret = 'hunter2-hunter2'
  const printed = (thing: unknown): string =>
    `${inspect(thing, { depth: 9, showHidden: true })}${JSON.stringify(thing)}${String(thing)}`

  it('are in no error and no event', async () => {
    events.length = 0
    const things: unknown[] = []
    const { secrets, clients, monitoring } = client()
    server.answer({ status: 500, type: 'text/plain', body: `you sent Bearer ${token}` })
    things.push(await failure(secrets.create('c', { secretName: 'NAME', secretValue: secret })))
    server.answer({ status: 409, body: '' })
    things.push(await failure(secrets.update('c', 'NAME', { secretValue: secret })))
    things.push(await failure(secrets.create('c', { secretName: secret.repeat(9), secretValue: secret })))
    things.push(await failure(secrets.create('c', { secretValues: secret } as never)))
    server.answer({ body: JSON.stringify({ NAME: [secret] }) })
    things.push(await failure(secrets.list('c')))
    server.answer({ body: JSON.stringify({ clientSecret: secret }) })
    things.push(await failure(clients.create('c', { clientName: 'worker' })))
    server.answer({ body: `{"password":"${secret}",` })
    things.push(await failure(monitoring.createClient('c', { username: 'u' })))
    server.answer({ body: JSON.stringify({ password: [secret] }) })
    things.push(await failure(monitoring.rotatePassword('c', 'u')))
    expect(things.every((thing) => thing instanceof Error)).toBe(true)
    expect(things).toHaveLength(8)
    expect(events.length).toBeGreaterThan(8)
    for (const thing of [...things, ...events]) {
      expect(printed(thing)).not.toContain(secret)
      expect(printed(thing)).not.toContain(token)
    }
  })
})

describe('repeating', () => {
  const tries = async (run: (console: ReturnType<typeof client>) => Promise<unknown>): Promise<number> => {
    const console = createConsoleClient({
      auth: { headers: async () => ({}) },
      baseUrl: server.url,
      retry: { limit: 1, baseDelayMs: 0 },
    })
    server.answer({ status: 503, body: '' })
    expect(await failure(run(console))).toMatchObject({ status: 503 })
    return server.seen.length
  }

  it('asks and sets again, but creates nothing twice', async () => {
    expect(await tries((console) => console.clusters.list())).toBe(2)
    expect(await tries((console) => console.secrets.update('c', 's', { secretValue: 'v' }))).toBe(2)
    expect(await tries((console) => console.clients.create('c', { clientName: 'worker' }))).toBe(1)
    expect(await tries((console) => console.backups.create('c'))).toBe(1)
    expect(await tries((console) => console.monitoring.rotatePassword('c', 'u'))).toBe(1)
    expect(await tries((console) => console.members.setRoles('a@example.com', { orgRoles: ['admin'] }))).toBe(1)
  })
})

it.each([undefined, null, ''])('rejects %j as an address: it is not that of SaaS', (baseUrl) => {
  const auth = { headers: async () => ({}) }
  expect(() => createConsoleClient({ auth, baseUrl: baseUrl as never })).toThrow(
    '`baseUrl` must be an address, or left out for SaaS',
  )
  expect(() => createConsoleClient({ auth })).not.toThrow()
})
