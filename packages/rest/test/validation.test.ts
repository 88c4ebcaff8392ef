import fc from 'fast-check'
import { array, boolean, getDotPath, number, optional, parse, safeParse, string } from 'valibot'
import { describe, expect, it } from 'vitest'
import { type Operation, type Part, type Route, ValidationError, type ValidationMode } from '../src/index.ts'
import {
  checkedOperations,
  closed,
  createCheck,
  enumValues,
  key,
  nearestName,
  object,
  oneOf,
  openEnum,
  refine,
  required,
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
      { path: 'items.0.state', message: 'has to be string' },
      { path: 'items.1', message: 'has to be Object' },
      { path: 'items.2.key', message: 'is missing' },
      { path: 'items.2.state', message: 'is missing' },
    ])
    expect(issues('response', found)).toEqual([{ path: '', message: 'has to be Object' }])
    expect(issues('response', [])).toEqual([{ path: 'items', message: 'is missing' }])
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
    expect(message(3)).toBe('incidents.search: the response is not valid: items.*.state has to be string')
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

  it('that lacks members is left to the server, in strict mode it is refused', () => {
    const row = { id: 'things.create', body: closed({ name: string(), size: number(), part: closed({ id: key() }) }) }
    const create: Route = { ...row, method: 'POST', path: '/things' }
    const lenient = createCheck([row], 'lenient')
    expect(lenient?.(create, 'body', { part: {} })).toEqual({ part: {} })
    expect(() => lenient?.(create, 'body', { size: '1' })).toThrow('size has to be number')
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
  const schema = object({ key: key(), state, kind: oneOf(['a', 'b'], 'has to be a or b'), name: optional(short) })

  it('work where those of valibot do', () => {
    expect(parse(array(schema), [{ key: 1, state: 'NEW', kind: 'a', more: 1 }])).toEqual([
      { key: '1', state: 'NEW', kind: 'a', more: 1 },
    ])
    const { issues } = safeParse(schema, { key: 'x', kind: 'c', name: 'longer' })
    expect(issues?.map((issue) => [getDotPath(issue), issue.message])).toEqual([
      ['key', 'is not a key: pass its digits as text'],
      ['state', 'is missing'],
      ['kind', 'has to be a or b'],
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
