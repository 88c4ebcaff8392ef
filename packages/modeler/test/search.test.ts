import { describe, expect, test } from 'vitest'
import type { FileFilter, FileSearch } from '../src/index.ts'
import { metadata } from './samples.ts'
import { type Answer, clientIn, clientOf, type Received } from './server.ts'

const total = 120

/** Pages through 120 files named by their number. */
function pages({ body }: Received): Answer {
  const { page = 0, size = 10 } = body as FileSearch
  const begin = page * size
  const length = Math.max(0, Math.min(size, total - begin))
  return { json: { items: Array.from({ length }, (_, i) => ({ ...metadata, name: String(begin + i) })), total } }
}

const nothing = (): Answer => ({ json: { items: [], total: 0 } })

/** What a class of models looks like to JSON: an object without members. */
class Getters {
  get filter(): object {
    return { projectId: 'p1' }
  }
  get projectId(): string {
    return 'p1'
  }
}

describe('search', () => {
  test('gives one page and sends what was asked', async () => {
    const { modeler, received } = await clientOf(pages)
    const search: FileSearch = {
      filter: { projectId: 'p1', createdBy: { email: 'jane@example.com' } },
      sort: [{ field: 'updated', direction: 'DESC' }],
      page: 11,
      size: 10,
    }
    const page = await modeler.files.search(search)
    expect(page.total).toBe(total)
    expect(page.items.map((item) => item.name)).toEqual(Array.from({ length: 10 }, (_, i) => String(110 + i)))
    expect(received[0]?.body).toEqual(search)
  })

  test('takes dates as Date and as text with comparison and range', async () => {
    const { modeler, received } = await clientOf(nothing)
    const created = new Date('2026-11-20T08:15:00Z')
    await modeler.files.search({ filter: { created, updated: '>=2026-01-01T00:00:00+01:00||/d' } })
    expect(received[0]?.body).toEqual({
      filter: { created: '2026-11-20T08:15:00.000Z', updated: '>=2026-01-01T00:00:00+01:00||/d' },
    })
  })

  test.each([
    ['>=2020-01-01T00:00:00.000+0000', '>=2020-01-01T00:00:00.000+00:00'],
    ['2026-11-20T08:15:00.000+0000||/d', '2026-11-20T08:15:00.000+00:00||/d'],
    ['<2026-11-20T08:15:00-0530', '<2026-11-20T08:15:00-05:30'],
    ['<=2026-11-20T08:15:00+01', '<=2026-11-20T08:15:00+01:00'],
    ['>2026-11-20T08:15Z', '>2026-11-20T08:15Z'],
    ['2023-09-20T11:31:20.206801604Z', '2023-09-20T11:31:20.206801604Z'],
    ['2026-11-20T08:15:00+0100[Europe/Berlin]||/w', '2026-11-20T08:15:00+01:00[Europe/Berlin]||/w'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00Z'],
  ])('sends the date %s as the server reads it', async (given, sent) => {
    for (const mode of ['lenient', 'off', 'unchecked'] as const) {
      const { modeler, received } = await clientIn(mode, nothing)
      await modeler.files.search({ filter: { updated: given } })
      await modeler.files.searchAll({ filter: { created: given } }).next()
      expect(received[0]?.body).toEqual({ filter: { updated: sent } })
      expect(received[1]?.body).toMatchObject({ filter: { created: sent } })
    }
  })

  test.each([
    'yesterday',
    '2026-01-01',
    '2026-01-01T00:00:00',
    '=>2026-01-01T00:00:00Z',
    '==2026-01-01T00:00:00Z',
    '>= 2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00Z||/q',
    '2026-01-01T00:00:00Z||d',
    '2026-01-01T00:00.5Z',
    '2026-01-01T00:00:00.1234567891Z',
    '2026-01-01T00:00:00+1',
    '2026-01-01T00:00:00+19:00',
    '2026-01-01T00:00:00+00:60',
    '2026-02-30T00:00:00Z',
    '>=2026-02-29T00:00:00.000+0000||/d',
    '2026-13-01T00:00:00Z',
    '2026-01-01T25:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T23:59:60Z',
    1_764_000_000_000,
  ])('refuses %j as a date', async (updated) => {
    for (const mode of ['lenient', 'off', 'unchecked'] as const) {
      const { modeler, received } = await clientIn(mode, nothing)
      await expect(modeler.files.search({ filter: { updated: updated as string } })).rejects.toMatchObject({
        code: 'request_invalid',
        issues: [{ path: 'filter.updated', message: expect.stringContaining('">=2026-11-20T08:15:00Z||/d"') }],
      })
      expect(received).toEqual([])
    }
  })

  test('what is undefined counts as left out, where something else filters', async () => {
    const { modeler, received } = await clientOf(nothing)
    const filter: FileFilter = { type: 'bpmn', projectId: undefined }
    filter.updatedBy = { name: undefined, email: 'jane@example.com' }
    await modeler.files.search({ filter, sort: undefined, page: undefined, size: undefined })
    await modeler.files.search({ filter: {} })
    await modeler.files.search({ filter: undefined })
    expect(received.map(({ body }) => body)).toEqual([
      { filter: { type: 'bpmn', updatedBy: { email: 'jane@example.com' } } },
      { filter: {} },
      {},
    ])
  })

  test('refuses a role that does not exist, with the one that was meant', async () => {
    const { modeler, received } = await clientOf(nothing)
    await expect(modeler.collaborators.search({ filter: { role: 'Editor' as 'editor' } })).rejects.toMatchObject({
      issues: [
        { path: 'filter.role', message: expect.stringMatching(/^must be one of .*\. Did you mean "editor"\?$/) },
      ],
    })
    expect(received).toEqual([])
  })

  test.each(['lenient', 'off', 'unchecked'] as const)(
    'refuses a filter with a hole, which would find everything (%s)',
    async (mode) => {
      const { modeler, received } = await clientIn(mode, nothing)
      for (const [filter, path] of [
        [{ projectId: undefined }, 'filter.projectId'],
        [{ projectId: null }, 'filter.projectId'],
        [{ projectId: '' }, 'filter.projectId'],
        [{ createdBy: { email: undefined } }, 'filter.createdBy.email'],
        [{ updated: '' }, 'filter.updated'],
        [{ updated: new Date('never') }, 'filter.updated'],
        [{ projectId: undefined, name: undefined }, 'filter.projectId'],
        [{ type: 'bpmn', projectId: null }, 'filter.projectId'],
        [{ type: 'bpmn', createdBy: { email: undefined } }, 'filter.createdBy.email'],
        [{ type: 'bpmn', createdBy: {} }, 'filter.createdBy'],
        [{ createdBy: { name: 'Jane', email: null } }, 'filter.createdBy.email'],
        [{ createdBy: { name: 'Jane', email: '' } }, 'filter.createdBy.email'],
        [{ revision: Number.NaN }, 'filter.revision'],
        [{ name: () => 'Order' }, 'filter.name'],
        [{ name: Symbol('Order') }, 'filter.name'],
        [{ createdBy: new Map([['email', 'jane@example.com']]) }, 'filter.createdBy'],
        [{ createdBy: Object.create({ email: 'jane@example.com' }) }, 'filter.createdBy'],
        [new Map([['projectId', 'p1']]), 'filter'],
        [Object.create({ projectId: 'p1' }), 'filter'],
        [new Getters(), 'filter'],
        [{ [Symbol('projectId')]: 'p1' }, 'filter'],
        [new Date(), 'filter'],
        [[], 'filter'],
        ['p1', 'filter'],
        [null, 'filter'],
      ] as const) {
        const search = { filter } as unknown as FileSearch
        await expect(modeler.files.search(search)).rejects.toMatchObject({
          name: 'ValidationError',
          code: 'request_invalid',
          operation: 'files.search',
          issues: [{ path }],
        })
        expect(() => modeler.files.searchAll(search)).toThrow(
          expect.objectContaining({ issues: [{ path, message: expect.any(String) }] }),
        )
      }
      expect(received).toEqual([])
    },
  )

  test.each(['lenient', 'off', 'unchecked'] as const)('refuses a search that is no plain object (%s)', async (mode) => {
    const { modeler, received } = await clientIn(mode, nothing)
    const filter = { projectId: 'p1' }
    for (const search of [new Getters(), Object.create({ filter }), new Map([['filter', filter]]), [filter], null]) {
      const refused = {
        code: 'request_invalid',
        issues: [{ path: '', message: expect.stringMatching(/^must be a/) }],
      }
      await expect(modeler.files.search(search as FileSearch)).rejects.toMatchObject(refused)
      expect(() => modeler.files.searchAll(search as FileSearch)).toThrow(expect.objectContaining(refused))
    }
    expect(received).toEqual([])
  })

  test('refuses a misspelt filter and says what was probably meant', async () => {
    const { modeler, received } = await clientOf(nothing)
    await expect(modeler.files.search({ filter: { projectid: 'p1' } as object })).rejects.toMatchObject({
      issues: [{ path: 'filter.projectid', message: expect.stringContaining('"projectId"') }],
    })
    expect(received).toEqual([])
  })

  test('refuses to sort by what the server cannot sort by', async () => {
    const { modeler, received } = await clientOf(nothing)
    for (const field of ['simplePath', 'canonicalPath'] as const) {
      // @ts-expect-error not a field to sort by
      const search = modeler.files.search({ sort: [{ field, direction: 'ASC' }] })
      await expect(search).rejects.toMatchObject({
        issues: [{ path: 'sort.0.field', message: expect.stringMatching(/^must be one of id, name, /) }],
      })
    }
    // @ts-expect-error not a field to sort by
    const search = modeler.collaborators.search({ sort: [{ field: 'role', direction: 'ASC' }] })
    await expect(search).rejects.toMatchObject({ issues: [{ path: 'sort.0.field' }] })
    expect(received).toEqual([])
  })

  test.each([{ size: 51 }, { size: -1 }, { size: 1.5 }, { page: -1 }])('refuses %j', async (search) => {
    const { modeler } = await clientOf(nothing)
    await expect(modeler.projects.search(search)).rejects.toMatchObject({ code: 'request_invalid' })
  })
})

describe('searchAll', () => {
  const sizes = (received: readonly Received[]): unknown[] =>
    received.map(({ body }) => [(body as FileSearch).page, (body as FileSearch).size])

  test('reads pages of 50 until one is not full', async () => {
    const { modeler, received } = await clientOf(pages)
    const names: string[] = []
    for await (const file of modeler.files.searchAll({ filter: { projectId: 'p1' } })) names.push(file.name)
    expect(names).toEqual(Array.from({ length: total }, (_, i) => String(i)))
    expect(sizes(received)).toEqual([
      [0, 50],
      [1, 50],
      [2, 50],
    ])
    expect(received.every(({ body }) => (body as FileSearch).filter?.projectId === 'p1')).toBe(true)
  })

  test('ends on an empty page when the last one was full', async () => {
    const { modeler, received } = await clientOf(pages)
    const names: string[] = []
    for await (const file of modeler.files.searchAll({ size: 40 })) names.push(file.name)
    expect(names).toHaveLength(total)
    expect(sizes(received)).toEqual([
      [0, 40],
      [1, 40],
      [2, 40],
      [3, 40],
    ])
  })

  test('goes on after a page that is shorter than asked for, where there is more', async () => {
    const { modeler, received } = await clientOf(({ body, ...rest }) =>
      pages({ ...rest, body: { ...(body as FileSearch), size: Math.min(20, (body as FileSearch).size ?? 10) } }),
    )
    const names: string[] = []
    for await (const file of modeler.files.searchAll()) names.push(file.name)
    expect(names).toEqual(Array.from({ length: total }, (_, i) => String(i)))
    expect(received.length).toBeLessThanOrEqual(7)
  })

  test.each([
    [50, 60],
    [30, 60],
    [30, 200],
  ])('ends with an error when the server sends the same page again, with %d of %d', async (length, total) => {
    const items = Array.from({ length }, () => metadata)
    const { modeler, received } = await clientOf(() => ({ json: { items, total } }))
    const read = async (): Promise<void> => {
      for await (const _ of modeler.files.searchAll());
    }
    await expect(read()).rejects.toMatchObject({ code: 'response_invalid', issues: [{ path: 'items' }] })
    expect(received).toHaveLength(2)
  })

  test('takes a limit and asks for no page beyond it', async () => {
    const { modeler, received } = await clientOf(pages)
    const names: string[] = []
    for await (const file of modeler.files.searchAll({ size: 10 }, { limit: 15 })) names.push(file.name)
    expect(names).toHaveLength(15)
    expect(sizes(received)).toEqual([
      [0, 10],
      [1, 10],
    ])
  })

  test("ends with the signal's reason", async () => {
    const { modeler } = await clientOf(pages)
    const controller = new AbortController()
    const read = async (): Promise<void> => {
      for await (const file of modeler.files.searchAll({}, { signal: controller.signal })) {
        if (file.name === '3') controller.abort(new Error('enough'))
      }
    }
    await expect(read()).rejects.toThrow('enough')
  })

  test('exists for every search', async () => {
    const { modeler, received } = await clientOf(nothing)
    for (const resource of ['projects', 'collaborators', 'files', 'milestones', 'versions'] as const) {
      expect(await modeler[resource].searchAll().next()).toMatchObject({ done: true })
    }
    expect(received.map(({ path }) => path)).toEqual([
      '/api/v1/projects/search',
      '/api/v1/collaborators/search',
      '/api/v1/files/search',
      '/api/v1/milestones/search',
      '/api/v1/versions/search',
    ])
  })
})
