import { ApiError, NotServedError, RestError, ValidationError } from '@x/rest'
import { expect, test } from 'vitest'
import { createProcessInstances } from '../src/entries/process-instances.ts'
import { createOperateClient } from '../src/index.ts'
import { operations } from '../src/operations.ts'
import { serve, testAuth } from './serve.ts'

const KEY = '2251799813685249'

test.each([
  ['', '/v1/incidents/1'],
  ['/', '/v1/incidents/1'],
  ['/v1', '/v1/incidents/1'],
  ['/v1/', '/v1/incidents/1'],
  ['/operate', '/operate/v1/incidents/1'],
  ['/a/b/', '/a/b/v1/incidents/1'],
  ['/3fa85f64-5717-4562-b3fc-2c963f66afa6', '/3fa85f64-5717-4562-b3fc-2c963f66afa6/v1/incidents/1'],
  ['/notv1', '/notv1/v1/incidents/1'],
])('base URL ending with "%s"', async (path, expected) => {
  const { baseUrl, received } = await serve(() => ({ body: '{}' }))
  await createOperateClient({ auth: testAuth(), baseUrl: baseUrl + path, validate: 'off' }).incidents.get('1')
  await createOperateClient({ auth: testAuth(), baseUrl: new URL(baseUrl + path), validate: 'off' }).incidents.get('1')
  expect(received.map((request) => request.path)).toEqual([expected, expected])
})

test.each([
  undefined,
  '',
  'operate',
  'ftp://example.com',
  'https://user:secret@example.com',
  'https://example.com/?a=b',
])('base URL %s is refused by name', (baseUrl) => {
  for (const create of [createOperateClient, createProcessInstances]) {
    let error: unknown
    try {
      create({ auth: testAuth(), baseUrl: baseUrl as string })
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(RestError)
    expect(error).toMatchObject({ code: 'config_invalid', message: expect.stringContaining('baseUrl') })
    expect(String(error)).not.toContain('secret')
  }
})

test('audience: that of SaaS unless given; the empty string means none', async () => {
  const { baseUrl, received } = await serve(() => ({ body: '{}' }))
  const auth = testAuth()
  for (const audience of [undefined, 'operate-api', '']) {
    await createOperateClient({ auth, baseUrl, audience, validate: 'off' }).incidents.get('1')
  }
  expect(auth.audiences).toEqual(['operate.camunda.io', 'operate-api', undefined])
  expect(received.map((request) => request.authorization)).toEqual(Array(3).fill('Bearer test'))
})

test('XML, statistics, sequence flows and deletion come as they are', async () => {
  const xml = '<?xml version="1.0" encoding="UTF-8"?>\n<bpmn:definitions id="ü-9007199254740993"/>'
  const statistics = [{ activityId: 'pay', active: 1, canceled: 0, incidents: 1, completed: 3 }]
  const { baseUrl, received } = await serve(({ method, path }) => {
    if (path.endsWith('/xml')) return { type: 'text/xml', body: xml }
    if (path.endsWith('/statistics')) return { body: JSON.stringify(statistics) }
    if (path.endsWith('/sequence-flows')) return { type: 'text/plain', body: '["Flow_1","Flow_2"]' }
    return { body: method === 'DELETE' ? '{"message":"1 process instance deleted","deleted":1}' : '{}' }
  })
  const operate = createOperateClient({ auth: testAuth(), baseUrl })
  expect(await operate.processDefinitions.getXml(KEY)).toBe(xml)
  expect(await operate.decisionRequirements.getXml(KEY)).toBe(xml)
  expect(await operate.processInstances.getStatistics(KEY)).toEqual(statistics)
  expect(await operate.processInstances.getSequenceFlows(KEY)).toEqual(['Flow_1', 'Flow_2'])
  expect(await operate.processInstances.delete(KEY)).toEqual({ message: '1 process instance deleted', deleted: 1 })
  expect(received.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `GET /v1/process-definitions/${KEY}/xml`,
    `GET /v1/drd/${KEY}/xml`,
    `GET /v1/process-instances/${KEY}/statistics`,
    `GET /v1/process-instances/${KEY}/sequence-flows`,
    `DELETE /v1/process-instances/${KEY}`,
  ])
})

test('a decision instance is got by its id, encoded as one segment', async () => {
  const { baseUrl, received } = await serve(() => ({ body: '{}' }))
  const { decisionInstances } = createOperateClient({ auth: testAuth(), baseUrl, validate: 'off' })
  await decisionInstances.get(`${KEY}-1`)
  await decisionInstances.get('a/b')
  await expect(decisionInstances.get('..')).rejects.toBeInstanceOf(ValidationError)
  await expect(decisionInstances.get('')).rejects.toBeInstanceOf(ValidationError)
  expect(received.map(({ path }) => path)).toEqual([`/v1/decision-instances/${KEY}-1`, '/v1/decision-instances/a%2Fb'])
})

test.each([
  [
    'Operate',
    'application/problem+json',
    '{"status":404,"message":"No incident","instance":"7a1e","type":"Requested resource not found"}',
    false,
  ],
  [
    'Camunda 8.10',
    'application/problem+json',
    '{"type":"about:blank","title":"Not Found","status":404,"detail":"No static resource v1/incidents/1.","instance":"/v1/incidents/1"}',
    true,
  ],
  [
    'Spring',
    'application/json',
    '{"timestamp":"2026-11-20T08:15:00.000+00:00","status":404,"error":"Not Found","path":"/v1/incidents/1"}',
    true,
  ],
  ['a gateway', 'text/html', '<html><head><title>404 Not Found</title></head></html>', true],
  ['a gateway without words', 'text/plain', '', true],
])('404 by %s', async (_, type, body, gone) => {
  const { baseUrl } = await serve(() => ({ status: 404, type, body }))
  const error = await createOperateClient({ auth: testAuth(), baseUrl })
    .incidents.get('1')
    .catch((reason) => reason)
  expect(error).toBeInstanceOf(ApiError)
  expect(error.status).toBe(404)
  expect(error instanceof NotServedError).toBe(gone)
  expect([error.since, error.until]).toEqual([undefined, gone ? '8.9' : undefined])
  expect(error.message.includes('Camunda has it up to 8.9')).toBe(gone)
  expect(/no Operate v1 here.*8\.10.*Orchestration Cluster REST API v2/.test(error.message)).toBe(gone)
})

test('a 401 says which client to use', async () => {
  const { baseUrl } = await serve(() => ({ status: 401, body: '{"message":"Unauthorized"}' }))
  const operate = createOperateClient({ auth: testAuth(), baseUrl })
  await expect(operate.incidents.search()).rejects.toThrow(/client of the cluster.*not one of the organization/)
})

test('deleting a running instance tells the words of the server, and is not tried again', async () => {
  const message = 'Process instances needs to be in one of the states [COMPLETED, CANCELED]'
  const { baseUrl, received } = await serve(() => ({
    status: 400,
    type: 'application/problem+json',
    body: JSON.stringify({ status: 400, message, instance: '7a1e', type: 'Invalid request' }),
  }))
  const call = createOperateClient({ auth: testAuth(), baseUrl }).processInstances.delete(KEY)
  await expect(call).rejects.toMatchObject({ status: 400, type: 'Invalid request', detail: message, instance: '7a1e' })
  expect(received).toHaveLength(1)
})

const incident = `"key":${KEY},"processInstanceKey":${KEY},"creationTime":"2026-11-20T08:15:00.000+0000","state":"ACTIVE"`

test('answers are checked: leniently by default, strictly on request, not at all when off', async () => {
  const bodies = {
    later: `{${incident},"type":"NEW_IN_8_9","rootKey":9007199254740993}`,
    nulls: `{${incident},"type":"UNKNOWN","jobKey":null}`,
    wrong: `{${incident},"type":7}`,
  }
  const { baseUrl } = await serve(({ path }) => ({ body: Object.values(bodies)[Number(path.at(-1))] ?? '' }))
  const ask = (validate: 'lenient' | 'strict' | 'off', body: keyof typeof bodies): Promise<unknown> =>
    createOperateClient({ auth: testAuth(), baseUrl, validate }).incidents.get(
      String(Object.keys(bodies).indexOf(body)),
    )
  expect(await ask('lenient', 'later')).toMatchObject({ type: 'NEW_IN_8_9', rootKey: '9007199254740993' })
  expect(await ask('lenient', 'nulls')).toMatchObject({ jobKey: undefined })
  expect(await ask('off', 'wrong')).toMatchObject({ type: 7 })
  await expect(ask('strict', 'later')).rejects.toMatchObject({ operation: 'incidents.get', part: 'response' })
  await expect(ask('lenient', 'wrong')).rejects.toMatchObject({
    code: 'response_invalid',
    operation: 'incidents.get',
    issues: [{ path: 'type' }],
  })
})

test('a response of a search that is no page is an error', async () => {
  const { baseUrl } = await serve(() => ({ body: '{"error":"none of that"}' }))
  const instances = createProcessInstances({ auth: testAuth(), baseUrl })
  await expect(instances.search()).rejects.toMatchObject({
    code: 'response_invalid',
    operation: 'processInstances.search',
  })
})

test('with `validate: off` nothing is checked but searches on their way out', async () => {
  const { baseUrl, received } = await serve(() => ({ body: '{"items":7}' }))
  const operate = createOperateClient({ auth: testAuth(), baseUrl, validate: 'off' })
  expect(await operate.incidents.search({ filter: { state: 'ACTIVE' } })).toEqual({ items: 7, sortValues: [] })
  expect(await operate.incidents.get('12a')).toEqual({ items: 7 })
  const misspelt = { filter: { stat: 'ACTIVE' } } as object
  await expect(operate.incidents.search(misspelt)).rejects.toMatchObject({ issues: [{ path: 'filter.stat' }] })
  expect(received.map(({ path }) => path)).toEqual(['/v1/incidents/search', '/v1/incidents/12a'])
})

test('every row of the table is a method of the client, described and with schemas', () => {
  const client: Record<string, unknown> = { ...createOperateClient({ auth: testAuth(), baseUrl: 'http://127.0.0.1' }) }
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
  for (const { id, path, takes, returns, summary, permission, until, params, body, response } of operations) {
    const [resource = '', verb = ''] = id.split('.')
    expect(client[resource]).toHaveProperty(verb, expect.any(Function))
    expect([summary, permission, until]).toEqual([expect.any(String), expect.any(String), '8.9'])
    expect(response !== undefined).toBe(returns !== 'none')
    expect(body !== undefined).toBe(takes?.includes('body') ?? false)
    expect(Object.keys(params ?? {})).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  }
})
