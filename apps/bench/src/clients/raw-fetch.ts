import { type Client, type ClientOptions, instanceKey, type PageVersion } from '../client.ts'

/** The limit: fetch with a constant header, and JSON.parse. */
export async function open({ tokenUrl, apiUrl }: ClientOptions): Promise<Client> {
  const answer = await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams({ client_secret: 'right' }) })
  const headers = { authorization: `Bearer ${(await answer.json()).access_token}` }
  async function search(version: PageVersion): Promise<{ items: readonly Record<string, unknown>[] }> {
    const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: '{}' }
    return JSON.parse(await (await fetch(`${apiUrl}/${version}/process-instances/search`, init)).text())
  }
  return {
    headers: async () => headers,
    call: async () => (await fetch(`${apiUrl}/v1/process-instances/${instanceKey}`, { headers })).json(),
    pages: {
      v1: async () => (await search('v1')).items[0]?.key,
      v2: async () => (await search('v2')).items[0]?.processInstanceKey,
    },
  }
}
