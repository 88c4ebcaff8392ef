import { Session } from 'node:inspector/promises'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Credentials, CredentialsError, readCredentials, Secret } from '../src/index.ts'
import { ALL_NAMES } from '../src/variable-names.ts'
import { ERA_2025, ORGANIZATION } from './eras.ts'

describe('Secret', () => {
  const secret = new Secret('mark')

  it('gives its text only when asked', () => {
    expect(secret.reveal()).toBe('mark')
  })

  it.each<[string, () => string]>([
    ['String', () => String(secret)],
    ['a template string', () => `${secret}`],
    ['concatenation', () => `${''}${secret as unknown as string}`],
    ['JSON.stringify', () => JSON.parse(JSON.stringify({ secret })).secret],
    ['util.inspect, and in Deno, which asks for the same name', () => inspect(secret)],
  ])('is redacted in %s', (_, print) => {
    expect(print()).toBe('[redacted]')
  })

  it('is redacted however deep one looks', () => {
    for (const text of [
      inspect({ a: [secret] }, { depth: null, showHidden: true }),
      inspect(secret, { customInspect: false, showHidden: true, depth: null, getters: true }),
    ]) {
      expect(text).not.toContain('mark')
    }
  })

  it('has no members, and no clone tells anything', () => {
    expect([Reflect.ownKeys(secret), { ...secret }, structuredClone(secret)]).toEqual([[], {}, {}])
  })

  it("is redacted in a debugger's view, which the console of a browser shows", async () => {
    const session = new Session()
    session.connect()
    Object.assign(globalThis, { secretUnderTest: secret })
    const { result } = await session.post('Runtime.evaluate', { expression: 'secretUnderTest', generatePreview: true })
    const members = await session.post('Runtime.getProperties', {
      objectId: result.objectId as string,
      ownProperties: true,
    })
    session.disconnect()
    expect(result.className).toBe('Secret')
    expect(JSON.stringify([result, members])).not.toContain('mark')
  })
})

describe('redaction', () => {
  const print = (credentials: Credentials) => [
    JSON.stringify(credentials),
    inspect(credentials, { depth: null, showHidden: true }),
    `${credentials.cluster?.clientSecret}`,
    JSON.stringify(structuredClone(credentials)),
  ]

  it('holds for whole credentials', () => {
    for (const text of print(readCredentials({ ...ERA_2025, ...ORGANIZATION, PASSWORD: 'mark' })))
      expect(text).not.toContain('mark')
  })

  it('holds for errors and warnings, whatever is wrong', () => {
    // Every value holds the mark, in a form that may or may not be usable.
    const value = fc.oneof(
      fc.string({ maxLength: 5 }).map((text) => `${text}mark${text}`),
      fc.constantFrom(
        'mark',
        'https://mark.example/a',
        'http://mark.example',
        'https://a:mark@host',
        'mark.mark',
        'http://localhost/mark',
        ' mark ',
      ),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...ALL_NAMES, 'OTHER'), value), (record) => {
        try {
          const { warnings, other } = readCredentials(record)
          expect(inspect({ warnings, other }, { depth: null })).not.toContain('mark')
        } catch (error) {
          expect(error).toBeInstanceOf(CredentialsError)
          expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(/mark(?!er)/)
          expect(JSON.stringify(error)).not.toContain('mark')
        }
      }),
      { numRuns: 500 },
    )
  })
})
