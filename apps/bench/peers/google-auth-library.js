import { OAuth2Client } from 'google-auth-library'
import { requestToken } from './request-token.js'

/** Google's client, with a refresh handler that sends one request. */
export function open(options) {
  const client = new OAuth2Client()
  client.refreshHandler = async () => {
    const { token, expiresAt } = await requestToken(options)
    return { access_token: token, expiry_date: expiresAt }
  }
  const url = `${options.apiUrl}/v1/process-instances/2251799813685249`
  return {
    headers: () => client.getRequestHeaders(url),
    call: async () => (await client.request({ url })).data,
  }
}
