import { createOAuth } from '@x/auth'
import { fileStorage } from '@x/auth/storage/file'
import type { OrchestrationClient, OrchestrationClientOptions } from '@x/orchestration'
import { type Client, type ClientOptions, instanceKey } from '../client.ts'

/** Opens a client of the Orchestration Cluster API v2. */
export function openOrchestration(
  options: ClientOptions,
  create: (options: OrchestrationClientOptions) => OrchestrationClient,
  fetch?: OrchestrationClientOptions['fetch'],
): Client {
  const auth = createOAuth({ ...options, storage: fileStorage({ directory: options.directory }) })
  const camunda = create({ auth, baseUrl: options.apiUrl, audience: options.audience, fetch })
  return {
    headers: () => auth.headers(options.audience),
    call: () => camunda.processInstances.get(instanceKey),
    pages: { v2: async () => (await camunda.processInstances.search()).items[0]?.processInstanceKey },
  }
}
