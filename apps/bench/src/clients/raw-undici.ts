import { request } from 'undici'
import { type Client, type ClientOptions, instanceKey } from '../client.ts'

/** undici without fetch, with a constant header. */
export async function open({ tokenUrl, apiUrl }: ClientOptions): Promise<Client> {
  const answer = await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams({ client_secret: 'right' }) })
  const headers = { authorization: `Bearer ${(await answer.json()).access_token}` }
  return { call: async () => (await request(`${apiUrl}/v1/process-instances/${instanceKey}`, { headers })).body.json() }
}
