import { expect, test } from 'vitest'
import {
  type CallOptions,
  createResource,
  createUncheckedResource,
  RestError,
  toFormData,
  ValidationError,
} from '../src/index.ts'
import { createCheckedResource } from '../src/shapes.ts'
import { answer, serve } from './server.ts'
import { connectionTo } from './setup.ts'

interface Things {
  upload(form: object, query?: object, options?: CallOptions): Promise<unknown>
}

const routes = { upload: 'POST /things form query? safe' }
const thingsAt = (url: string) =>
  createUncheckedResource<Things>(connectionTo(url).connection, 'things', {
    routes,
    formats: { writeForm: toFormData },
  })

/** Reads what a server got as a form, with a parser that is not ours. */
const read = ({ body, headers }: { body: string; headers: object }): Promise<FormData> =>
  new Response(body, { headers: { ...headers } as Record<string, string> }).formData()

const all = {
  resources: [new File(['<a/>'], 'order.bpmn', { type: 'application/xml' }), new Blob(['<b/>'])],
  metadata: { key: 9007199254740993n, name: 'ä' },
  notes: ['one', 'two'],
  list: [{ one: 1 }, { two: 2 }],
  count: 7,
  big: 9007199254740993n,
  confirmed: false,
  until: new Date(0),
  tenantId: '<default>',
  left: undefined,
  empty: [],
}

async function expectAll(form: FormData): Promise<void> {
  const text = async (part: FormDataEntryValue | null): Promise<unknown[]> =>
    part instanceof File ? [part.name, part.type, await part.text()] : [part]
  expect(await Promise.all(form.getAll('resources').map(text))).toEqual([
    ['order.bpmn', 'application/xml', '<a/>'],
    ['blob', expect.any(String), '<b/>'],
  ])
  expect(await text(form.get('metadata'))).toEqual(['blob', 'application/json', '{"key":9007199254740993,"name":"ä"}'])
  expect(form.getAll('notes')).toEqual(['one', 'two'])
  expect(await Promise.all(form.getAll('list').map(text))).toEqual([
    ['blob', 'application/json', '[{"one":1},{"two":2}]'],
  ])
  expect(form.get('count')).toBe('7')
  expect(form.get('big')).toBe('9007199254740993')
  expect(form.get('confirmed')).toBe('false')
  expect(form.get('until')).toBe('1970-01-01T00:00:00.000Z')
  expect(form.get('tenantId')).toBe('<default>')
  for (const name of ['left', 'empty']) expect(form.has(name)).toBe(false)
}

test('A form has a part for each member, and a list of files or texts one for each of its items', async () => {
  const server = await serve(answer(200, { ok: true }))
  expect(await thingsAt(server.url).upload(all, { overwrite: true })).toEqual({ ok: true })
  expect(server.received[0]).toMatchObject({
    path: '/things?overwrite=true',
    headers: {
      'content-type': expect.stringMatching(/^multipart\/form-data; boundary=\S+$/),
      accept: 'application/json',
    },
  })
  await expectAll(await read(server.received[0] as never))
})

test('A retry sends it again', async () => {
  const server = await serve(answer(503, '', { 'retry-after': '1' }), answer(200, {}))
  await thingsAt(server.url).upload(all)
  expect(server.received).toHaveLength(2)
  for (const seen of server.received) await expectAll(await read(seen))
})

test.each([
  ['null', null],
  ['null in a list', ['a', null]],
  ['a function', () => 1],
  ['a Map', new Map([['a', 1]])],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['a date that is none', new Date(Number.NaN)],
  ['a symbol', Symbol('hidden')],
  ['bytes without a Blob', new Uint8Array(2)],
  ['a list in a list', [['a']]],
  ['a Map in a list', ['a', new Map()]],
  ['an instance', new URL('https://hidden.example')],
])('%s cannot be a part, and its name is in the error', async (_, value) => {
  const server = await serve(answer(200, {}))
  const error = await thingsAt(server.url)
    .upload({ name: 'a', wrong: value })
    .catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(ValidationError)
  expect(error).toMatchObject({
    code: 'request_invalid',
    operation: 'things.upload',
    part: 'form',
    issues: [{ path: 'wrong', message: expect.stringMatching(/^must be a file, text/) }],
  })
  expect((error as Error).message).not.toContain('hidden')
  expect(server.received).toHaveLength(0)
})

test('A value that JSON would lose in a part is reported with its path', async () => {
  const server = await serve(answer(200, {}))
  const form = { file: new Blob(['a']), metadata: { customProperties: { tags: new Set(['a']) } }, list: [{ a: [NaN] }] }
  await expect(thingsAt(server.url).upload(form)).rejects.toMatchObject({
    issues: [{ path: 'metadata.customProperties.tags', message: 'must be a plain object' }],
  })
  await expect(thingsAt(server.url).upload({ list: form.list })).rejects.toMatchObject({
    issues: [{ path: 'list.0.a.0', message: 'cannot be represented in JSON' }],
  })
  expect(server.received).toHaveLength(0)
})

test.each([undefined, null, 'x', [], new FormData(), new Map()])('%o is not a form', async (form) => {
  const server = await serve(answer(200, {}))
  const call = thingsAt(server.url).upload(form as object)
  await expect(call).rejects.toMatchObject({ code: 'request_invalid', part: 'form', issues: [{ path: '' }] })
  expect(server.received).toHaveLength(0)
})

test('A client with checks reports unknown and invalid members', async () => {
  const server = await serve(answer(200, {}))
  const things = createCheckedResource<Things>(connectionTo(server.url).connection, 'things', {
    routes,
    formats: { writeForm: toFormData },
    calls: { upload: 'form:Form' },
    shapes: () => ({ Form: 'files:[x],name?:s' }),
  })
  await things.upload({ files: [new Blob(['a'])], name: 'n' })
  const error = await things.upload({ files: ['a'], nam: 'n' }).catch((cause: unknown) => cause)
  expect(error).toMatchObject({ part: 'form', issues: [{ path: 'files.0' }, { path: 'nam' }] })
  expect(server.received).toHaveLength(1)
})

test('A resource without support for forms says so', async () => {
  const { connection } = connectionTo('https://a.example')
  const things = createResource<Things>(connection, 'things', { routes }, (_route, _part, value) => value)
  const error = await things.upload({}).catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(RestError)
  expect(error).toMatchObject({
    code: 'config_invalid',
    message: '`formats.writeForm` must be set for things.upload',
  })
})

test('toFormData names the operation that is passed to it', () => {
  expect(() => toFormData({ a: new Map() }, 'things.upload')).toThrow('things.upload: invalid form: a must be')
})
