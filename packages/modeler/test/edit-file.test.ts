import { expect, test } from 'vitest'
import { ConflictError } from '../src/index.ts'
import { metadata } from './samples.ts'
import { type Answer, clientOf, problem, type Received } from './server.ts'

/** One file that others change `rivals` times, each time just before our change arrives. */
function contested(rivals: number): (request: Received) => Answer {
  let revision = 1
  let content = 'start'
  let left = rivals
  return ({ method, body }) => {
    if (method === 'GET') return { json: { metadata: { ...metadata, revision }, content } }
    if (left-- > 0) {
      revision++
      content += ' rival'
    }
    const change = body as { revision: number; content: string }
    if (change.revision !== revision) return problem(409, 'Conflict', 'There was a revision conflict.')
    revision++
    content = change.content
    return { json: { ...metadata, revision } }
  }
}

test('reads, changes and sends with the revision that was read', async () => {
  const { modeler, received } = await clientOf(contested(0))
  const after = await modeler.files.edit('f1', ({ content }) => ({ content: `${content} mine` }))
  expect(after.revision).toBe(2)
  expect(received.map(({ method, body }) => [method, body])).toEqual([
    ['GET', undefined],
    ['PATCH', { content: 'start mine', revision: 1 }],
  ])
})

test('after a conflict the change is made again on the newest file', async () => {
  const { modeler, received } = await clientOf(contested(2))
  const seen: string[] = []
  await modeler.files.edit('f1', async ({ content }) => {
    seen.push(content)
    return { content: `${content} mine` }
  })
  expect(seen).toEqual(['start', 'start rival', 'start rival rival'])
  expect(received.at(-1)?.body).toEqual({ content: 'start rival rival mine', revision: 3 })
})

test.each([
  [undefined, 5],
  [2, 2],
])('gives up after a bounded number of conflicts (attempts: %s)', async (attempts, expected) => {
  const { modeler, received } = await clientOf(contested(1000))
  const edit = modeler.files.edit('f1', () => ({ name: 'New name' }), { attempts })
  await expect(edit).rejects.toBeInstanceOf(ConflictError)
  expect(received.filter(({ method }) => method === 'PATCH')).toHaveLength(expected)
})

test('sends nothing when there is nothing to change', async () => {
  const { modeler, received } = await clientOf(contested(0))
  expect((await modeler.files.edit('f1', () => undefined)).revision).toBe(1)
  expect(received.map(({ method }) => method)).toEqual(['GET'])
})

test('other errors, also those of the change, come through at once', async () => {
  const { modeler, received } = await clientOf(({ method }) =>
    method === 'GET' ? { json: { metadata, content: '' } } : problem(403, 'Forbidden', 'Operation not allowed.'),
  )
  await expect(modeler.files.edit('f1', () => ({ name: 'x' }))).rejects.toMatchObject({ code: 'http', status: 403 })
  await expect(
    modeler.files.edit('f1', () => {
      throw new RangeError('mine')
    }),
  ).rejects.toThrow(RangeError)
  expect(received.map(({ method }) => method)).toEqual(['GET', 'PATCH', 'GET'])
})

test('an aborted edit does not read again', async () => {
  const controller = new AbortController()
  const { modeler, received } = await clientOf(contested(1000))
  const edit = modeler.files.edit(
    'f1',
    () => {
      controller.abort(new Error('stop'))
      return { name: 'x' }
    },
    { signal: controller.signal },
  )
  await expect(edit).rejects.toThrow('stop')
  expect(received.map(({ method }) => method)).toEqual(['GET'])
})

test('an invalid number of attempts does not repeat for ever', async () => {
  const { modeler, received } = await clientOf(contested(Number.POSITIVE_INFINITY))
  const edit = modeler.files.edit('f1', () => ({ name: 'New name' }), { attempts: Number.NaN })
  await expect(edit).rejects.toBeInstanceOf(ConflictError)
  expect(received).toHaveLength(2)
})

test('options that are no object are rejected before anything is sent', async () => {
  const { modeler, received } = await clientOf(contested(0))
  const error = { code: 'config_invalid' }
  await expect(modeler.files.edit('f1', () => undefined, null as never)).rejects.toMatchObject(error)
  await expect(modeler.files.get('f1', null as never)).rejects.toMatchObject(error)
  expect(received).toHaveLength(0)
})
