import { fileStorage } from '@x/auth/storage/file'
import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const storage = fileStorage({ directory: '.tokens' }) // encrypted with the client secret
const camunda = connectCluster(readClusterCredentials(), { storage })
for (const state of ['ACTIVE', 'COMPLETED'] as const) {
  const { total } = await camunda.processInstances.search({ filter: { state }, page: { limit: 1 } })
  console.log(state, total)
}
