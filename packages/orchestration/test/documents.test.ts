import { describe, expect, test } from 'vitest'
import { createOrchestrationClient } from '../src/index.ts'
import { createOrchestrationClient as createUncheckedClient } from '../src/unchecked.ts'
import { auth, problem, serve } from './server.ts'

const pdf = new Blob(['%PDF'], { type: 'application/pdf' })
const invoice = new File([pdf], 'invoice.pdf')
const reference = {
  'camunda.document.type': 'camunda',
  storeId: 'in-memory',
  documentId: '1',
  contentHash: 'abc',
  metadata: {
    contentType: 'application/pdf',
    fileName: 'invoice.pdf',
    expiresAt: null,
    size: 4,
    processDefinitionId: null,
    processInstanceKey: null,
    customProperties: {},
  },
}

describe.each([
  ['checked', createOrchestrationClient],
  ['unchecked', createUncheckedClient],
])('documents of a client that is %s', (_, createClient) => {
  const client = async (status = 201, body: unknown = reference) => {
    const { server } = await serve(() => ({ status, body }))
    return { server, documents: createClient({ auth, baseUrl: server.url }).documents }
  }

  test('are sent with their names, and metadata as JSON', async () => {
    const { server, documents } = await client()
    await documents.create({ file: invoice, metadata: { customProperties: { order: 7 } } })
    await documents.create({ file: pdf, metadata: { fileName: 'scan.pdf' } })
    const [named, blob] = server.received.map(({ body }) => body)
    expect(named).toMatch(/name="file"; filename="invoice\.pdf"/)
    expect(named).toMatch(/name="metadata".*application\/json.*\{"customProperties":\{"order":7\}\}/s)
    expect(blob).toContain('{"fileName":"scan.pdf"}')
  })

  test.each([
    ['a file without a name', { file: pdf }, 'file', 'needs a file name'],
    ['an empty name', { file: new File([pdf], '') }, 'file', 'needs a file name'],
    ['no file', {}, 'file', 'needs a file name'],
  ])('are rejected before they are sent: %s', async (_name, form, path, message) => {
    const { server, documents } = await client()
    await expect(documents.create(form as never)).rejects.toMatchObject({
      code: 'request_invalid',
      part: 'form',
      issues: [{ path, message: expect.stringContaining(message) }],
    })
    expect(server.received).toHaveLength(0)
  })

  test.each([
    ['no files', { files: [] }, 'files'],
    ['a file without a name', { files: [invoice, pdf] }, 'files.1'],
    ['fewer metadata than files', { files: [invoice, invoice], metadataList: [{}] }, 'metadataList'],
    ['more metadata than files', { files: [invoice], metadataList: [{}, {}] }, 'metadataList'],
    ['an empty list of metadata', { files: [invoice], metadataList: [] }, 'metadataList'],
    ['null in place of metadata', { files: [invoice], metadataList: null }, 'metadataList'],
  ])('are rejected as a batch before they are sent: %s', async (_name, form, path) => {
    const { server, documents } = await client()
    await expect(documents.createBatch(form as never)).rejects.toMatchObject({
      code: 'request_invalid',
      part: 'form',
      issues: [{ path }],
    })
    expect(server.received).toHaveLength(0)
  })

  test('of a batch take their names from files or metadata; those that failed are data', async () => {
    const failure = { fileName: 'scan.pdf', status: 507, title: 'STORE_FULL', detail: 'The store is full.' }
    const { server, documents } = await client(207, { createdDocuments: [reference], failedDocuments: [failure] })
    const files = [invoice, pdf]
    const batch = await documents.createBatch({ files, metadataList: [{}, { fileName: 'scan.pdf' }] })
    expect(batch.failedDocuments).toEqual([failure])
    expect(server.received[0]?.body).toContain('[{},{"fileName":"scan.pdf"}]')
  })

  test('that the server finds too large say so', async () => {
    const { server } = await serve(() => problem(413, 'Maximum upload size exceeded', 'Payload Too Large'))
    const { documents } = createClient({ auth, baseUrl: server.url })
    const sent = documents.create({ file: invoice })
    await expect(sent).rejects.toMatchObject({ status: 413, detail: 'Maximum upload size exceeded' })
    await expect(sent).rejects.toThrow('larger than the server accepts')
  })

  test('are bytes for whatever takes bytes', async () => {
    const { server } = await serve(() => ({ headers: { 'content-type': 'application/pdf' }, body: '%PDF' }))
    const download = await createClient({ auth, baseUrl: server.url }).documents.get('1', { contentHash: 'abc' })
    expect(await new Response(await download.bytes()).text()).toBe('%PDF')
  })
})
