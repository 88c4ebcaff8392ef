import { createOAuth } from '@x/auth'
import { fileStorage } from '@x/auth/storage/file'
import type { OperateClient, OperateClientOptions } from '@x/operate'
import { type Client, type ClientOptions, instanceKey } from '../client.ts'

/** Opens a client of the Operate API v1: typed, with exact keys. */
export function openOperate(
  options: ClientOptions,
  create: (options: OperateClientOptions) => OperateClient,
  fetch?: OperateClientOptions['fetch'],
): Client {
  const auth = createOAuth({ ...options, storage: fileStorage({ directory: options.directory }) })
  const operate = create({ auth, baseUrl: options.apiUrl, audience: options.audience, fetch })
  return {
    headers: () => auth.headers(options.audience),
    call: () => operate.processInstances.get(instanceKey),
    pages: { v1: async () => (await operate.processInstances.search()).items[0]?.key },
  }
}
