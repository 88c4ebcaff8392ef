import { createOAuth } from '@x/auth'
import { fileStorage } from '@x/auth/storage/file'
import { type Client, type ClientOptions, instanceKey } from '../client.ts'

/** The `fetch` of our authenticator, which also renews a token that the API rejects. */
export function open(options: ClientOptions): Client {
  const auth = createOAuth({ ...options, storage: fileStorage({ directory: options.directory }) })
  const fetch = auth.fetch(options.audience)
  return {
    async call() {
      const response = await fetch(`${options.apiUrl}/v1/process-instances/${instanceKey}`)
      if (!response.ok) throw new Error(`The API answered with status ${response.status}`)
      return response.json()
    },
  }
}
