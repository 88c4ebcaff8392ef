import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ClientAssertion, createOAuth, memoryStorage, type OAuthOptions } from '../src/index.ts'
import { type PrivateKeyJwtOptions, privateKeyJwt } from '../src/private-key-jwt.ts'
import { defineStorage } from '../src/storage/index.ts'
import { fakeClock } from '../src/testing/index.ts'
import { json, startTokenServer, type TokenServer } from './support/token-server.ts'

type Algorithm = NonNullable<PrivateKeyJwtOptions['algorithm']>
const rsa = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
const KINDS: Record<Algorithm, RsaHashedKeyGenParams | EcKeyGenParams> = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', ...rsa },
  PS256: { name: 'RSA-PSS', ...rsa },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
}
const PEM_END = (label: string): string => `-----END ${label}-----`

async function makeKey(algorithm: Algorithm) {
  const pair = (await crypto.subtle.generateKey(KINDS[algorithm], true, ['sign', 'verify'])) as CryptoKeyPair
  const bytes = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const lines = base64.replace(/(.{64})/g, '$1\r\n')
  const pem = `-----BEGIN PRIVATE KEY-----\r\n${lines}\r\n${PEM_END('PRIVATE KEY')}\r\n`
  return { ...pair, pem, jwk: await crypto.subtle.exportKey('jwk', pair.privateKey) }
}
const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(base64url, 'base64url'))
const read = (part = ''): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString())
const request = { tokenUrl: 'https://login.example.com/token', clientId: 'my-client', now: 1_800_000_000_000 }

let server: TokenServer
beforeEach(async () => {
  server = await startTokenServer()
})
afterEach(() => server.close())

function make(clientAuthentication: ClientAssertion, more: Partial<OAuthOptions> = {}) {
  return createOAuth({
    tokenUrl: server.url,
    clientId: 'my-client',
    minTokenIntervalMs: 0,
    clientAuthentication,
    ...more,
  })
}

test.each(['RS256', 'PS256', 'ES256'] as const)('%s: a JWT that the public key verifies', async (algorithm) => {
  const { pem, jwk, privateKey, publicKey } = await makeKey(algorithm)
  for (const key of [pem, { reveal: () => pem }, jwk, privateKey]) {
    const jwt = await privateKeyJwt({ privateKey: key, algorithm, keyId: 'key-1' }).assertion(request)
    const [header, claims, signature] = jwt.split('.')
    expect(read(header)).toEqual({ alg: algorithm, typ: 'JWT', kid: 'key-1' })
    expect(read(claims)).toEqual({
      iss: 'my-client',
      sub: 'my-client',
      aud: request.tokenUrl,
      jti: expect.stringMatching(/^[\da-f-]{36}$/),
      // Set back, so that a clock may be as much ahead as behind.
      iat: 1_799_999_980,
      exp: 1_800_000_280,
    })
    const verify = algorithm === 'PS256' ? { ...KINDS.PS256, saltLength: 32 } : { ...KINDS[algorithm], hash: 'SHA-256' }
    const signed = new TextEncoder().encode(`${header}.${claims}`)
    expect(await crypto.subtle.verify(verify, publicKey, bytesOf(signature ?? ''), signed)).toBe(true)
  }
})

test.each(['RS256', 'PS256', 'ES256'] as const)(
  '%s: the encryption secret is the same for every format of a key, and differs between keys',
  async (algorithm) => {
    const [one, other] = [await makeKey(algorithm), await makeKey(algorithm)]
    const keys = [one.pem, one.pem.replace(/\r/g, ''), one.jwk, one.privateKey, other.pem]
    const secrets = await Promise.all(keys.map((privateKey) => privateKeyJwt({ privateKey, algorithm }).secret()))
    expect(new Set(secrets.slice(0, 4)).size).toBe(1)
    expect(new Set(secrets).size).toBe(2)
    expect(secrets[0]?.length).toBeGreaterThan(40)
  },
)

// Made with openssl, which also gave the thumbprint.
const CERTIFICATE = `Bag Attributes: none
-----BEGIN CERTIFICATE-----
MIIBeTCCAR+gAwIBAgIUKlZk7LU/uJ0MjoPsi2aG5m/rdIYwCgYIKoZIzj0EAwIw
ETEPMA0GA1UEAwwGY2xpZW50MCAXDTI2MTEyMjEzNTAwM1oYDzIxMjYxMDI5MTM1
MDAzWjARMQ8wDQYDVQQDDAZjbGllbnQwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AAQqd1OHkwFkctbUWUcvkWry1W0Nq/gFR2itpDxj76CuKOZYjDD/3O/+46bYG/mP
PUN7gyMkOc/NMkoCzrhAT4bHo1MwUTAdBgNVHQ4EFgQUuc8MvBF2JrAKtz4C+EvP
SRPeIJAwHwYDVR0jBBgwFoAUuc8MvBF2JrAKtz4C+EvPSRPeIJAwDwYDVR0TAQH/
BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiBZsh6GCAbh21nmJxeaIdQ/mQBpP/yN
0MPbcSHCkjFKEgIhAJXD5bEQOFakf/HzfBSqA++mzugG9WLBC1q/oxVIzyvO
${PEM_END('CERTIFICATE')}
-----BEGIN CERTIFICATE-----
AAAA
${PEM_END('CERTIFICATE')}
`

test('the header names the certificate by its thumbprint, and the key by the id of a JWK', async () => {
  const { jwk, pem } = await makeKey('RS256')
  const header = async (options: PrivateKeyJwtOptions): Promise<unknown> =>
    read((await privateKeyJwt(options).assertion(request)).split('.')[0])
  expect(await header({ privateKey: pem, certificate: CERTIFICATE })).toEqual({
    alg: 'RS256',
    typ: 'JWT',
    x5t: 'XG8szdeBCuK_UnMUh3lfvj0kgiw',
    'x5t#S256': 'tM3oi2tH83HN78JoqZTQ0ZoYzXA86BKDeJd_VgmvwMk',
  })
  expect(await header({ privateKey: `${CERTIFICATE}${pem}`, certificate: CERTIFICATE.replace(/\n/g, '\\n') })).toEqual(
    await header({ privateKey: pem, certificate: `${pem}${CERTIFICATE}` }),
  )
  expect(await header({ privateKey: pem, x5t: 'given' })).toMatchObject({ x5t: 'given' })
  const named = { ...jwk, kid: 'from-jwk', alg: 'RS512', use: 'enc', key_ops: ['verify'] }
  expect(await header({ privateKey: named })).toMatchObject({ kid: 'from-jwk' })
})

test('each request has a new assertion with the time of our clock, and no secret', async () => {
  const clock = fakeClock()
  const { pem: privateKey } = await makeKey('RS256')
  const auth = make(privateKeyJwt({ privateKey, audience: 'https://issuer.example.com' }), { now: clock.now })
  await auth.headers('a')
  clock.advance(1000)
  await auth.headers('b')
  const ids = new Set<unknown>()
  for (const [i, { form, headers }] of server.requests.entries()) {
    const { client_assertion: assertion = '', ...rest } = form
    expect(rest).toEqual({
      grant_type: 'client_credentials',
      client_id: 'my-client',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      audience: i ? 'b' : 'a',
    })
    expect(headers.authorization).toBeUndefined()
    const claims = read(assertion.split('.')[1])
    expect(claims).toMatchObject({ aud: 'https://issuer.example.com', iat: Math.floor(clock.now() / 1000) - 21 + i })
    ids.add(claims.jti)
  }
  expect(ids.size).toBe(2)
})

test('processes with the same key share tokens with each other, and with no others', async () => {
  const [one, other] = [await makeKey('RS256'), await makeKey('RS256')]
  const place = memoryStorage()
  const shared = () => ({ storage: defineStorage(place) })
  await make(privateKeyJwt({ privateKey: one.pem }), shared()).headers('a')
  await make(privateKeyJwt({ privateKey: one.privateKey }), shared()).headers('a')
  expect(server.requests).toHaveLength(1)
  await make(privateKeyJwt({ privateKey: other.jwk }), shared()).headers('a')
  expect(server.requests).toHaveLength(2)
})

const block = (label: string, content = 'marker'): string => `-----BEGIN ${label}-----\n${content}\n${PEM_END(label)}\n`
const ONE_LINE = (pem: string): string => pem.replace(/\r\n/g, ' ')

describe('a key as it occurs in files, variables and secret stores', () => {
  test.each<[string, (pem: string) => string]>([
    ['line breaks as two characters', (pem) => pem.replace(/\r\n/g, '\\n')],
    ['line breaks as four characters', (pem) => pem.replace(/\r\n/g, '\\r\\n')],
    ['line breaks escaped twice', (pem) => pem.replace(/\r\n/g, '\\\\n')],
    ['in quotes', (pem) => `"${pem.replace(/\r\n/g, '\\n')}"`],
    ['in single quotes', (pem) => `'${pem}'`],
    ['on one line', ONE_LINE],
    ['without line breaks', (pem) => pem.replace(/\r\n/g, '')],
    ['indented, as in YAML', (pem) => pem.replace(/^/gm, '    ')],
    ['with a byte order mark', (pem) => `\ufeff${pem}`],
    ['behind its certificate', (pem) => `${CERTIFICATE}${pem}`],
    ['before its certificate', (pem) => `${pem}${CERTIFICATE}`],
    [
      'behind what openssl prints',
      (pem) => `Bag Attributes\n    friendlyName: key\nKey Attributes: <No Attributes>\n${pem}`,
    ],
    ['in base64', (pem) => btoa(pem)],
    ['in base64, in lines', (pem) => btoa(pem).replace(/.{76}/g, '$&\n')],
    ['in base64, in quotes', (pem) => `"${btoa(pem)}"\n`],
    [
      'in base64, with its certificate and line breaks as two characters',
      (pem) => btoa(`${CERTIFICATE}${pem}`.replace(/\r?\n/g, '\\n')),
    ],
    ['without its end', (pem) => pem.replace(/-----END.*/s, '')],
  ])('%s', async (_, change) => {
    const { pem } = await makeKey('ES256')
    const seal = (privateKey: string) => privateKeyJwt({ privateKey, algorithm: 'ES256' }).secret()
    expect(await seal(change(pem))).toBe(await seal(pem))
  })
})

describe('an invalid key', () => {
  const PKCS8 = 'must be unencrypted PKCS#8; "openssl pkey -in key.pem -out pkcs8.pem" converts it.'
  test.each<[string, Partial<PrivateKeyJwtOptions>]>([
    ['privateKey is missing.', {}],
    ['privateKey is missing.', { privateKey: '' }],
    [`privateKey contains RSA PRIVATE KEY, but ${PKCS8}`, { privateKey: block('RSA PRIVATE KEY') }],
    [
      `privateKey contains EC PARAMETERS and EC PRIVATE KEY, but ${PKCS8}`,
      { privateKey: block('EC PARAMETERS') + block('EC PRIVATE KEY') },
    ],
    [`privateKey contains ENCRYPTED PRIVATE KEY, but ${PKCS8}`, { privateKey: block('ENCRYPTED PRIVATE KEY') }],
    [
      `privateKey contains CERTIFICATE and ENCRYPTED PRIVATE KEY, but ${PKCS8}`,
      { privateKey: btoa(CERTIFICATE + block('ENCRYPTED PRIVATE KEY')) },
    ],
    [
      'privateKey contains OPENSSH PRIVATE KEY, but must be unencrypted PKCS#8; "ssh-keygen -p -m PKCS8 -f copy.pem" converts it.',
      { privateKey: block('OPENSSH PRIVATE KEY') },
    ],
    [
      'privateKey contains CERTIFICATE, but no PRIVATE KEY; pass the file with the private key.',
      { privateKey: CERTIFICATE },
    ],
    [
      'privateKey contains PUBLIC KEY, but no PRIVATE KEY; pass the file with the private key.',
      { privateKey: block('PUBLIC KEY') },
    ],
    [
      'privateKey has a damaged PRIVATE KEY block: it must be complete, from BEGIN to END.',
      { privateKey: block('PRIVATE KEY', 'marker!') },
    ],
    [
      'privateKey has a damaged PRIVATE KEY block: it must be complete, from BEGIN to END.',
      { privateKey: block('PRIVATE KEY', '') },
    ],
    ...['marker.pem', '{"kty":"RSA","d":"marker"}', 'bWFya2Vy', '-----BEGIN', '\ufeff'].map(
      (privateKey): [string, object] => [
        'privateKey must be the text of a PEM file, not its path, or a JWK object or a CryptoKey.',
        { privateKey },
      ],
    ),
    ['privateKey must be a string.', { privateKey: 5 as never }],
    ['algorithm must be RS256, PS256 or ES256.', { privateKey: 'marker', algorithm: 'HS256' as never }],
    ['certificate must be PEM text with a CERTIFICATE block, but contains none.', { certificate: '' }],
    ['certificate must be PEM text with a CERTIFICATE block, but contains none.', { certificate: 'marker.pem' }],
    ['certificate must be PEM text with a CERTIFICATE block, but contains none.', { certificate: null as never }],
    [
      'certificate must be PEM text with a CERTIFICATE block, but contains PRIVATE KEY.',
      { certificate: block('PRIVATE KEY') },
    ],
  ])('is rejected immediately: %s', (message, options) => {
    const whole = message.startsWith('certificate') ? { privateKey: block('PRIVATE KEY', 'AAAA'), ...options } : options
    const call = (): unknown => privateKeyJwt(whole as PrivateKeyJwtOptions)
    expect(call).toThrow(expect.objectContaining({ code: 'config_invalid', message: `privateKeyJwt: ${message}` }))
    expect(call).not.toThrow(/marker/)
  })

  test('is rejected by name when it is needed, and nothing is sent', async () => {
    const ec = await makeKey('ES256')
    const hidden = (await crypto.subtle.generateKey(KINDS.ES256, false, ['sign'])) as CryptoKeyPair
    const { d: _, ...publicJwk } = ec.jwk
    for (const options of [
      { privateKey: ec.pem },
      { privateKey: block('PRIVATE KEY', btoa('marker!')) },
      { privateKey: ec.privateKey },
      { privateKey: publicJwk, algorithm: 'ES256' },
      { privateKey: hidden.privateKey, algorithm: 'ES256' },
    ] as PrivateKeyJwtOptions[]) {
      const failure = await make(privateKeyJwt(options))
        .headers('a')
        .catch((error) => error)
      expect(failure).toMatchObject({ code: 'config_invalid', message: expect.stringContaining('privateKey') })
      expect(inspect(failure)).not.toContain('marker!')
    }
    expect(server.requests).toHaveLength(0)
  })
})

describe('your own assertion', () => {
  const own = (assertion: ClientAssertion['assertion']): ClientAssertion => ({ assertion, secret: () => 'seal' })

  test('gets its audience, and is called once for each request', async () => {
    const seen: unknown[] = []
    const clock = fakeClock()
    const auth = make(
      own((what) => {
        seen.push(what)
        return 'from-a-file'
      }),
      { now: clock.now },
    )
    await Promise.all([auth.headers('a'), auth.headers('a')])
    expect(seen).toEqual([{ tokenUrl: server.url, clientId: 'my-client', now: clock.now() }])
    expect(server.requests[0]?.form.client_assertion).toBe('from-a-file')
  })

  test.each<[string, ClientAssertion]>([
    ['ENOENT', own(async () => Promise.reject(Object.assign(new Error('marker'), { code: 'ENOENT' })))],
    ['RangeError', { ...own(() => ''), secret: () => Promise.reject(new RangeError('marker')) }],
    ['must be a string', own(() => undefined as never)],
    [
      'TypeError',
      {
        ...own(() => ''),
        secret: () => {
          throw new TypeError('marker')
        },
      },
    ],
  ])('that fails ends the call immediately: %s, without further details', async (told, clientAuthentication) => {
    const failure = await make(clientAuthentication)
      .headers('a')
      .catch((error) => error)
    expect(failure).toMatchObject({ code: 'config_invalid', message: expect.stringContaining(told) })
    expect(failure.message).toContain('clientAuthentication')
    expect(inspect(failure)).not.toContain('marker')
    expect(server.requests).toHaveLength(0)
  })

  test('that never resolves is a timeout', async () => {
    const auth = make(
      own(() => new Promise(() => {})),
      { timeoutMs: 200 },
    )
    await expect(auth.headers('a')).rejects.toMatchObject({ code: 'timeout' })
  })

  test('is in no error, even if the server echoes it', async () => {
    server.answer = (response, { raw }) => json(response, 401, { error: 'invalid_client', error_description: raw })
    const failure = await make(own(() => 'marker+assertion/='))
      .headers('a')
      .catch((error) => error)
    expect(failure.message).toContain('[redacted]')
    expect(failure.message).toContain('Check clientId')
    expect(inspect(failure)).not.toMatch(/marker/)
  })
})
