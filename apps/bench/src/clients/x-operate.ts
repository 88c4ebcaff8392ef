import { createOAuth } from '@x/auth'
import { fileStorage } from '@x/auth/storage/file'
import { createOperateClient } from '@x/operate'
import { type Client, type ClientOptions, instanceKey } from '../client.ts'

/** Our client of the Operate API: typed, validated, exact keys. */
export function open(options: ClientOptions): Client {
  const auth = createOAuth({ ...options, storage: fileStorage({ directory: options.directory }) })
  const operate = createOperateClient({ auth, baseUrl: options.apiUrl, audience: options.audience })
  return { headers: () => auth.headers(options.audience), call: () => operate.processInstances.get(instanceKey) }
}
