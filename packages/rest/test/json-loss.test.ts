import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createUncheckedResource, ValidationError } from '../src/index.ts'
import { parseExact, stringifyExact } from '../src/json.ts'
import { createCheckedResource } from '../src/shapes.ts'
import { answer, serve } from './server.ts'
import { connectionTo } from './setup.ts'

interface Things {
  start(body: object): Promise<unknown>
}

const routes = { start: 'POST /things body' }
const table = { routes, calls: { start: 'body:Start=u' }, shapes: () => ({ Start: 'id?:s,variables?:{u},raw?:u' }) }
const clients = {
  checked: (url: string) => createCheckedResource<Things>(connectionTo(url).connection, 'things', table),
  unchecked: (url: string) => createUncheckedResource<Things>(connectionTo(url).connection, 'things', { routes }),
}

class Order {
  readonly #id = '1'
  get id(): string {
    return this.#id
  }
}
const cycle: Record<string, unknown> = {}
cycle.again = { cycle }

describe.each(Object.entries(clients))('variables of a client that is %s', (_, connect) => {
  it.each([
    ['a map', new Map([['a', 1]]), '', 'must be a plain object'],
    ['a set', new Set([1]), '', 'must be a plain object'],
    ['bytes', new Uint8Array(2), '', 'must be a plain object'],
    ['an instance with getters', new Order(), '', 'must be a plain object'],
    ['an instance that writes itself', new URL('https://example.com'), '', 'must be a plain object'],
    ['NaN', Number.NaN, '', 'cannot be represented in JSON'],
    ['Infinity', -1 / 0, '', 'cannot be represented in JSON'],
    ['a function', () => 1, '', 'cannot be represented in JSON'],
    ['a symbol', Symbol('hidden'), '', 'cannot be represented in JSON'],
    ['an invalid date', new Date(Number.NaN), '', 'cannot be represented in JSON'],
    ['undefined in a list', [1, undefined], '.1', 'cannot be represented in JSON'],
    ['an object that contains itself', cycle, '.again.cycle', 'must not contain itself'],
  ])('cannot contain %s', async (_name, value, path, message) => {
    const server = await serve(answer(200, {}))
    const error = await connect(server.url)
      .start({ id: '1', variables: { list: [{ value }] } })
      .catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(ValidationError)
    expect(error).toMatchObject({
      code: 'request_invalid',
      part: 'body',
      issues: [{ path: `variables.list.0.value${path}`, message }],
    })
    expect(server.received).toHaveLength(0)
  })

  it('are rejected if they are too deep for JSON', async () => {
    const server = await serve(answer(200, {}))
    const raw = Array.from({ length: 200_000 }).reduce<object>((inner) => ({ inner }), {})
    await expect(connect(server.url).start({ raw })).rejects.toMatchObject({
      code: 'request_invalid',
      issues: [{ path: expect.stringMatching(/^(raw)?$/), message: 'is too large or too deep for JSON' }],
    })
    expect(server.received).toHaveLength(0)
  })

  it('are visited once, however large they are', async () => {
    let reads = 0
    const shared = Object.defineProperty({}, 'read', { enumerable: true, get: () => ++reads })
    const server = await serve(answer(200, {}))
    const list = Array.from({ length: 2000 }, () => ({ shared, list: [shared] }))
    await connect(server.url).start({ variables: { list } })
    // Once for the check and once to write it, for each place.
    expect(reads).toBe(2 * 2 * 2000)
  })

  it('arrive unchanged: anything that JSON can represent, long numbers, dates, and one object in two places', async () => {
    const server = await serve(answer(200, {}))
    const things = connect(server.url)
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n }), async (value, long) => {
        const date = new Date(0)
        await things.start({ variables: { value, again: [value, value], long, date, left: undefined } })
        const sent = parseExact(server.received.at(-1)?.body ?? '') as { variables: object }
        // As JSON, which does not tell -0 from 0.
        const expected = { value, again: [value, value], long, date: date.toISOString() }
        expect(stringifyExact(sent.variables)).toBe(stringifyExact(expected))
      }),
      { numRuns: 50 },
    )
  })
})
