/**
 * Returns the claims of an access token that is a JWT (RFC 7519), for display; undefined for an opaque token. Nothing is
 * verified: that is the task of the API.
 */
export function decodeClaims(accessToken: string): Readonly<Record<string, unknown>> | undefined {
  const [, payload, signature] = accessToken.split('.')
  if (payload === undefined || signature === undefined) return undefined
  try {
    const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'))
    const claims: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.from(text, (char) => char.charCodeAt(0))))
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
