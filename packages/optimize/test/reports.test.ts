import { expect, test } from 'vitest'
import { createOptimizeClient } from '../src/unchecked.ts'
import { auth, serve } from './server.ts'

const records = Array.from({ length: 5 }, (_, index) => ({
  processInstanceId: `i${index}`,
  duration: index,
  extra: true,
}))

/** The data of a report, in pages of two, as Optimize sends it. */
function page({ path }: { readonly path: string }): object {
  const start = Number(new URL(path, 'http://x').searchParams.get('searchRequestId') ?? 0)
  const data = records.slice(start, start + 2)
  const counts = { numberOfRecordsInResponse: data.length, totalNumberOfRecords: 5 }
  return { body: { reportId: 'r1', searchRequestId: String(start + 2), ...counts, data } }
}

test('one page of the data of a report', async () => {
  const { server, optimize } = await serve(page)
  const { data, searchRequestId } = await optimize.reports.exportData('r1', { limit: 2, paginationTimeout: 60 })
  expect(data).toEqual(records.slice(0, 2))
  expect(searchRequestId).toBe('2')
  expect(server.received[0]).toMatchObject({
    method: 'GET',
    path: '/api/public/export/report/r1/result/json?limit=2&paginationTimeout=60',
    headers: { authorization: 'Bearer token-of-the-client' },
  })
})

test('all records, each page with the search of the one before', async () => {
  const { server, optimize } = await serve(page)
  const ids: unknown[] = []
  for await (const { processInstanceId } of optimize.reports.exportDataAll('r1', { limit: 2 }))
    ids.push(processInstanceId)
  expect(ids).toEqual(['i0', 'i1', 'i2', 'i3', 'i4'])
  const path = '/api/public/export/report/r1/result/json?limit=2'
  expect(server.received.map((request) => request.path)).toEqual([
    path,
    `${path}&searchRequestId=2`,
    `${path}&searchRequestId=4`,
  ])
})

test('no more records than the limit, and a limit is a number', async () => {
  const { server, optimize } = await serve(page)
  const ids: unknown[] = []
  for await (const { processInstanceId } of optimize.reports.exportDataAll('r1', {}, { limit: 2 }))
    ids.push(processInstanceId)
  expect(ids).toEqual(['i0', 'i1'])
  expect(server.received).toHaveLength(1)
  expect(() => optimize.reports.exportDataAll('r1', {}, { limit: -1 })).toThrow('`limit`')
  expect(() => optimize.reports.exportDataAll('r1', {}, null as never)).toThrow('`options` must be an object')
})

test('a report without a next page ends there', async () => {
  const body = { reportId: 'r1', numberOfRecordsInResponse: 1, totalNumberOfRecords: 9, data: [{ key: 'a', value: 3 }] }
  const { optimize } = await serve(() => ({ body }), { validate: 'strict' })
  const all: unknown[] = []
  for await (const record of optimize.reports.exportDataAll('r1')) all.push(record)
  expect(all).toEqual([{ key: 'a', value: 3 }])
})

test.each([
  ['the first page', (path: string) => !path.includes('searchRequestId')],
  ['a later page', (path: string) => path.includes('searchRequestId')],
])('a page of raw data that leads nowhere is an error: %s', async (_, isBroken) => {
  const { server, optimize } = await serve((request) => {
    const { body } = page(request) as { body: object }
    return { body: isBroken(request.path) ? { ...body, searchRequestId: undefined } : body }
  })
  for (const { reports } of [optimize, createOptimizeClient({ auth, baseUrl: server.url })]) {
    const all = (async () => {
      for await (const record of reports.exportDataAll('r1', { limit: 2 })) void record
    })()
    await expect(all).rejects.toMatchObject({ code: 'response_invalid', issues: [{ path: 'searchRequestId' }] })
  }
})

test.each([{}, { data: null }, 'x'])(
  'the page %j without records is an error where no schema has looked at it',
  async (body) => {
    const { server } = await serve(() => ({ body: JSON.stringify(body) }))
    const { reports } = createOptimizeClient({ auth, baseUrl: server.url })
    await expect(reports.exportDataAll('r1').next()).rejects.toMatchObject({ issues: [{ path: 'data' }] })
  },
)

test.each(['lenient', 'strict', 'unchecked'] as const)(
  'what is exported is imported as it came, long numbers too (%s)',
  async (mode) => {
    const report =
      '{"id":"r1","exportEntityType":"single_process_report","sourceIndexVersion":8,"combined":false,"data":{"key":9007199254740993}}'
    const { server, optimize } = await serve(
      ({ path }) => ({
        headers: { 'content-type': 'application/json' },
        body: path.includes('/export/') ? `[${report}]` : '[{"id":"r2","entityType":"report"}]',
      }),
      { validate: mode === 'strict' ? mode : 'lenient' },
    )
    const client = mode === 'unchecked' ? createOptimizeClient({ auth, baseUrl: server.url }) : optimize
    const entities = await client.reports.exportDefinitions(['r1'])
    expect(await client.entities.import(entities, { collectionId: 'c1' })).toEqual([{ id: 'r2', entityType: 'report' }])
    expect(server.received.map(({ method, path, body }) => `${method} ${path} ${body}`)).toEqual([
      'POST /api/public/export/report/definition/json ["r1"]',
      `POST /api/public/import?collectionId=c1 [${report}]`,
    ])
  },
)
