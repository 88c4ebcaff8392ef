import { readFile } from 'node:fs/promises'
import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const content = await readFile('invoice.pdf')
const invoice = await camunda.orchestration.documents.create({
  file: new File([content], 'invoice.pdf', { type: 'application/pdf' }),
})
await camunda.orchestration.processInstances.create({ processDefinitionId: 'order', variables: { invoice } })

const { documentId, contentHash } = invoice
const download = await camunda.orchestration.documents.get(documentId, { contentHash: contentHash ?? undefined })
console.log(download.contentType, (await download.bytes()).byteLength)
