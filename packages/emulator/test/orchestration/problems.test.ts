import { expect, test } from 'vitest'
import { createHarness } from '../sampled/harness.ts'

test('a rejected command, a missing record and an unknown path have different titles', async () => {
  const { call } = await createHarness()
  const group = { groupId: 'sales', name: 'Sales' }
  await call('POST', '/v2/groups', group)
  const titles = async (method: string, path: string, body?: unknown) => {
    const { status, headers, body: problem } = await call(method, path, body)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(problem).toMatchObject({ type: 'about:blank', status, instance: path })
    return [status, problem.title]
  }
  expect(await titles('POST', '/v2/groups', group)).toEqual([409, 'ALREADY_EXISTS'])
  expect(await titles('GET', '/v2/groups/nobody')).toEqual([404, 'NOT_FOUND'])
  expect(await titles('GET', '/v2/nowhere')).toEqual([404, 'Not Found'])
  expect(await titles('POST', '/v2/groups', { groupId: 'other' })).toEqual([400, 'INVALID_ARGUMENT'])
  expect(await titles('POST', '/v2/groups', { ...group, colour: 'red' })).toEqual([400, 'Bad Request'])
  expect(await titles('POST', '/v2/groups/search', { filter: { colour: 'red' } })).toEqual([400, 'Bad Request'])
  expect(await titles('POST', '/v2/groups/search', { sort: [{ field: 'colour' }] })).toEqual([400, 'Bad Request'])
})

test('an overloaded server, on demand', async () => {
  const { emulator, client } = await createHarness()
  const problem = {
    type: 'about:blank',
    title: 'RESOURCE_EXHAUSTED',
    status: 503,
    detail: 'Backpressure',
    instance: '/',
  }
  emulator.controls.failNext({
    kind: 'orchestration',
    response: { status: 503, headers: { 'content-type': 'application/problem+json' }, body: JSON.stringify(problem) },
  })
  await expect(client.groups.create({ groupId: 'sales', name: 'Sales' })).rejects.toMatchObject({
    status: 503,
    title: 'RESOURCE_EXHAUSTED',
  })
  expect(await client.groups.create({ groupId: 'sales', name: 'Sales' })).toMatchObject({ groupId: 'sales' })
})

test('a request that is too long', async () => {
  const { emulator, token } = await createHarness()
  const response = await emulator.fetch(`${emulator.url('orchestration')}/v2/groups`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: ' '.repeat(17 * 1024 * 1024),
  })
  expect(response.status).toBe(413)
})
