import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, createHarness, NOW } from './harness.ts'

const modeler = createHarness()
const files = (body: unknown): Promise<Answer> => modeler.send('POST', '/files/search', body)

const FIELDS = {
  projects: ['id', 'name', 'created', 'createdBy', 'updated', 'updatedBy'],
  files: [
    ...[
      'id',
      'name',
      'projectId',
      'processApplicationId',
      'folderId',
      'simplePath',
      'canonicalPath',
      'revision',
      'type',
    ],
    ...['created', 'createdBy', 'updated', 'updatedBy'],
  ],
  milestones: ['id', 'name', 'fileId', 'created', 'createdBy', 'updated', 'updatedBy'],
  versions: ['id', 'name', 'fileId', 'organizationPublic', 'created', 'createdBy', 'updated', 'updatedBy'],
  collaborators: ['name', 'email', 'projectId', 'role'],
} as const
const UNSORTABLE: readonly string[] = ['simplePath', 'canonicalPath', 'role']
const CASES = Object.entries(FIELDS).flatMap(([resource, fields]) => fields.map((field) => ({ resource, field })))

describe('filter', () => {
  it.each(CASES)('$resource by $field returns exactly the items with the value', async ({ resource, field }) => {
    const items = await modeler.all(resource)
    const value = items.findLast((item) => item[field] !== undefined)?.[field]
    expect(value).toBeDefined()
    const found = await modeler.all(resource, { [field]: value })
    expect(found).toEqual(items.filter((item) => JSON.stringify(item[field]) === JSON.stringify(value)))
  })

  it('accepts a part of a user', async () => {
    const items = await modeler.all('files')
    const found = await modeler.all('files', { createdBy: { email: 'kofi@example.com' } })
    expect(found).toEqual(items.filter((item) => item.createdBy.email === 'kofi@example.com'))
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThan(items.length)
  })

  it('requires every member to match, and ignores those that are null or unknown', async () => {
    const items = await modeler.all('files')
    const [first] = items
    expect(await modeler.all('files', { type: 'bpmn', name: first.name, folderId: null, misspelt: 1 })).toEqual([first])
    expect(await modeler.all('files', { type: 'form', name: first.name })).toEqual([])
    expect(await modeler.all('files', { misspelt: 1 })).toEqual(items)
  })

  it.each([
    [{ name: 1 }],
    [{ revision: '1' }],
    [{ created: 'yesterday' }],
    [{ created: '2026-11-20' }],
    [{ created: '=2026-11-20T08:15:00Z' }],
    [{ created: '2026-11-20T08:15:00Z||/Q' }],
    [{ createdBy: 'ada@example.com' }],
    [{ canonicalPath: 'Folder' }],
  ])('rejects %j', async (filter) => {
    const { status, body } = await files({ filter })
    expect(status).toBe(400)
    expect(body.detail).toContain(`filter.${Object.keys(filter)[0]}`)
  })
})

describe('dates', () => {
  const day = 24 * 60 * 60 * 1000

  async function count(created: string): Promise<number> {
    const harness = createHarness()
    for (const offset of [-400 * day, -day, -1, 0, 1, day, 40 * day]) {
      const there = createHarnessAt(harness, offset)
      await there.ok('POST', '/projects', { name: 'Dated' })
    }
    return (await harness.ok('POST', '/projects/search', { filter: { name: 'Dated', created }, size: 0 })).total
  }

  function createHarnessAt(
    harness: ReturnType<typeof createHarness>,
    offset: number,
  ): ReturnType<typeof createHarness> {
    harness.clock.advance(NOW + offset - harness.clock.now())
    return harness
  }

  it.each([
    ['2026-11-20T08:15:00Z', 1],
    ['2026-11-20T08:15:00.000Z', 1],
    ['2026-11-20T08:15Z', 1],
    ['2026-11-20T09:15:00.000000000+01:00[Europe/Berlin]', 1],
    ['<2026-11-20T08:15:00Z', 3],
    ['<=2026-11-20T08:15:00Z', 4],
    ['>2026-11-20T08:15:00Z', 3],
    ['>=2026-11-20T08:15:00Z', 4],
    ['2026-11-20T00:00:00Z||/s', 0],
    ['2026-11-20T08:15:00.999Z||/s', 2],
    ['2026-11-20T08:15:30Z||/m', 2],
    ['2026-11-20T08:59:00Z||/h', 3],
    ['2026-11-20T23:00:00Z||/d', 3],
    ['2026-11-16T00:00:00Z||/w', 5],
    ['2026-11-01T00:00:00Z||/M', 5],
    ['2026-01-01T00:00:00Z||/y', 6],
    ['>=2026-01-01T00:00:00Z||/y', 6],
    ['<2026-01-01T00:00:00Z||/y', 1],
    ['>2026-11-20T00:00:00Z||/d', 2],
    ['<=2026-11-20T00:00:00Z||/d', 5],
  ])('%s matches %i', async (filter, expected) => {
    expect(await count(filter)).toBe(expected)
  })
})

describe('sort', () => {
  it.each(CASES.filter(({ field }) => !UNSORTABLE.includes(field)))(
    '$resource by $field',
    async ({ resource, field }) => {
      const items = await modeler.all(resource)
      const key = (item: Answer['body']): string => {
        const value = item[field]?.name ?? item[field]
        // What is missing is the greatest.
        return value === undefined
          ? '\uffff'
          : typeof value === 'number'
            ? String(value).padStart(9, '0')
            : String(value)
      }
      const compare = (a: Answer['body'], b: Answer['body']): number => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
      for (const [direction, sign] of [
        ['ASC', 1],
        ['DESC', -1],
      ] as const) {
        const sorted = await modeler.ok('POST', `/${resource}/search`, { sort: [{ field, direction }], size: 50 })
        expect(sorted.items).toEqual(items.toSorted((a, b) => sign * compare(a, b)))
      }
    },
  )

  it('continues with the next field if the first is equal', async () => {
    const sort = [
      { field: 'type', direction: 'DESC' },
      { field: 'name', direction: 'ASC' },
    ]
    const { items } = await modeler.ok('POST', '/files/search', { sort, size: 50 })
    const names = items.map(({ type, name }: { type: string; name: string }) => `${type} ${name}`)
    expect(names.slice(0, 4)).toEqual([
      'form Approve invoice',
      'form Pack goods',
      'form Review application',
      'dmn Invoice decisions',
    ])
  })

  it.each([
    ['files', 'simplePath'],
    ['files', 'canonicalPath'],
    ['files', 'misspelt'],
    ['collaborators', 'role'],
  ])('rejects %s by %s', async (resource, field) => {
    const { status, body } = await modeler.send('POST', `/${resource}/search`, { sort: [{ field, direction: 'ASC' }] })
    expect(status).toBe(400)
    expect(body.detail).toContain(field)
  })

  it('rejects an invalid direction', async () => {
    for (const sort of [[{ field: 'name', direction: 'asc' }], [{ field: 'name' }], { field: 'name' }]) {
      expect((await files({ sort })).status).toBe(400)
    }
  })
})

describe('pages', () => {
  it('have 10 items by default, and return the total', async () => {
    const harness = createHarness()
    for (let made = 0; made < 23; made += 1) await harness.ok('POST', '/projects', { name: 'Paged' })
    const search = (body: object) => harness.ok('POST', '/projects/search', { filter: { name: 'Paged' }, ...body })
    const all = await harness.all('projects', { name: 'Paged' })
    expect(await search({})).toEqual({ items: all.slice(0, 10), total: 23 })
    expect(await search({ page: 2 })).toEqual({ items: all.slice(20), total: 23 })
    expect(await search({ page: 3 })).toEqual({ items: [], total: 23 })
    expect(await search({ size: 0 })).toEqual({ items: [], total: 23 })
    expect(await search({ page: 1, size: 5 })).toEqual({ items: all.slice(5, 10), total: 23 })
  })

  it('of any size contain every item exactly once', async () => {
    const all = await modeler.all('files')
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom('name', 'type', 'folderId'),
        async (size, field) => {
          const sort = [{ field, direction: 'DESC' }]
          const found = []
          for (let page = 0; page * size < all.length; page += 1) {
            found.push(...(await modeler.ok('POST', '/files/search', { sort, size, page })).items)
          }
          expect(found.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted())
        },
      ),
      { numRuns: 25 },
    )
  })

  it.each([{ size: 51 }, { size: -1 }, { page: -1 }, { size: 1.5 }, { page: '0' }, { filter: [] }])(
    'rejects %j',
    async (body) => {
      expect((await files(body)).status).toBe(400)
    },
  )

  it('requires a body', async () => {
    for (const resource of Object.keys(FIELDS)) {
      const { status, body } = await modeler.send('POST', `/${resource}/search`)
      expect(status).toBe(400)
      expect(body.detail).toBe('Failed to read request')
    }
  })
})
