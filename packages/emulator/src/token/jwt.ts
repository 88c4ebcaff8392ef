import { decodeBase64Url, encodeBase64Url } from './base64url.ts'

/** The claims of an access token that are used here. */
export interface AccessTokenClaims {
  readonly iss: string
  readonly sub: string
  /** A single audience on SaaS, a list in Keycloak. */
  readonly aud: string | readonly string[]
  /** Seconds since 1970, as in every JWT. */
  readonly iat: number
  readonly exp: number
  readonly jti: string
  readonly client_id: string
  readonly 'https://camunda.com/clusterId'?: string | undefined
}

/** Signs and verifies JWTs with one RS256 key (RFC 7519, RFC 7518 section 3.3). */
export interface TokenSigner {
  sign(claims: AccessTokenClaims): Promise<string>
  /** Returns the claims if the signature is valid. Checks neither expiry nor audience. */
  verify(token: string): Promise<AccessTokenClaims | undefined>
  /** The public key as a JWK set (RFC 7517), as served at `/.well-known/jwks.json`. */
  jwks(): Promise<{ keys: Record<string, unknown>[] }>
}

const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const

let made: Promise<CryptoKeyPair> | undefined

/**
 * Created when it is first needed, once for all emulators of the process: it takes longer than everything else
 * together.
 */
function keys(): Promise<CryptoKeyPair> {
  made ??= crypto.subtle.generateKey(
    { ...RS256, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  )
  return made
}

let signers = 0

export function createTokenSigner(name: string): TokenSigner {
  // So that an emulator rejects the tokens of another one.
  const kid = `${name}-${++signers}`
  const header = encodeJson({ alg: 'RS256', typ: 'JWT', kid })
  return {
    sign: async (claims) => {
      const content = `${header}.${encodeJson(claims)}`
      const { privateKey } = await keys()
      const signature = await crypto.subtle.sign(RS256, privateKey, new TextEncoder().encode(content))
      return `${content}.${encodeBase64Url(new Uint8Array(signature))}`
    },
    verify: async (token) => {
      const [head, body, signature, ...more] = token.split('.')
      // Only the header that we write is accepted: that fixes `alg`, and excludes every attack that changes it.
      if (head !== header || body === undefined || signature === undefined || more.length > 0) return undefined
      const bytes = decodeBase64Url(signature)
      const { publicKey } = await keys()
      const content = new TextEncoder().encode(`${head}.${body}`)
      if (bytes === undefined || !(await crypto.subtle.verify(RS256, publicKey, bytes, content))) return undefined
      return JSON.parse(new TextDecoder().decode(decodeBase64Url(body))) as AccessTokenClaims
    },
    jwks: async () => {
      const { publicKey } = await keys()
      const { kty, n, e } = await crypto.subtle.exportKey('jwk', publicKey)
      return { keys: [{ kty, n, e, kid, use: 'sig', alg: 'RS256' }] }
    },
  }
}

const encodeJson = (value: unknown): string => encodeBase64Url(new TextEncoder().encode(JSON.stringify(value)))
