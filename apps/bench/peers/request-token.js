/** Sends one token request, for clients that leave it to their users. */
export async function requestToken({ tokenUrl, clientId, clientSecret, audience }) {
  const fields = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, audience }
  const response = await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams(fields) })
  if (!response.ok) throw new Error(`The token endpoint answered with status ${response.status}`)
  const { access_token, expires_in = 60 } = await response.json()
  return { token: access_token, expiresAt: Date.now() + expires_in * 1000 }
}
