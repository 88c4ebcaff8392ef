import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { array, boolean, getDotPath, number, optional, parse, safeParse, string } from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  checkPlain,
  isDateTime,
  notOneOf,
  type Operation,
  type Part,
  type Route,
  ValidationError,
  type ValidationMode,
} from '../src/index.ts'
import {
  checkedOperations,
  closed,
  createCheck,
  enumValues,
  number as finite,
  array as items,
  key,
  nearestName,
  object,
  oneOf,
  openEnum,
  record,
  refine,
  required,
  string as text,
} from '../src/validation.ts'

const state = openEnum(['ACTIVE', 'RESOLVED'])
const operation: Operation = {
  id: 'incidents.search',
  method: 'POST',
  path: '/incidents/{processKey}',
  summary: 'Incidents',
  params: { processKey: key() },
  query: closed({ verbose: optional(boolean()) }),
  body: closed({
    filter: optional(closed({ state: optional(state), creationTime: optional(string()) })),
    size: optional(number()),
  }),
  response: object({ items: array(object({ key: key(), state, message: optional(string()) })) }),
}

function run(part: Part, value: unknown, mode: ValidationMode = 'lenient'): unknown {
  const check = createCheck([operation], mode)
  if (!check) throw new Error('no check')
  return check(operation, part, value)
}

function issues(part: Part, value: unknown, mode?: ValidationMode): unknown {
  try {
    run(part, value, mode)
  } catch (error) {
    expect(error).toBeInstanceOf(ValidationError)
    expect(error).toMatchObject({
      operation: 'incidents.search',
      part,
      code: part === 'response' ? 'response_invalid' : 'request_invalid',
    })
    return (error as ValidationError).issues
  }
  return 'valid'
}

describe('an answer', () => {
  it('comes back with its keys as text and all it had', () => {
    const value = { items: [{ key: 12, state: 'NEW_STATE', extra: { a: 1 } }], total: 1 }
    expect(run('response', value)).toEqual({ ...value, items: [{ ...value.items[0], key: '12' }] })
  })

  it('may in strict mode hold nothing new', () => {
    expect(issues('response', { items: [{ key: '1', state: 'NEW' }], totl: 1 }, 'strict')).toEqual([
      { path: 'items.0.state', message: 'is not one of ACTIVE, RESOLVED' },
      { path: 'totl', message: 'is not a known name' },
    ])
    expect(issues('response', { items: [{ key: '1', state: 'ACTIVE' }] }, 'strict')).toBe('valid')
  })

  it('that does not fit says where, all at once, and never what was found', () => {
    const found = 'very-secret-value'
    expect(issues('response', { items: [{ key: found, state: 7 }, found, {}] })).toEqual([
      { path: 'items.0.key', message: 'is not a key: pass its digits as text' },
      { path: 'items.0.state', message: 'must be a string' },
      { path: 'items.1', message: 'must be an object' },
      { path: 'items.2.key', message: 'is missing' },
      { path: 'items.2.state', message: 'is missing' },
    ])
    expect(issues('response', found)).toEqual([{ path: '', message: 'must be an object' }])
    expect(issues('response', [])).toEqual([{ path: '', message: 'must be an object' }])
  })

  it('has a message without list positions', () => {
    const message = (at: number): string => {
      const items = Array.from({ length: at + 1 }, (_, index) => ({ key: '1', state: index === at ? 7 : 'ACTIVE' }))
      try {
        run('response', { items })
      } catch (error) {
        return (error as Error).message
      }
      return ''
    }
    expect(message(3)).toBe('incidents.search: the response is not valid: items.*.state must be a string')
    expect(message(4)).toBe(message(3))
  })
})

describe('a request', () => {
  it.each(['lenient', 'strict'] as const)('with a misspelt name is refused in %s mode, with a hint', (mode) => {
    expect(issues('body', { filter: { sate: 'ACTIVE' }, foo: 1 }, mode)).toEqual([
      { path: 'filter.sate', message: 'is not a known name, did you mean "state"?' },
      { path: 'foo', message: 'is not a known name' },
    ])
    expect(issues('query', { Verbose: true }, mode)).toEqual([
      { path: 'Verbose', message: 'is not a known name, did you mean "verbose"?' },
    ])
  })

  it.each([
    ['a list', []],
    ['a map', new Map([['state', 'ACTIVE']])],
    ['a set', new Set()],
    ['a date', new Date(0)],
    ['text', 'ACTIVE'],
    ['a number', 1],
    ['null', null],
    ['a function', () => ({})],
    ['search parameters', new URLSearchParams('state=ACTIVE')],
  ])('that has %s in place of an object says so', (_, value) => {
    for (const mode of ['lenient', 'strict'] as const) {
      expect(issues('body', value, mode)).toEqual([{ path: '', message: 'must be an object' }])
      expect(issues('body', { filter: value }, mode)).toEqual([{ path: 'filter', message: 'must be an object' }])
    }
  })

  it.each([
    [
      'an instance with getters',
      new (class Filter {
        get state() {
          return 'ACTIVE'
        }
      })(),
    ],
    [
      'an instance with private members',
      new (class Filter {
        #state = 'ACTIVE'
        read() {
          return this.#state
        }
      })(),
    ],
    ['what inherits members', Object.create({ state: 'ACTIVE' })],
    [
      'what inherits members of an object without prototype',
      Object.create(Object.assign(Object.create(null), { state: '' })),
    ],
    ['symbols', { [Symbol('state')]: 'ACTIVE' }],
    ['symbols beside others', { state: 'ACTIVE', [Symbol('creationTime')]: '' }],
    ['hidden members', Object.defineProperty({}, 'state', { value: 'ACTIVE' })],
  ])('with %s is refused: JSON would leave that out', (_, value) => {
    const message = expect.stringMatching(/^must be a plain object, without getters, symbols or inherited members$/)
    expect(issues('body', value)).toEqual([{ path: '', message }])
    expect(issues('body', { filter: value })).toEqual([{ path: 'filter', message }])
  })

  it.each([
    ['a literal', { state: 'ACTIVE' }],
    [
      'a literal with a getter',
      {
        get state() {
          return 'ACTIVE'
        },
      },
    ],
    ['an object without prototype', Object.assign(Object.create(null), { state: 'ACTIVE' })],
    ['an object of another realm', runInNewContext('({ state: "ACTIVE" })')],
    ['a proxy', new Proxy({ state: 'ACTIVE' }, {})],
    ['a frozen object', Object.freeze({ state: 'ACTIVE' })],
  ])('with %s passes', (_, filter) => {
    expect(issues('body', { filter })).toBe('valid')
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('with %s is refused: it would be sent as null', (size) => {
    expect(safeParse(finite(), size).issues?.[0].message).toBe('must be a number')
  })

  it('that lacks members is left to the server, in strict mode it is refused', () => {
    const row = { id: 'things.create', body: closed({ name: string(), size: number(), part: closed({ id: key() }) }) }
    const create: Route = { ...row, method: 'POST', path: '/things' }
    const lenient = createCheck([row], 'lenient')
    expect(lenient?.(create, 'body', { part: {} })).toEqual({ part: {} })
    expect(() => lenient?.(create, 'body', { size: '1' })).toThrow('size must be number')
    expect(() => lenient?.(create, 'body', { nam: 'x' })).toThrow('did you mean "name"?')
    expect(() => lenient?.(create, 'body', undefined)).toThrow(ValidationError)
    const insisting = createCheck([{ ...row, body: closed({ revision: required(number()) }) }], 'lenient')
    expect(() => insisting?.(create, 'body', {})).toThrow('revision is missing')
    expect(() => createCheck([row], 'strict')?.(create, 'body', { name: 'x', size: 1 })).toThrow('part is missing')
  })

  it('stays as its caller made it', () => {
    const row = { id: 'things.create', body: closed({ key: key(), list: array(closed({ key: key() })) }) }
    const body = { key: 1, list: [{ key: 2 }] }
    const checked = createCheck([row], 'lenient')?.({ ...row, method: 'POST', path: '/' }, 'body', body)
    expect(checked).toEqual({ key: '1', list: [{ key: '2' }] })
    expect(body).toEqual({ key: 1, list: [{ key: 2 }] })
  })

  it('has its parameters checked by name', () => {
    expect(run('params', ['2251799813685249'])).toEqual(['2251799813685249'])
    expect(issues('params', ['abc'])).toEqual([
      { path: 'processKey', message: 'is not a key: pass its digits as text' },
    ])
  })

  it('takes keys as text, bigint and exact integers', () => {
    expect(run('params', [9007199254740993n])).toEqual(['9007199254740993'])
    expect(run('params', [7])).toEqual(['7'])
    expect(issues('params', [2 ** 53])).not.toBe('valid')
    expect(issues('params', [1.5])).not.toBe('valid')
    expect(issues('params', [''])).not.toBe('valid')
  })
})

it('an unknown operation and a part without schema pass', () => {
  const check = createCheck([{ id: 'x' }], 'strict')
  expect(check?.(operation, 'body', 1)).toBe(1)
  expect(check?.({ ...operation, id: 'x' }, 'response', 1)).toBe(1)
})

describe('the schemas of this package', () => {
  const short = refine(string(), (text) => text.length < 5, 'is too long')
  const schema = object({ key: key(), state, kind: oneOf(['a', 'b'], 'must be a or b'), name: optional(short) })

  it('work where those of valibot do', () => {
    expect(parse(array(schema), [{ key: 1, state: 'NEW', kind: 'a', more: 1 }])).toEqual([
      { key: '1', state: 'NEW', kind: 'a', more: 1 },
    ])
    const { issues } = safeParse(schema, { key: 'x', kind: 'c', name: 'longer' })
    expect(issues?.map((issue) => [getDotPath(issue), issue.message])).toEqual([
      ['key', 'is not a key: pass its digits as text'],
      ['state', 'is missing'],
      ['kind', 'must be a or b'],
      ['name', 'is too long'],
    ])
    expect(safeParse(schema, null).success).toBe(false)
    expect(safeParse(short, 7).issues).toHaveLength(1)
  })

  it('work by the Standard Schema interface', () => {
    const { validate } = schema['~standard']
    expect(validate({ key: 1n, state: 'ACTIVE', kind: 'b' })).toMatchObject({ value: { key: '1' } })
    expect(validate({})).toMatchObject({ issues: [{ path: [{ key: 'key' }] }, {}, {}] })
  })

  it('let forms and docs see their members', () => {
    expect(Object.keys(schema.entries)).toEqual(['key', 'state', 'kind', 'name'])
    expect(enumValues(schema.entries.kind)).toEqual(['a', 'b'])
  })
})

it('mode off makes no check', () => {
  expect(createCheck([operation], 'off')).toBeUndefined()
})

it.each([false, true, 'warn', null])('there is no mode %s', (mode) => {
  expect(() => createCheck([operation], mode as never)).toThrow(
    expect.objectContaining({
      code: 'config_invalid',
      message: expect.stringContaining("'lenient', 'strict' or 'off'"),
    }),
  )
})

describe('without schemas', () => {
  const route: Route = { id: 'things.create', method: 'POST', path: '/things', takes: 'body' }
  const refusal = (body: unknown): unknown => {
    try {
      checkPlain(route, 'body', body)
    } catch (error) {
      expect(error).toMatchObject({ name: 'ValidationError', operation: 'things.create', code: 'request_invalid' })
      return (error as ValidationError).issues
    }
    return 'valid'
  }

  it('a body goes out as what it is', () => {
    const body = { name: 'a', list: [{ size: 1 }], nothing: null, shared: [1] }
    expect(checkPlain(route, 'body', body)).toBe(body)
    expect(refusal({ one: body, two: body })).toBe('valid')
  })

  it('or not at all, at any depth', () => {
    expect(refusal(undefined)).toEqual([{ path: '', message: 'must be an object' }])
    expect(refusal([])).toEqual([{ path: '', message: 'must be an object' }])
    expect(refusal(new Map())).toEqual([{ path: '', message: 'must be an object' }])
    expect(refusal({ list: [{ of: new Set() }] })).toEqual([{ path: 'list.0.of', message: 'must be an object' }])
    expect(refusal({ a: Object.create({ b: 1 }) })).toMatchObject([{ path: 'a' }])
    const round: Record<string, unknown> = {}
    round.self = [round]
    expect(refusal(round)).toEqual([{ path: 'self.0', message: 'must not contain itself' }])
  })

  it('what is no body is not looked at', () => {
    expect(checkPlain(route, 'response', [])).toEqual([])
    expect(checkPlain({ ...route, takes: undefined }, 'body', undefined)).toBeUndefined()
  })
})

it('a value that is in no list comes with the list, and with the one that was meant', () => {
  expect(notOneOf('active', ['ACTIVE', 'RESOLVED'])).toBe('is not one of ACTIVE, RESOLVED; did you mean ACTIVE?')
  expect(notOneOf('RUNNING', ['ACTIVE', 'RESOLVED'])).toBe('is not one of ACTIVE, RESOLVED')
  expect(notOneOf(Object.create(null), ['ACTIVE'])).toBe('is not one of ACTIVE')
  expect(safeParse(oneOf(['a', 'bcd']), 'bcc').issues?.[0].message).toBe('is not one of a, bcd; did you mean bcd?')
})

it.each([
  ['2026-02-28T23:59:59.999', true],
  ['2028-02-29T00:00', true],
  ['2026-02-29T00:00', false],
  ['2026-02-30T00:00:00.000', false],
  ['2026-04-31T00:00:00', false],
  ['2026-13-01T00:00:00', false],
  ['2026-01-01T24:00:00', false],
  ['2026-01-01T00:60:00', false],
  ['2026-01-01T00:00:60', false],
])('%s is in the calendar: %s', (text, expected) => {
  expect(isDateTime(text)).toBe(expected)
})

it('the values of an open enumeration can be read', () => {
  expect(enumValues(state)).toEqual(['ACTIVE', 'RESOLVED'])
  expect(enumValues(string())).toBeUndefined()
})

describe('nearestName', () => {
  const known = ['state', 'startDate', 'bpmnProcessId', 'key', 'tenantId']
  it.each([
    ['sate', 'state'],
    ['STATE', 'state'],
    ['satte', 'state'],
    ['startdate', 'startDate'],
    ['bpmnProcesId', 'bpmnProcessId'],
    ['kye', 'key'],
    ['foo', undefined],
    ['keystone', undefined],
  ])('%s: %s', (name, expected) => {
    expect(nearestName(name, known)).toBe(expected)
  })

  it('finds each name after one slip', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('startDate', 'bpmnProcessId', 'tenantId'),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        (name, at, letter) => {
          const place = at % name.length
          expect(nearestName(name.slice(0, place) + letter + name.slice(place + 1), known)).toBe(name)
          expect(nearestName(name.slice(0, place) + name.slice(place + 1), known)).toBe(name)
        },
      ),
    )
  })
})

it('a client checks by resource and method: together they are an id', () => {
  const [body, response] = [closed({ size: number() }), object({ total: number() })]
  const resources = { incidents: { search: { body, response }, delete: {}, resolve: undefined }, info: {} }
  expect(checkedOperations(resources)).toEqual([
    { id: 'incidents.search', body, response },
    { id: 'incidents.delete' },
    { id: 'incidents.resolve' },
  ])
})

it('stops looking at a response that is wrong in a million places', async () => {
  const schema = object({ items: items(object({ a: text(), b: text() })), names: record(text()) })
  const check = createCheck([{ id: 'things.search', response: schema }], 'strict')
  const route = { id: 'things.search', method: 'POST', path: '/things/search' } as const
  const unknown = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`n${index}`, 1]))
  for (const response of [
    { items: Array.from({ length: 1_000_000 }, () => ({})), names: {} },
    { items: [], names: unknown },
    { items: [], names: {}, ...unknown },
  ]) {
    let error: unknown
    try {
      check?.(route, 'response', response)
    } catch (thrown) {
      error = thrown
    }
    if (!(error instanceof ValidationError)) throw new Error('accepted')
    expect(error.issues.length).toBeGreaterThan(50)
    expect(error.issues.length).toBeLessThan(200)
  }
})
