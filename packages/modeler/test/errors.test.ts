import { describe, expect, test } from 'vitest'
import { ApiError, ConflictError, ValidationError } from '../src/index.ts'
import { operations } from '../src/operations.ts'
import { file, folder, metadata } from './samples.ts'
import { clientIn, clientOf, problem } from './server.ts'

describe('errors', () => {
  test('an update on an old revision is a ConflictError with what the server said', async () => {
    const { modeler } = await clientOf(() => problem(409, 'Conflict', 'There was a revision conflict.'))
    const error = await modeler.files.update('f1', { revision: 1 }).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(ConflictError)
    expect(error).toMatchObject({
      status: 409,
      operation: 'files.update',
      title: 'Conflict',
      detail: 'There was a revision conflict.',
    })
  })

  test('a 401 says which client to use', async () => {
    const { modeler } = await clientOf(() => ({ status: 401 }))
    await expect(modeler.info.get()).rejects.toThrow(/client of the organization, not one of a cluster/)
  })

  test('a 403 says which permission is missing, for every operation', async () => {
    const { modeler } = await clientOf(() => problem(403, 'Forbidden', 'Operation not allowed.'), { validate: 'off' })
    for (const { id, path, takes, permission = 'Web Modeler API' } of operations) {
      if (id === 'info.get') continue // needs none
      const [resource, verb] = id.split('.') as ['files', 'get']
      const params = Array(path.split('{').length - 1).fill('1')
      const call = modeler[resource][verb] as (...args: unknown[]) => Promise<unknown>
      await expect(call(...params, ...(takes ? [{}] : []))).rejects.toThrow(`the permission ${permission} (`)
    }
  })

  test('a 404 of Web Modeler is about the file', async () => {
    const { modeler } = await clientOf(() => problem(404, 'Not Found', 'Resource not found.'))
    const error: ApiError = await modeler.files.get('f1').catch((error) => error)
    expect(error).toBeInstanceOf(ApiError)
    expect(error.message).toContain('not found')
    expect(error.message).not.toContain('8.11')
  })

  test.each([
    ['the page of a proxy', { status: 404, text: '<html><title>Nothing here</title></html>', type: 'text/html' }],
    ['nothing', { status: 404 }],
    ['a framework that knows no such path', problem(404, 'Not Found', 'No static resource api/v1/files/f1.')],
    ['a framework without a problem document', { status: 404, json: { status: 404, error: 'Not Found', path: '/' } }],
  ])('a 404 that is %s says that the API is not there any more', async (_what, answer) => {
    const { modeler } = await clientOf(() => answer)
    const error: ApiError = await modeler.files.get('f1').catch((error) => error)
    expect(error).toBeInstanceOf(ApiError)
    expect(error.status).toBe(404)
    expect(error.message).toMatch(/up to 8\.11.*\/api\/v2.*baseUrl/)
  })

  test('a 404 of /info always means that', async () => {
    const { modeler } = await clientOf(() => problem(404, 'Not Found', 'Resource not found.'))
    await expect(modeler.info.get()).rejects.toThrow(/8\.11/)
  })
})

describe('validation', () => {
  test('names the operation and the path of what does not fit', async () => {
    const { modeler } = await clientOf(() => ({ json: { metadata: { ...metadata, revision: '3' }, content: '' } }))
    const error: ValidationError = await modeler.files.get('f1').catch((error) => error)
    expect(error).toBeInstanceOf(ValidationError)
    expect(error).toMatchObject({
      code: 'response_invalid',
      operation: 'files.get',
      issues: [{ path: 'metadata.revision' }],
    })
  })

  const newer = {
    metadata: { ...metadata, type: 'rpa', folderId: undefined, createdBy: null, colour: 'red' },
    content: file.content,
  }

  test('lenient lets new members and types through', async () => {
    const { modeler } = await clientOf(() => ({ json: newer }))
    expect(await modeler.files.get('f1')).toMatchObject({ metadata: { type: 'rpa', colour: 'red' } })
  })

  test('strict does not', async () => {
    const { modeler } = await clientOf(() => ({ json: newer }), { validate: 'strict' })
    const error: ValidationError = await modeler.files.get('f1').catch((error) => error)
    expect(error.issues.map(({ path }) => path).sort()).toEqual(['metadata.colour', 'metadata.type'])
  })

  test('strict takes what the description promises', async () => {
    const answer = { metadata: { id: 'p1', name: 'Orders' }, content: { folders: [folder], files: [metadata] } }
    const { modeler } = await clientOf(() => ({ json: answer }), { validate: 'strict' })
    expect(await modeler.projects.get('p1')).toEqual(answer)
  })

  test('off takes anything', async () => {
    const { modeler } = await clientOf(() => ({ json: 7 }), { validate: 'off' })
    expect(await modeler.files.get('f1')).toBe(7)
  })

  test.each([
    ['a misspelt member', { name: 'x', revison: 3 }, 'revison'],
    ['no revision', { name: 'x' }, 'revision'],
    ['an empty name', { name: '', revision: 3 }, 'name'],
    ['a name of 256 characters', { name: 'x'.repeat(256), revision: 3 }, 'name'],
  ])('%s is refused before it is sent', async (_what, body, path) => {
    const { modeler, received } = await clientOf(() => ({ json: metadata }))
    const error: ValidationError = await modeler.files.update('f1', body as never).catch((error) => error)
    expect(error.issues.map((issue) => issue.path)).toContain(path)
    expect(received).toEqual([])
  })

  test.each(['lenient', 'strict', 'unchecked'] as const)(
    'a body is sent as what it is, or not at all (%s)',
    async (mode) => {
      class Change {
        readonly revision = 3
        get name() {
          return 'Order'
        }
      }
      const { modeler, received } = await clientIn(mode, () => ({ json: metadata }))
      for (const body of [
        new Change(),
        Object.create({ revision: 3 }),
        new Map([['revision', 3]]),
        [],
        'x',
        undefined,
      ]) {
        await expect(modeler.files.update('f1', body as never)).rejects.toMatchObject({
          code: 'request_invalid',
          issues: [{ path: '', message: expect.stringMatching(/^must be (a plain |an )object/) }],
        })
      }
      expect(received).toEqual([])
    },
  )

  test('a role that does not exist is refused', async () => {
    const { modeler, received } = await clientOf(() => ({ status: 204 }))
    const set = modeler.collaborators.set({ email: 'j@x.com', projectId: 'p1', role: 'owner' as 'editor' })
    await expect(set).rejects.toMatchObject({ issues: [{ path: 'role', message: expect.stringContaining('viewer') }] })
    expect(received).toEqual([])
  })
})
