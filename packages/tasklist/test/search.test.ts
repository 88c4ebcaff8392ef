import { expect, test } from 'vitest'
import { createTasklistClient } from '../src/unchecked.ts'
import { auth, serve, task } from './server.ts'

const all = Array.from({ length: 5 }, (_, index) => task(`t${index}`))

/** Pages of `all`, as Tasklist sends them: without anything around. */
function page({ body }: { readonly body: string }): object {
  const { pageSize = 50, searchAfter } = JSON.parse(body)
  const start = searchAfter ? all.findIndex((item) => String(Object(item).sortValues) === String(searchAfter)) + 1 : 0
  return { body: all.slice(start, start + pageSize) }
}

async function idsOf(tasks: AsyncIterable<{ readonly id: string }>): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of tasks) ids.push(id)
  return ids
}

test('a page is a list of tasks, each with its place in the order', async () => {
  const { server, tasklist } = await serve(page)
  const due = new Date('2026-11-01T00:00:00.000Z')
  const found = await tasklist.tasks.search({ state: 'CREATED', dueDate: { to: due }, pageSize: 2 })
  expect(found).toEqual(all.slice(0, 2))
  expect(server.received[0]).toMatchObject({ method: 'POST', path: '/v1/tasks/search' })
  expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({
    state: 'CREATED',
    dueDate: { to: '2026-11-01T00:00:00.000Z' },
    pageSize: 2,
  })
})

test('a search for everything has an empty body', async () => {
  const { server, tasklist } = await serve(page)
  expect(await tasklist.tasks.search()).toHaveLength(5)
  expect(server.received[0]?.body).toBe('{}')
})

test('searchAll goes on after the last task of each page', async () => {
  const { server, tasklist } = await serve(page)
  const ids = await idsOf(tasklist.tasks.searchAll({ state: 'CREATED', pageSize: 2 }))
  expect(ids).toEqual(['t0', 't1', 't2', 't3', 't4'])
  expect(server.received.map(({ body }) => JSON.parse(body).searchAfter)).toEqual([
    undefined,
    ['1774000000000', 't1'],
    ['1774000000000', 't3'],
  ])
})

test('searchAll begins after a task, and requests no more than its limit', async () => {
  const { server, tasklist } = await serve(page)
  const search = tasklist.tasks.searchAll({ searchAfter: ['1774000000000', 't0'] }, { limit: 2 })
  expect(await idsOf(search)).toEqual(['t1', 't2'])
  expect(server.received.map(({ body }) => JSON.parse(body).pageSize)).toEqual([2])
  expect(() => tasklist.tasks.searchAll({}, { limit: 1.5 })).toThrow('`limit`')
  expect(() => tasklist.tasks.searchAll(null as never)).toThrow('tasks.search: invalid body: must be an object')
  expect(() => tasklist.tasks.searchAll({}, null as never)).toThrow('`options` must be an object')
})

test.each([
  ['has no place', { ...task('t1'), sortValues: [] }, 'sortValues is missing'],
  ['has the same place again', task('t0'), 'sortValues is that of an earlier page'],
])('searchAll ends with an error if the last task of a page %s', async (_, last, message) => {
  const { tasklist } = await serve(({ body }) => ({ body: [JSON.parse(body).searchAfter ? last : task('t0')] }))
  await expect(idsOf(tasklist.tasks.searchAll({ pageSize: 1 }))).rejects.toMatchObject({
    code: 'response_invalid',
    message: expect.stringContaining(message),
  })
})

test('searchAll ends with an error if pages lead back to earlier ones', async () => {
  let asked = 0
  const { server, tasklist } = await serve(() => ({ body: [task(`t${asked++ % 2}`)] }))
  await expect(idsOf(tasklist.tasks.searchAll({ pageSize: 1 }))).rejects.toMatchObject({ code: 'response_invalid' })
  expect(server.received).toHaveLength(3)
})

test.each([
  ['no value', { assignee: null }, 'assignee'],
  ['an empty text', { state: 'CREATED', candidateGroup: '' }, 'candidateGroup'],
  ['a period without an end', { dueDate: { from: undefined } }, 'dueDate'],
  ['nothing but undefined', { assignee: undefined }, 'assignee'],
])('a condition of %s is rejected however the client checks', async (_, search, path) => {
  const { server, tasklist } = await serve(page)
  const unchecked = createTasklistClient({ auth, baseUrl: server.url })
  for (const client of [tasklist, unchecked]) {
    const sent = client.tasks.search(search as never)
    await expect(sent).rejects.toMatchObject({ code: 'request_invalid', issues: [{ path }] })
  }
  expect(server.received).toEqual([])
})

test('a misspelled condition is rejected', async () => {
  const { server, tasklist } = await serve(page)
  await expect(tasklist.tasks.search({ asignee: 'jane' } as never)).rejects.toThrow(/Did you mean "assignee"/)
  expect(server.received).toEqual([])
})

test('a search without a task is one to wait for', async () => {
  const { tasklist } = await serve(() => ({ body: [] }))
  const waiting = tasklist.tasks.search({ state: 'CREATED' }, { waitFor: true, waitForMs: 0 })
  await expect(waiting).rejects.toMatchObject({ code: 'not_yet', response: [] })
})
