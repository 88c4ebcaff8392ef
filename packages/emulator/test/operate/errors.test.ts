import { describe, expect, it } from 'vitest'
import { createHarness, RESOURCES } from './harness.ts'

const operate = createHarness()
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

async function refusal(method: string, path: string, body?: string): Promise<Record<string, unknown>> {
  const answer = await operate.send(method, path, body)
  expect(answer.type).toBe('application/problem+json')
  const problem = answer.body as Record<string, unknown>
  expect(Object.keys(problem).toSorted()).toEqual(['instance', 'message', 'status', 'type'])
  expect(problem.status).toBe(answer.status)
  expect(problem.instance).toMatch(UUID)
  return problem
}

const searchRefusal = (body: object | string, resource = 'process-instances'): Promise<Record<string, unknown>> =>
  refusal('POST', `/v1/${resource}/search`, typeof body === 'string' ? body : JSON.stringify(body))

describe('400 Invalid request', () => {
  const invalid = { status: 400, type: 'Invalid request' }

  it.each([0, -1, 1001, 99_999_999_999, 1.5, 'many', null])('for size %j', async (size) => {
    expect(await searchRefusal({ size })).toMatchObject(invalid)
  })

  it.each(['{', '[]', '"x"', 'null', '{"size":}'])('for the body %s', async (body) => {
    expect(await searchRefusal(body)).toMatchObject(invalid)
  })

  it.each([
    '2026-11-20',
    '2026-11-20T08:15:00Z',
    'now',
    '2026-13-45T00:00:00.000+0000',
    '2026-11-20T08:15:00.000+0000||/q',
  ])('for the date %s', async (startDate) => {
    expect(await searchRefusal({ filter: { startDate } })).toMatchObject(invalid)
  })

  it.each(['abc', '12a', 1.5, true, [1], { eq: 1 }, '99999999999999999999'])('for the key %j', async (key) => {
    expect(await searchRefusal({ filter: { key } })).toMatchObject(invalid)
  })

  it.each([
    { filter: [] },
    { filter: 'x' },
    { sort: 'key' },
    { sort: [{ field: 'key', order: 'UP' }] },
    { searchAfter: 1 },
  ])('for %j', async (query) => {
    expect(await searchRefusal(query)).toMatchObject(invalid)
  })

  it('for a state that decision instances cannot have', async () => {
    expect(await searchRefusal({ filter: { state: 'DONE' } }, 'decision-instances')).toMatchObject(invalid)
  })

  it.each(['abc', '1.5', '%20', '9223372036854775808', '%zz'])('for the key %s in a path', async (key) => {
    expect(await refusal('GET', `/v1/process-instances/${key}`)).toMatchObject(invalid)
    expect(await refusal('DELETE', `/v1/process-instances/${key}`)).toMatchObject(invalid)
    expect(await refusal('GET', `/v1/drd/${key}/xml`)).toMatchObject(invalid)
  })
})

describe('400 Data invalid', () => {
  const invalid = { status: 400, type: 'Data invalid' }

  it.each(['nope', 'flowNodeName', 'toString', '', 'startdate'])(
    'for sorting flow node instances by %j',
    async (field) => {
      expect(await searchRefusal({ sort: [{ field }] }, 'flownode-instances')).toMatchObject({
        ...invalid,
        message: `Sort has invalid field(s): ${field}`,
      })
    },
  )

  it('for a sort without field, and for incidents by message', async () => {
    expect(await searchRefusal({ sort: [{ order: 'ASC' }] })).toMatchObject(invalid)
    expect(await searchRefusal({ sort: [{ field: 'message' }] }, 'incidents')).toMatchObject(invalid)
  })

  it.each([
    { searchAfter: [] },
    { sort: [], searchAfter: [1, 2] },
    { sort: [{ field: 'state' }], searchAfter: [1] },
    { sort: [{ field: 'state' }], searchAfter: ['ACTIVE', 1, 2] },
  ])('for %j', async (query) => {
    expect(await searchRefusal(query)).toMatchObject(invalid)
  })
})

it.each([{ searchAfter: ['x'] }, { searchAfter: [1, 2] }, { sort: [{ field: 'startDate' }], searchAfter: ['x', 1] }])(
  '500 API application error if the search database rejects %j',
  async (query) => {
    expect(await searchRefusal(query)).toMatchObject({ status: 500, type: 'API application error' })
  },
)

it('names the entities of a failed search in the plural', async () => {
  const messages = await Promise.all(
    RESOURCES.map(async (resource) => (await searchRefusal({ searchAfter: [[null, null]] }, resource)).message),
  )
  expect(messages).toEqual([
    'Error in reading process definitions',
    'Error in reading process instances',
    'Error in reading flow node instances',
    'Error in reading incidents',
    'Error in reading variables',
    'Error in reading decision requirements',
    'Error in reading decision definitions',
    'Error in reading decision instances',
  ])
})

describe('404 Requested resource not found', () => {
  it.each([
    '/v1/process-instances/1',
    '/v1/process-instances/1/statistics',
    '/v1/process-instances/-1/sequence-flows',
    '/v1/process-definitions/2251799813685248/xml',
    '/v1/drd/1/xml',
    '/v1/decision-instances/1-1',
    '/v1/decision-instances/abc',
    '/v1/variables/1',
  ])('for %s', async (path) => {
    expect(await refusal('GET', path)).toMatchObject({ status: 404, type: 'Requested resource not found' })
  })
})

describe('outside the API', () => {
  it.each([
    ['GET', '/v1/flownodes/1', 404],
    ['GET', '/v1/constructor/1', 404],
    ['GET', '/v1/process-instances', 404],
    ['GET', '/v2/process-instances/1', 404],
    ['GET', '/v1/incidents/1/xml', 404],
    ['GET', '/v1/process-instances/1/statistics/2', 404],
  ])('%s %s is %i', async (method, path, status) => {
    expect(await operate.send(method, path)).toMatchObject({ status, type: 'application/json' })
  })

  it.each([
    ['PUT', '/v1/process-instances/1', 'GET, DELETE'],
    ['DELETE', '/v1/incidents/1', 'GET'],
    ['POST', '/v1/process-instances/1/statistics', 'GET'],
    ['DELETE', '/v1/drd/1/xml', 'GET'],
    ['PUT', '/v1/incidents/search', 'GET, POST'],
    ['PATCH', '/v1/process-instances/search', 'GET, POST, DELETE'],
  ])('%s %s is 405, and lists %s', async (method, path, allow) => {
    expect(await operate.send(method, path)).toMatchObject({ status: 405, type: 'application/json', allow })
  })

  it('accepts JSON only', async () => {
    const answer = await operate.send('POST', '/v1/incidents/search', '{}', { 'content-type': 'text/plain' })
    expect(answer.status).toBe(415)
  })
})
