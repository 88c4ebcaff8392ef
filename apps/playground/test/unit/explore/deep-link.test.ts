import { createSchema, createShapeReader, type Operation } from '@x/rest/shapes'
import { describe, expect, test } from 'vitest'
import { linkParameters, readLink } from '../../../src/explore/address/deep-link.ts'

const read = createShapeReader({
  Body: 'filter?:Filter,searchAfter?:[s|n|z],secretName?:s,secretValue?:p,nested?:[Login],logins?:{p},content?:l,anything?:u',
  Filter: 'key?:k,name?:s,token?:s',
  Login: 'user:s,password?:p~',
})
const operation: Operation = {
  id: 'things.search',
  method: 'POST',
  path: '/things/{key}/search',
  summary: 'Returns things.',
  takes: ['body'],
  params: { key: createSchema({ kind: 'key' }, 'request'), fileId: createSchema({ kind: 'text' }, 'request') },
  body: createSchema(read('Body'), 'request'),
}

describe('an address', () => {
  test('brings back what was filled in, keys with all their digits', () => {
    const given = {
      params: { key: '9223372036854775807' },
      input: {
        filter: { key: '9223372036854775807', name: '=&?#/%äß"', token: 'as much text as a name' },
        searchAfter: [null, 'x', 1.5],
        anything: { password: 'a variable of a process' },
      },
    }
    const { params, input, problems } = readLink(linkParameters(operation, given))
    expect({ params, input }).toEqual(given)
    expect(problems).toEqual([])
  })

  test('is the bare one of the operation where nothing is filled in', () => {
    expect(linkParameters(operation, { params: {} })).toEqual({})
    expect(linkParameters(operation, { params: {}, input: {} })).toEqual({})
  })

  test.each([
    [{ secretName: 'NAME', secretValue: 'hidden' }, { secretName: 'NAME' }, 'secretValue'],
    [{ nested: [{ user: 'ada', password: 'hidden' }] }, { nested: [{ user: 'ada' }] }, 'nested.0.password'],
    [{ logins: { ada: 'hidden' } }, { logins: {} }, 'logins.ada'],
    [{ secretValue: { text: 'hidden' } }, {}, 'secretValue'],
    [{ filter: { name: 'eyJhbGciOi.eyJpc3MiOi.hidden' } }, { filter: {} }, 'filter.name'],
    [{ anything: ['eyJhbGciOi.eyJpc3MiOi.hidden'] }, { anything: [] }, 'anything.0'],
    // A name that no shape knows may be a misspelt one.
    [{ secretvalue: 'hidden' }, {}, 'secretvalue'],
    [{ filter: { login: { name: 'hidden' } } }, { filter: { login: {} } }, 'filter.login.name'],
  ])('never holds a secret: %j', (input, visible, without) => {
    const parameters = linkParameters(operation, { params: {}, input })
    expect(JSON.stringify(parameters)).not.toContain('hidden')
    expect(readLink(parameters)).toMatchObject({ withheld: [without] })
    expect(readLink(parameters).input ?? {}).toEqual(visible)
  })

  test('leaves out input that is too long for one, and says so', () => {
    const parameters = linkParameters(operation, { params: { fileId: 'a' }, input: { content: 'x'.repeat(10_000) } })
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
