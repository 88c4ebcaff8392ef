import { createOAuth } from '@x/auth'
import { fileStorage } from '@x/auth/storage/file'
import { connectCluster } from '@x/camunda'
import { type Client, type ClientOptions, instanceKey } from '../client.ts'

/** The front door to an 8.9 cluster, which uses the Orchestration Cluster API. */
export function open({ directory, apiUrl, ...credentials }: ClientOptions): Client {
  const auth = createOAuth({ ...credentials, storage: fileStorage({ directory }) })
  const camunda = connectCluster({ restUrl: apiUrl, audience: credentials.audience }, { auth, version: '8.9' })
  return {
    headers: () => auth.headers(credentials.audience),
    call: () => camunda.processInstances.get(instanceKey),
    pages: { v2: async () => (await camunda.processInstances.search()).items[0]?.processInstanceKey },
  }
}
