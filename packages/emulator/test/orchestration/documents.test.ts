import { beforeEach, describe, expect, test } from 'vitest'
import { createHarness, type Harness } from '../sampled/harness.ts'
import { START } from '../support.ts'

let harness: Harness
let documents: Harness['client']['documents']
beforeEach(async () => {
  harness = await createHarness()
  documents = harness.client.documents
})

const scan = (): File => new File([Uint8Array.of(0, 255, 128)], 'scan ä.png', { type: 'image/png' })
const problem = (status: number, title: string) => expect.objectContaining({ status, title })

describe('documents', () => {
  test('are returned as they were uploaded', async () => {
    const expiresAt = new Date(START + 1000).toISOString()
    const customProperties = { pages: 2 }
    const reference = await documents.create({ file: scan(), metadata: { customProperties, expiresAt } })
    const { documentId, contentHash } = reference
    expect(reference).toMatchObject({
      'camunda.document.type': 'camunda',
      metadata: { fileName: 'scan ä.png', contentType: 'image/png', size: 3, expiresAt, customProperties },
    })
    expect(harness.emulator.journal.entries.at(-1)).toMatchObject({ status: 201, tier: 'stored' })
    const { bytes, ...download } = await documents.get(documentId, { contentHash: contentHash ?? '' })
    expect(download).toMatchObject({ contentType: 'image/png', fileName: 'scan ä.png', size: 3 })
    expect([...(await bytes())]).toEqual([0, 255, 128])
    await documents.delete(documentId)
    await expect(documents.get(documentId, { contentHash: contentHash ?? '' })).rejects.toEqual(
      problem(404, 'NOT_FOUND'),
    )
    await expect(documents.delete(documentId)).rejects.toEqual(problem(404, 'NOT_FOUND'))
  })

  test('have the requested id, which must be unique', async () => {
    const { documentId } = await documents.create({ file: scan() }, { documentId: 'mine' })
    expect(documentId).toBe('mine')
    await expect(documents.create({ file: scan() }, { documentId: 'mine' })).rejects.toEqual(
      problem(409, 'ALREADY_EXISTS'),
    )
  })

  test('require their hash and their own store', async () => {
    const { documentId, contentHash } = await documents.create({ file: scan() })
    await expect(documents.get(documentId)).rejects.toEqual(problem(400, 'INVALID_ARGUMENT'))
    await expect(documents.get(documentId, { contentHash: 'other' })).rejects.toEqual(problem(400, 'INVALID_ARGUMENT'))
    const query = { contentHash: contentHash ?? '', storeId: 'elsewhere' }
    await expect(documents.get(documentId, query)).rejects.toEqual(problem(400, 'INVALID_ARGUMENT'))
  })

  test('in a batch, some of which are rejected', async () => {
    const files = [scan(), new File(['a'], 'a.txt')]
    const all = await documents.createBatch({ files, metadataList: [{}, { fileName: 'b.txt' }] })
    expect(all.createdDocuments.map(({ metadata }) => metadata.fileName)).toEqual(['scan ä.png', 'b.txt'])
    expect(harness.emulator.journal.entries.at(-1)?.status).toBe(201)
    const expiresAt = new Date(START - 1).toISOString()
    const some = await documents.createBatch({ files, metadataList: [{ expiresAt }, {}] })
    expect(harness.emulator.journal.entries.at(-1)?.status).toBe(207)
    expect(some.createdDocuments).toHaveLength(1)
    expect(some.failedDocuments).toMatchObject([{ fileName: 'scan ä.png', status: 400, title: 'INVALID_ARGUMENT' }])
  })

  test('in a batch have one entry of metadata each, which other clients may not know', async () => {
    const { emulator, token } = harness
    const form = new FormData()
    for (const name of ['a.txt', 'b.txt']) form.append('files', new File(['a'], name))
    form.append('metadataList', new Blob(['[{}]'], { type: 'application/json' }))
    const response = await emulator.fetch(`${emulator.url('orchestration')}/v2/documents/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    })
    expect([response.status, (await response.json()).title]).toEqual([400, 'INVALID_ARGUMENT'])
  })

  test('have links that require no token, until they expire', async () => {
    const { emulator } = harness
    const { documentId, contentHash } = await documents.create({ file: scan() })
    const query = { contentHash: contentHash ?? '' }
    const { url, expiresAt } = await documents.createLink(documentId, { timeToLive: 1000 }, query)
    expect(Date.parse(expiresAt)).toBe(START + 1000)
    const response = await emulator.fetch(url)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.of(0, 255, 128))
    emulator.clock.advance(1000)
    expect((await emulator.fetch(url)).status).toBe(403)
    await expect(documents.createLink(documentId, {}, { contentHash: 'other' })).rejects.toEqual(
      problem(400, 'INVALID_ARGUMENT'),
    )
  })
})
