import { createOAuth } from '@x/auth'
import { fileStorage } from '@x/auth/storage/file'
import { type Client, type ClientOptions, instanceKey } from '../client.ts'

/** Our authenticator with a plain fetch. */
export function open(options: ClientOptions): Client {
  const auth = createOAuth({ ...options, storage: fileStorage({ directory: options.directory }) })
  const headers = (): Promise<Record<string, string>> => auth.headers(options.audience)
  return {
    headers,
    async call() {
      const response = await fetch(`${options.apiUrl}/v1/process-instances/${instanceKey}`, {
        headers: await headers(),
      })
      if (!response.ok) throw new Error(`The API answered with status ${response.status}`)
      return response.json()
    },
  }
}
