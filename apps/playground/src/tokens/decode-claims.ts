/**
 * The claims of an access token that is a JWT (RFC 7519), for a person to read; undefined for an opaque one. Nothing is
 * verified: that is for the API that the token is sent to.
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
