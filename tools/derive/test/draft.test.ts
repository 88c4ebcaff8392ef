import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { draft } from '../src/draft.ts'
import { readInterface } from '../src/read-interface.ts'

// Our own description: Camunda's are not part of this repository.
const description = {
  paths: {
    '/parcels/{parcelKey}': {
      get: {
        operationId: 'getParcel',
        tags: ['Parcel'],
        'x-added-in-version': '8.8',
        parameters: [{ name: 'parcelKey', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Parcel' } } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Parcel: {
        type: 'object',
        required: ['id', 'weight', 'label'],
        properties: { id: { type: 'string' }, weight: { type: 'integer' }, label: { type: 'string' } },
        'x-properties-added-in-version': [
          { propertyName: 'weight', addedInVersion: '8.9' },
          { propertyName: 'label', addedInVersion: '8.10' },
        ],
      },
    },
  },
}

const folder = mkdtempSync(join(tmpdir(), 'draft-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'openapi.json')
writeFileSync(file, JSON.stringify(description))

test.each([
  ['8.8', 'id:s,weight?@8.9:i,label?@8.10:s'],
  ['8.9', 'id:s,weight:i,label?@8.10:s'],
  ['8.10', 'id:s,weight:i,label:s'],
])('What is newer than the oldest version, %s, is drafted as optional', (oldest, text) => {
  const [[name, drafted] = ['', '']] = draft(new Map(), file, { oldest })
  expect(name).toBe('parcels.ts')
  // It has no sentences, and is rejected until it has some.
  expect(() => readInterface(name, drafted, oldest)).toThrow(/^parcels\.ts:\d+ has no doc comment/)
  const said = drafted.replace('/** */', '/** Parcels. */').replace('@operation', 'Returns a parcel.\n   * @operation')
  const { resource, declarations } = readInterface(name, said, oldest)
  expect(resource?.operations).toMatchObject([{ verb: 'get', route: 'GET /parcels/{parcelKey} since:8.8' }])
  expect(declarations).toMatchObject([{ name: 'Parcel', text }])
  expect(draft(new Map([[name, said]]), file, { oldest }).size).toBe(0)
})
