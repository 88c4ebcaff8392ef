import { type Client, type ClientOptions, instanceKey } from '../client.ts'

/** Typical hand-written code: a token in memory, one request in flight, a margin of one second. */
export function naiveToken({ tokenUrl, clientId, clientSecret, audience }: ClientOptions): () => Promise<string> {
  let token = ''
  let expiresAt = 0
  let pending: Promise<string> | undefined
  async function request(): Promise<string> {
    const fields = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, audience }
    const response = await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams(fields) })
    if (!response.ok) throw new Error(`The token endpoint answered with status ${response.status}`)
    const answer = await response.json()
    token = answer.access_token
    expiresAt = Date.now() + answer.expires_in * 1000
    return token
  }
  return async () => {
    if (Date.now() < expiresAt - 1000) return token
    pending ??= request().finally(() => {
      pending = undefined
    })
    return pending
  }
}

export function open(options: ClientOptions): Client {
  const token = naiveToken(options)
  const headers = async (): Promise<Record<string, string>> => ({ authorization: `Bearer ${await token()}` })
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
