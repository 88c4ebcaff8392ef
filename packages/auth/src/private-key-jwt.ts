import type { ClientAssertion } from './client-assertion.ts'
import { AuthError } from './errors.ts'
import { readPem } from './pem.ts'
import { type RevealableSecret, revealText } from './secret-text.ts'

/** A WebCrypto key: `CryptoKey`, a name that only TypeScript's DOM library declares. */
export type WebCryptoKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/**
 * A private key as defined by [RFC 7517](https://www.rfc-editor.org/rfc/rfc7517.html), or as returned by
 * `exportKey('jwk')`.
 */
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
   * PKCS#8 as PEM text (`-----BEGIN PRIVATE KEY-----`), a JWK, or a `CryptoKey` with the usage `sign`. The text may
   * also contain the certificate, have its line breaks written as `\n`, or be encoded in base64, as in variables and
   * secret stores.
   */
  readonly privateKey: string | RevealableSecret | PrivateJwk | WebCryptoKey
  /** The key's certificate as PEM text; the assertion then has its thumbprints, `x5t` and `x5t#S256`, as Entra ID requires. */
  readonly certificate?: string | undefined
  /** The SHA-1 thumbprint of the certificate in base64url, if you don't have the certificate itself. */
  readonly x5t?: string | undefined
  /** ID of the key in the server's key set. @defaultValue `kid` of a JWK */
  readonly keyId?: string | undefined
  /** @defaultValue `'RS256'` */
  readonly algorithm?: 'RS256' | 'PS256' | 'ES256' | undefined
  /** Audience of the assertion; some servers require their issuer. @defaultValue the token URL */
  readonly audience?: string | undefined
}

/** The lifetime that Camunda's Java client uses, too. */
const LIFETIME_S = 300
/**
 * How far `iat` is set back. Servers such as Keycloak reject assertions issued more than 15 s ahead of their clock or
 * 60 s behind it, so this machine's clock may be 35 s ahead or 40 s behind.
 */
const BACKDATED_S = 20
const SHA_256 = 'SHA-256'
const ALGORITHMS = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: SHA_256 },
  PS256: { name: 'RSA-PSS', hash: SHA_256, saltLength: 32 },
  ES256: { name: 'ECDSA', hash: SHA_256, namedCurve: 'P-256' },
}

/**
 * Creates a client assertion: a JWT signed with the client's private key (`private_key_jwt`), sent instead of a secret.
 * Each token request has a new one, valid for about 5 min by this machine's clock. Servers compare it with their own:
 * Keycloak rejects an assertion if this machine is more than about 35 s ahead or 40 s behind.
 *
 * Stored tokens are encrypted with the key, as with a secret: for RS256 with its signature of a fixed text, otherwise
 * with its private number. So the same key decrypts the same tokens everywhere, whether passed as PEM, JWK or
 * `CryptoKey`. A `CryptoKey` for PS256 or ES256 must be extractable.
 *
 * @throws `AuthError` with code `config_invalid` if `privateKey` has no key, or `certificate` has no certificate;
 * `headers` rejects with the same code if the key does not fit the algorithm
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
  // The value is kept, not its promise: on workerd, a request must not await a promise of another one.
  let imported: WebCryptoKey | undefined

  async function key(): Promise<WebCryptoKey> {
    const usages: KeyUsage[] = ['sign']
    // Only if there is no other way to derive a secret.
    const extractable = algorithm !== 'RS256'
    const { subtle } = crypto
    imported ??= isCryptoKey
      ? (privateKey as WebCryptoKey)
      : isJwk
        ? // Without `alg`, `use` and the like, which are wrong in some key sets.
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
        // RS256 signatures are the same each time; the others have a random part.
        if (algorithm === 'RS256') return sign('@x/auth: seals stored tokens')
        const { d } = await crypto.subtle.exportKey('jwk', await key())
        return d ?? fail('privateKey is a public key')
      }),
  }
}

/** Replaces WebCrypto's errors: their classes differ between runtimes, and many have no message. */
async function explain<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AuthError) throw error
    const { name } = (error ?? {}) as Partial<Error>
    return fail(`privateKey cannot be used (${name}): it is incomplete, or does not fit the algorithm`)
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
  const found = `privateKey contains ${labels.join(' and ')}`
  if (labels.includes('PRIVATE KEY'))
    fail('privateKey has a damaged PRIVATE KEY block: it must be complete, from BEGIN to END')
  const key = labels.find((label) => label.endsWith('PRIVATE KEY'))
  if (!key) fail(`${found}, but no PRIVATE KEY; pass the file with the private key`)
  const command = key.startsWith('OPENSSH')
    ? 'ssh-keygen -p -m PKCS8 -f copy.pem'
    : 'openssl pkey -in key.pem -out pkcs8.pem'
  fail(`${found}, but must be unencrypted PKCS#8; "${command}" converts it`)
}

/** Returns the first one: a chain begins with the certificate itself. */
function readCertificate(text: string): Uint8Array<ArrayBuffer> {
  const { labels, bytes } = readPem(`${text}`, 'CERTIFICATE')
  return (
    bytes ??
    fail(`certificate must be PEM text with a CERTIFICATE block, but contains ${labels.join(' and ') || 'none'}`)
  )
}

function base64url(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
