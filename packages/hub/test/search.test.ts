import { expect, test } from 'vitest'
import { createHubClient } from '../src/unchecked.ts'
import { auth, file, serve } from './server.ts'

const all = Array.from({ length: 5 }, (_, index) => file(`f${index}`))

/** Pages of `all`, as Camunda Hub sends them. */
function page({ body }: { readonly body: string }): object {
  const { from = 0, limit = 100 } = JSON.parse(body).page ?? {}
  return { body: { items: all.slice(from, from + limit), page: { totalItems: 5, hasMoreTotalItems: true } } }
}

test('a page has items and a total, and no cursors', async () => {
  const { server, hub } = await serve(page)
  const lastRun = new Date('2026-11-01T00:00:00.000Z')
  const found = await hub.files.search({
    filter: { name: { $like: 'ord*' }, type: 'bpmn', updated: { $gte: lastRun } },
    sort: [{ field: 'updated', order: 'DESC' }],
    page: { from: 1, limit: 2 },
  })
  expect(found).toEqual({ items: [file('f1'), file('f2')], total: 5, totalIsExact: false })
  expect(server.received[0]).toMatchObject({ method: 'POST', path: '/api/v2/files/search' })
  expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({
    filter: { name: { $like: 'ord*' }, type: 'bpmn', updated: { $gte: '2026-11-01T00:00:00.000Z' } },
    sort: [{ field: 'updated', order: 'DESC' }],
    page: { from: 1, limit: 2 },
  })
})

test('searchAll counts its way through the pages', async () => {
  const { server, hub } = await serve(page)
  const keys: string[] = []
  for await (const { fileKey } of hub.files.searchAll({ page: { limit: 2 } })) keys.push(fileKey)
  expect(keys).toEqual(['f0', 'f1', 'f2', 'f3', 'f4'])
  const pages = server.received.map(({ body }) => JSON.parse(body).page)
  expect(pages).toEqual([0, 2, 4].map((from) => ({ from, limit: 2 })))
})

test('searchAll starts where the caller says', async () => {
  const { server, hub } = await serve(page)
  const keys: string[] = []
  for await (const { fileKey } of hub.files.searchAll({ page: { from: 3 } })) keys.push(fileKey)
  expect(keys).toEqual(['f3', 'f4'])
  expect(JSON.parse(server.received[0]?.body ?? '').page).toEqual({ from: 3, limit: 100 })
})

test.each([
  ['a misspelled member', { filter: { nme: 'order' } }, 'filter.nme'],
  ['a cursor, which this API does not have', { page: { after: 'x' } }, 'page.after'],
  ['a sort field of something else', { sort: [{ field: 'deleted' }] }, 'sort.0.field'],
  ['more items than the server allows', { page: { limit: 10_001 } }, 'page.limit'],
  ['a filter of nothing', { filter: { name: undefined } }, 'filter.name'],
  ['a condition without a value', { filter: { folderKey: null } }, 'filter.folderKey'],
])('%s is rejected before anything is sent', async (_, body, path) => {
  const { server, hub } = await serve(page)
  const search = hub.files.search(body as never)
  await expect(search).rejects.toMatchObject({ code: 'request_invalid', issues: [{ path }] })
  expect(server.received).toEqual([])
})

test('an empty text is a value, which the server compares with', async () => {
  const { server, hub } = await serve(page)
  await hub.files.search({ filter: { createdBy: '' } })
  expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({ filter: { createdBy: '' } })
})

test('without checks the client pages the same way', async () => {
  const { server } = await serve(page)
  const hub = createHubClient({ auth, baseUrl: server.url })
  const keys: string[] = []
  for await (const { fileKey } of hub.files.searchAll({ page: { limit: 3 } })) keys.push(fileKey)
  expect(keys).toEqual(['f0', 'f1', 'f2', 'f3', 'f4'])
})
