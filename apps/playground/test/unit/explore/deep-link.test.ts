import { describe, expect, test } from 'vitest'
import { linkParameters, readLink } from '../../../src/explore/address/deep-link.ts'

describe('an address', () => {
  test('brings back what was filled in, keys with all their digits', () => {
    const given = {
      params: { key: '9223372036854775807' },
      input: { filter: { key: '9223372036854775807', name: '=&?#/%äß"' }, searchAfter: [null, 'x', 1.5] },
    }
    const { params, input, problems } = readLink(linkParameters(given))
    expect({ params, input }).toEqual(given)
    expect(problems).toEqual([])
  })

  test('is the bare one of the operation where nothing is filled in', () => {
    expect(linkParameters({ params: {} })).toEqual({})
    expect(linkParameters({ params: {}, input: {} })).toEqual({})
  })

  test.each([
    [{ secretName: 'NAME', secretValue: 'hidden' }, { secretName: 'NAME' }, 'secretValue'],
    [{ clientSecret: 'hidden', clientId: 'id' }, { clientId: 'id' }, 'clientSecret'],
    [{ nested: [{ password: 'hidden' }] }, { nested: [{}] }, 'nested.0.password'],
    [{ filter: { accessToken: 'hidden' } }, { filter: {} }, 'filter.accessToken'],
    [{ note: 'eyJhbGciOi.eyJpc3MiOi.hidden' }, {}, 'note'],
  ])('never holds a secret: %j', (input, visible, without) => {
    const parameters = linkParameters({ params: {}, input })
    expect(JSON.stringify(parameters)).not.toContain('hidden')
    expect(readLink(parameters)).toMatchObject({ withheld: [without] })
    expect(readLink(parameters).input ?? {}).toEqual(visible)
  })

  test('leaves out input that is too long for one, and says so', () => {
    const parameters = linkParameters({ params: { fileId: 'a' }, input: { content: 'x'.repeat(10_000) } })
    expect(parameters).toEqual({ params: '{"fileId":"a"}', without: 'input' })
  })

  test.each([
    [{ input: '{"a":' }, '“input” is not JSON. Line 1, column 6: expected a value.'],
    [{ params: 'x' }, '“params” is not JSON. Line 1, column 1: expected a value.'],
    [{ params: '[1]' }, '“params” is not an object.'],
  ])('that somebody broke says where: %j', (parameters, problem) => {
    expect(readLink(parameters)).toEqual({ params: undefined, input: undefined, withheld: [], problems: [problem] })
  })
})
