import ky from 'ky'
import { type Client, type ClientOptions, instanceKey } from '../client.ts'

/** ky with its defaults and a constant header: the cost of a client that leaves everything to ky. */
export async function open({ tokenUrl, apiUrl }: ClientOptions): Promise<Client> {
  const body = new URLSearchParams({ client_secret: 'right' })
  const answer = await ky.post<{ access_token: string }>(tokenUrl, { body }).json()
  const api = ky.create({ headers: { authorization: `Bearer ${answer.access_token}` } })
  return { call: () => api.get(`${apiUrl}/v1/process-instances/${instanceKey}`).json() }
}
