import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expandPath, joinUrl, ValidationError } from '../src/index.ts'

describe('expandPath', () => {
  it('encodes each parameter as one segment', () => {
    expect(expandPath('/a/{x}/b/{y}', ['1/2?#', 'ä b'])).toBe('/a/1%2F2%3F%23/b/%C3%A4%20b')
    expect(expandPath('/a', [])).toBe('/a')
  })

  it.each([undefined, null, '', '.', '..', 2 ** 53, {}, '\ud800'])('rejects %o and names the parameter', (value) => {
    const call = (): string => expandPath('/things/{thingId}', [value], 'things.get')
    expect(call).toThrow(ValidationError)
    expect(call).toThrow(/things\.get.*thingId/)
  })

  it('never reaches another path', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        let path: string
        try {
          path = expandPath('/v1/things/{id}/xml', [value])
        } catch (error) {
          expect(error).toBeInstanceOf(ValidationError)
          return
        }
        const url = new URL(path, 'http://host')
        expect(url.pathname.split('/').length).toBe(5)
        expect(url.search + url.hash).toBe('')
        expect(decodeURIComponent(url.pathname.split('/')[3] ?? '')).toBe(value)
      }),
    )
  })
})

it.each([
  ['http://h', '/a'],
  ['http://h/', '/a'],
  ['http://h/', 'a'],
  ['http://h//', 'a'],
])('joinUrl(%s, %s) has one slash', (base, path) => {
  expect(joinUrl(base, path)).toBe('http://h/a')
})
