import * as oauth from 'oauth4webapi'

/** The protocol without a cache, by design: one token request for each call. */
export function open({ tokenUrl, apiUrl, clientId, clientSecret, audience }) {
  const server = { issuer: new URL(tokenUrl).origin, token_endpoint: tokenUrl }
  const client = { client_id: clientId }
  const insecure = { [oauth.allowInsecureRequests]: true }
  return {
    async call() {
      const parameters = new URLSearchParams({ audience })
      const authentication = oauth.ClientSecretPost(clientSecret)
      const answer = await oauth.clientCredentialsGrantRequest(server, client, authentication, parameters, insecure)
      const { access_token } = await oauth.processClientCredentialsResponse(server, client, answer)
      const url = new URL(`${apiUrl}/v1/process-instances/2251799813685249`)
      const response = await oauth.protectedResourceRequest(access_token, 'GET', url, undefined, null, insecure)
      if (!response.ok) throw new Error(`The API answered with status ${response.status}`)
      return response.json()
    },
  }
}
