import type { ClientAssertion } from './client-assertion.ts'
import { AuthError } from './errors.ts'
import { readPem } from './pem.ts'
import { type RevealableSecret, revealText } from './secret-text.ts'

/** A key as WebCrypto holds it: a `CryptoKey`, whose name only the DOM library knows. */
export type WebCryptoKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** A private key as [RFC 7517](https://www.rfc-editor.org/rfc/rfc7517.html) defines it, or `exportKey('jwk')` returns it. */
export type PrivateJwk = {
  readonly [Member in
    | 'kty'
    | 'kid'
    | 'alg'
    | 'use'
    | 'key_ops'
    | 'ext'
    | 'n'
    | 'e'
    | 'd'
    | 'p'
    | 'q'
    | 'dp'
    | 'dq'
    | 'qi'
    | 'crv'
    | 'x'
    | 'y']?: unknown
}

/** Options of {@link privateKeyJwt}. */
export interface PrivateKeyJwtOptions {
  /**
   * PKCS#8 as PEM text (`-----BEGIN PRIVATE KEY-----`), a JWK, or a `CryptoKey` that may sign. The text may hold the
   * certificate too, have its line breaks written as `\n`, or be in base64, as variables and secret stores have it.
   */
  readonly privateKey: string | RevealableSecret | PrivateJwk | WebCryptoKey
  /** The key's certificate as PEM text; the assertion then has its thumbprints, `x5t` and `x5t#S256`, as Entra ID requires. */
  readonly certificate?: string | undefined
  /** The SHA-1 thumbprint of the certificate in base64url, where the certificate itself is not at hand. */
  readonly x5t?: string | undefined
  /** Names the key in the server's key set. @defaultValue `kid` of a JWK */
  readonly keyId?: string | undefined
  /** @defaultValue `'RS256'` */
  readonly algorithm?: 'RS256' | 'PS256' | 'ES256' | undefined
  /** What the assertion is for; some servers want their issuer's name here. @defaultValue the token URL */
  readonly audience?: string | undefined
}

/** An assertion lives as long as the ones that Camunda's Java client makes. */
const LIFETIME_S = 300
/**
 * How far `iat` is set back. Servers such as Keycloak refuse what is issued more than 15 s ahead of their clock, or 60 s
 * behind it: so this machine's clock may be 35 s ahead or 40 s behind.
 */
const BACKDATED_S = 20
const SHA_256 = 'SHA-256'
const ALGORITHMS = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: SHA_256 },
  PS256: { name: 'RSA-PSS', hash: SHA_256, saltLength: 32 },
  ES256: { name: 'ECDSA', hash: SHA_256, namedCurve: 'P-256' },
}

/**
 * Proves who the client is by a JWT signed with its private key (`private_key_jwt`), in place of a secret. Each token
 * request carries a new one, valid for about 5 min by this machine's clock. Servers compare that clock with theirs: Keycloak
 * refuses an assertion when this machine is more than about 35 s ahead of it or 40 s behind.
 *
 * What storages hold is sealed with the key as with a secret: under RS256 with what it makes of a fixed text, else with
 * its private number. So the same key opens the same tokens everywhere, whether as PEM, JWK or `CryptoKey`. A `CryptoKey`
 * for PS256 or ES256 must be extractable, or there is nothing to seal with.
 *
 * @throws `AuthError` with code `config_invalid` when there is no key in `privateKey`, or no certificate in `certificate`;
 * `headers` rejects with the same code for a key that does not fit the algorithm.
 * @example
 * import { createOAuth } from '@x/auth'
 * import { privateKeyJwt } from '@x/auth/private-key-jwt'
 * import { readFile } from 'node:fs/promises'
 *
 * const privateKey = await readFile('client-key.pem', 'utf8')
 * const auth = createOAuth({ tokenUrl, clientId, clientAuthentication: privateKeyJwt({ privateKey }) })
 * @see [RFC 7523](https://www.rfc-editor.org/rfc/rfc7523.html)
 */
export function privateKeyJwt(options: PrivateKeyJwtOptions): ClientAssertion {
  if (!options) fail('options are missing')
  const { privateKey, certificate, algorithm = 'RS256', audience } = options
  const parameters = ALGORITHMS[algorithm]
  if (!parameters) fail('algorithm must be RS256, PS256 or ES256')
  if (!privateKey) fail('privateKey is missing')
  const isCryptoKey = typeof privateKey === 'object' && 'usages' in privateKey
  const isJwk = typeof privateKey === 'object' && 'kty' in privateKey
  const pkcs8 =
    isCryptoKey || isJwk ? undefined : readPrivateKey(revealText(privateKey as string, 'privateKeyJwt: privateKey'))
  const x509 = certificate === undefined ? undefined : readCertificate(certificate)
  // Kept once made, and not as a promise: on workerd nobody may wait for another request's.
  let imported: WebCryptoKey | undefined

  async function key(): Promise<WebCryptoKey> {
    const usages: KeyUsage[] = ['sign']
    // Only where there is no other way to a secret.
    const extractable = algorithm !== 'RS256'
    const { subtle } = crypto
    imported ??= isCryptoKey
      ? (privateKey as WebCryptoKey)
      : isJwk
        ? // Without `alg`, `use` and the like: not every key set has them right.
          await subtle.importKey('jwk', withoutHints(privateKey as PrivateJwk), parameters, extractable, usages)
        : await subtle.importKey('pkcs8', pkcs8 as Uint8Array<ArrayBuffer>, parameters, extractable, usages)
    return imported
  }
  async function sign(text: string): Promise<string> {
    const signature = await crypto.subtle.sign(parameters, await key(), new TextEncoder().encode(text))
    return base64url(new Uint8Array(signature))
  }
  async function thumbprint(hash: string): Promise<string | undefined> {
    return x509 && base64url(new Uint8Array(await crypto.subtle.digest(hash, x509)))
  }

  return {
    assertion: (request) =>
      explain(async () => {
        const iat = Math.floor(request.now / 1000) - BACKDATED_S
        const kid = options.keyId ?? (isJwk ? (privateKey as { kid?: string }).kid : undefined)
        const x5t = (await thumbprint('SHA-1')) ?? options.x5t
        const header = { alg: algorithm, typ: 'JWT', kid, x5t, 'x5t#S256': await thumbprint(SHA_256) }
        const claims = {
          iss: request.clientId,
          sub: request.clientId,
          aud: audience ?? request.tokenUrl,
          jti: crypto.randomUUID(),
          iat,
          exp: iat + LIFETIME_S,
        }
        const parts = [header, claims].map((part) => base64url(new TextEncoder().encode(JSON.stringify(part))))
        return `${parts.join('.')}.${await sign(parts.join('.'))}`
      }),
    secret: () =>
      explain(async () => {
        // This signature is the same each time; the others have a random part.
        if (algorithm === 'RS256') return sign('@x/auth: seals stored tokens')
        const { d } = await crypto.subtle.exportKey('jwk', await key())
        return d ?? fail('privateKey is a public key')
      }),
  }
}

/** What WebCrypto says of a bad key, in our words: its errors are of different classes everywhere, and often empty. */
async function explain<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AuthError) throw error
    const { name } = (error ?? {}) as Partial<Error>
    return fail(`privateKey cannot be used (${name}): it was cut off, or does not fit the algorithm`)
  }
}

function fail(problem: string): never {
  throw new AuthError('config_invalid', `privateKeyJwt: ${problem}.`)
}

function withoutHints({ alg: _alg, use: _use, key_ops: _ops, ext: _ext, ...jwk }: PrivateJwk): JsonWebKey {
  return jwk as JsonWebKey
}

function readPrivateKey(text: string): Uint8Array<ArrayBuffer> {
  const { labels, bytes } = readPem(text, 'PRIVATE KEY')
  if (bytes) return bytes
  if (!labels.length) fail('privateKey must be the text of a PEM file, not its path, or a JWK object or a CryptoKey')
  const found = `privateKey holds ${labels.join(' and ')}`
  if (labels.includes('PRIVATE KEY')) fail('privateKey has a damaged PRIVATE KEY block; copy it again')
  const key = labels.find((label) => label.endsWith('PRIVATE KEY'))
  if (!key) fail(`${found}, and no PRIVATE KEY; pass the file that holds the private key`)
  const command = key.startsWith('OPENSSH')
    ? 'ssh-keygen -p -m PKCS8 -f copy.pem'
    : 'openssl pkey -in key.pem -out pkcs8.pem'
  fail(`${found}, and must be PKCS#8, unencrypted; "${command}" converts it`)
}

/** The first one: a chain begins with the certificate itself. */
function readCertificate(text: string): Uint8Array<ArrayBuffer> {
  const { labels, bytes } = readPem(`${text}`, 'CERTIFICATE')
  return (
    bytes ?? fail(`certificate must be PEM text with a CERTIFICATE block, and holds ${labels.join(' and ') || 'none'}`)
  )
}

function base64url(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
