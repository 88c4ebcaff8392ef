import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApiError, type RestEvent, type TransportOptions } from '../src/index.ts'
import { redactor } from '../src/redact.ts'
import { createThing, transportTo } from './setup.ts'

const html = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '&#39;')
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const encodings: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'in upper case': (text) => text.toUpperCase(),
  'in lower case': (text) => text.toLowerCase(),
  'percent-encoded': (text) => encodeURIComponent(text),
  'percent-encoded in lower case': (text) => encodeURIComponent(text).replace(/%../g, (triple) => triple.toLowerCase()),
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'form-encoded': (text) => new URLSearchParams({ text }).toString().slice('text='.length),
  'as JSON': (text) => JSON.stringify(text).slice(1, -1),
  'as JSON in ASCII': (text) =>
    text.replace(/[^\w]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'as HTML': html,
  'as HTML in numbers': (text) => text.replace(/[^\w ]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`),
  'in base64': base64,
  'in base64url': (text) => Buffer.from(text).toString('base64url'),
  'in base64 with an id': (text) => base64(`client-1:${text}`),
  'in base64 of JSON': (text) => base64(JSON.stringify({ a: 1, text })),
  'in base64, percent-encoded': (text) => encodeURIComponent(base64(text)),
}

/** The longest part of a secret that can be read in a text, however it is written there. */
function readable(shown: string, secret: string): string {
  const plain = [shown, tryDecode(shown), ...(shown.match(/[\w+/-]{8,}/g) ?? []).flatMap(fromBase64)].join('\n')
  const words = secret.split(/[^a-z\d]+/i).filter(({ length }) => length > 3)
  return words.find((word) => plain.toLowerCase().includes(word.toLowerCase())) ?? ''
}

function tryDecode(text: string): string {
  try {
    return decodeURIComponent(decodeURIComponent(text))
  } catch {
    return ''
  }
}

function fromBase64(text: string): string[] {
  return [0, 1, 2, 3].map((skip) => Buffer.from(text.slice(skip), 'base64').toString('latin1'))
}

/** All that can be printed of a call whose server answers with this text. */
async function shownOf(text: string, options: Partial<TransportOptions>, body: unknown): Promise<string> {
  const fetch = async (): Promise<Response> =>
    new Response(text, { status: 400, headers: { 'x-request-id': text.replace(/[^\x20-\x7e]/g, '').slice(0, 2000) } })
  const { transport, events } = transportTo('https://example.com', { ...options, fetch })
  const error = await transport.call(createThing, { body }).catch((cause: unknown) => cause as ApiError)
  expect(error).toBeInstanceOf(ApiError)
  const all: [unknown, RestEvent[]] = [error, events]
  return inspect(all, { depth: 9, showHidden: true, breakLength: Number.POSITIVE_INFINITY }) + JSON.stringify(all)
}

const token = 'eyJhbGciOi.eyJzdWIiOiJ-_x.c2lnbmF0dXJl'
const odd = 'pa"zzl&qwerk <vexil>\nü/+%41=taelf'

describe.each(Object.entries(encodings))('a secret that is echoed %s', (_, encode) => {
  const auth = (headers: Record<string, string>): Partial<TransportOptions> => ({
    auth: { headers: async () => headers },
  })
  const session = 'F3A9-77bc/D1=='
  const cases: [string, string, Partial<TransportOptions>, unknown][] = [
    ['a bearer token', token, auth({ authorization: `Bearer ${token}` }), {}],
    [
      'a password of Basic',
      'hunter2-and-more',
      auth({ authorization: `Basic ${base64('demo:hunter2-and-more')}` }),
      {},
    ],
    [
      'the value of Basic',
      base64('demo:hunter2-and-more'),
      auth({ authorization: `Basic ${base64('demo:hunter2-and-more')}` }),
      {},
    ],
    ['a cookie without its name', session, auth({ cookie: `a=1; SESSION=${session}`, 'x-csrf-token': 'c' }), {}],
    [
      'a header of an authenticator of your own',
      odd.replace(/[\nü]/g, ''),
      auth({ 'x-key': odd.replace(/[\nü]/g, '') }),
      {},
    ],
    ['a value of the body', odd, {}, { secretName: 'MAIL', secretValue: odd }],
    ['a value deep in the body', odd, {}, { list: [{ tokens: { first: [odd] } }] }],
  ]
  it.each(cases)('stays out of errors and events: %s', async (_name, secret, options, body) => {
    const shown = await shownOf(`before ${encode(secret)} after`, options, body)
    expect(readable(shown, secret)).toBe('')
    expect(shown).toMatch(/'before (\S+)?\[redacted\]/)
    expect(shown).toMatch(/ after'/)
  })
})

describe('redaction', () => {
  const redact = (secret: string) => redactor({ authorization: `Bearer ${secret}` }, {}, undefined)

  it.each([
    ['3 characters', 'abc', 'abc', 'abc'],
    ['a word', 'demo', 'demo, democracy, "demo", %22demo%22', '[redacted], democracy, "[redacted]", %22[redacted]%22'],
    ['a longer word', 'production', 'preproductions', 'pre[redacted]s'],
    ['special characters alone', '$%&/()=?', 'x$%&/()=?x', 'x[redacted]x'],
    ['letters beyond ASCII', 'пароль-жук', 'мой ПАРОЛЬ-ЖУК тут', 'мой [redacted] тут'],
    ['the scheme', 'some-token', 'a bearer token: Bearer some-token', 'a bearer token: [redacted]'],
  ])('keeps other words unchanged: %s', (_, secret, text, expected) => {
    expect(redact(secret)(text)).toBe(expected)
  })

  it.each([
    ['percent', (char: string) => encodeURIComponent(char)],
    ['percent, twice', (char: string) => encodeURIComponent(encodeURIComponent(char))],
    ['JSON', (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`],
    ['HTML', (char: string) => `&#${char.charCodeAt(0)};`],
    ['HTML in hexadecimal', (char: string) => `&#x${char.charCodeAt(0).toString(16)};`],
  ])('reveals nothing of text whose characters are all escaped for %s', (_, encode) => {
    const secret = 'пароль-секретный'
    expect(redact(secret)(`before ${[...secret].map(encode).join('')} after`)).toMatch(
      /^before \[redacted\]-?(\[redacted\])? after$/,
    )
  })

  it('covers only what the caller adds under a name like that of a secret', () => {
    const headers = { 'x-api-key': 'key-of-the-caller', 'x-trace-id': 'trace-of-the-caller' }
    const text = 'key-of-the-caller trace-of-the-caller'
    expect(redactor({}, headers, undefined)(text)).toBe('[redacted] trace-of-the-caller')
  })

  it('reveals no part of a secret at the end of a text', () => {
    const long = 'long-secret'.repeat(20)
    expect(redact(long)(`${long} `.repeat(60))).toMatch(/^(\[redacted\] ?)+$/)
    const longer = 'x1'.repeat(20_000)
    expect(redact(longer)(`before ${longer}`)).toBe('before [redacted]')
  })

  it('handles many and long secrets, and texts designed to be slow', () => {
    const secrets = Array.from({ length: 2000 }, (_, index) => `secret number ${index}`)
    const body = JSON.stringify({ token: 'a b%20\\'.repeat(200_000), tokens: secrets })
    const redact = redactor({}, {}, body)
    for (const text of ['%25', '\\u0041', '&amp;', '+', '\\', 'a ', 'a%20', secrets[1999] as string]) {
      expect(redact(text.repeat(10_000)).length).toBeLessThanOrEqual(8192)
    }
    expect(redact('the secret number 1999 is wrong')).toBe('the [redacted] is wrong')
  })

  it.each(['abc%41def&lt;ghi', 'abc%41def\\nghi&lt;jkl', 'mnop\\u0041&#39;%2541"x'])(
    'finds a secret that looks as if it had escapes: %s',
    (secret) => {
      const redact = redactor({}, {}, JSON.stringify({ secretValue: secret }))
      for (const [name, encode] of Object.entries(encodings)) {
        expect(redact(`<${encode(secret)}>`), name).toContain('[redacted]')
      }
    },
  )

  it('finds any secret in any encoding', () => {
    // What looks like an escape itself, and what an encoding makes one of.
    const tricky = ['%41', '%2541', '%', '25', '\\n', '\\u0041', '\\', '&lt;', '&amp;lt;', '&#x41;', '&', ';', '"', '+']
    const part = fc.oneof(
      { weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme-ascii' }) },
      { weight: 1, arbitrary: fc.constantFrom(...tricky) },
    )
    const secrets = fc
      .array(part, { minLength: 2, maxLength: 10 })
      .map((parts) => parts.join('').slice(0, 40))
      .filter((text) => {
        // Beside what looks like an escape, enough must be left to know it by.
        const rest = text.replace(/%(25)*[\da-f]{2}|\\([\\bfnrt]|u[\da-f]{4})|&(amp;)*#?\w+;/gi, '')
        return text.length >= 12 && rest.replace(/[^a-z\d]/gi, '').length >= 8 && !/^\s|\s$/.test(text)
      })
    fc.assert(
      fc.property(secrets, fc.constantFrom(...Object.values(encodings)), (secret, encode) => {
        const redact = redactor({}, {}, JSON.stringify({ secretValue: secret }))
        expect(redact(`<${encode(secret)}>`)).toContain('[redacted]')
      }),
      { numRuns: 500 },
    )
  })
})
