import { describe, expect, test } from 'vitest'
import { readInterface } from '../src/read-interface.ts'

const imports =
  "import type { BinaryResponse, CallOptions, Email, Int, Key, KeyInput, LongText, NotActive, OpenEnum, Page, SecretText, Unchecked } from '@x/rest'\n"

/** Returns the text of one declaration. */
function declaration(source: string, name = 'T'): string | undefined {
  return readInterface('api/things.ts', imports + source).declarations.find((found) => found.name === name)?.text
}

const member = (type: string, doc = ''): string => `export interface T { ${doc} readonly a: ${type} }`

test.each([
  ['string', 's'],
  ['number', 'n'],
  ['boolean', 'b'],
  ['bigint', 'g'],
  ['unknown', 'u'],
  ['null', 'z'],
  ['Int', 'i'],
  ['LongText', 'l'],
  ['SecretText', 'p'],
  ['Email', 'e'],
  ["Key<'JobKey'>", 'k'],
  ["KeyInput<'JobKey' | 'OtherKey'>", 'k'],
  ['Blob', 'x'],
  ['File', 'x'],
  ['Unchecked<T>', 'u'],
  ['NotActive<T>', '{}'],
  ["'a'", '"a"'],
  ["'a' | 'In progress' | '-'", '"a|In progress|-"'],
  ["OpenEnum<'a' | 'b'>", '"a|b"*'],
  ["OpenEnum<\n/** @since 8.10 */\n| 'a' | 'b'>", '"a@8.10|b"*'],
  ["OpenEnum<'a' | /** @since 8.10 */ 'b' | /** @until 8.9 @deprecated Use a. */ 'c'>", '"a|b@8.10|c@-8.9^"*'],
  ['readonly string[]', '[s]'],
  ['string[][]', '[[s]]'],
  ['Record<string, readonly Int[]>', '{[i]}'],
  ['string | null', 's~'],
  ["'a' | 'b' | null", '"a|b"~'],
  ['string | number | null', 's|n|z'],
  ["string | 'a' | T", '"a"|s|T'],
  ["string | '' | null", 's|""|z'],
  ['{ b: string; c?: Int | undefined }', '(b:s,c?:i)'],
  ['{ b: string; c?: undefined }', '(b:s)'],
  ['Page<T>', 'Page<T>'],
  ['Page<readonly T[]>', 'Page<[T]>'],
  ['(string)', 's'],
])('%s is written %s', (type, text) => {
  expect(declaration(member(type))).toBe(`a:${text}`)
})

test.each([
  ['readonly a?: string', 'a?!:s'],
  ['readonly a?: string | undefined', 'a?:s'],
  ['readonly a?: string | null | undefined', 'a?:s~'],
  ['readonly a: string', 'a:s'],
  ["readonly 'web-modeler': string", 'web-modeler:s'],
  ['/** @required */ readonly a: string', 'a!:s'],
  ['/** Text. @since 8.10 */ readonly a?: string', 'a?!@8.10:s'],
  [
    '/**\n * Text.\n *\n * @since 8.8\n * @until 8.9, then `b`\n * @deprecated Use `b`.\n */ readonly a?: string',
    'a?!@8.8-8.9^:s',
  ],
  ['/** @minLength 1 @maxLength 255 */ readonly a: string', 'a:s(1..255)'],
  ['/** At most this. @maximum 50 @defaultValue `10` */ readonly a: Int | null', 'a:i(..50)~'],
  ['/** @minItems 1 */ readonly a: readonly T[]', 'a:[T](1..)'],
  [
    '/** @pattern /^[a-z/]+\\d{1,2}$/ must be lower case */ readonly a: string',
    'a:s"^[a-z/]+\\\\d{1,2}$""must be lower case"',
  ],
  ['/** Use {@link T}, or mail jane@example.com. Tokens of @x/auth. */ readonly a: string', 'a:s'],
])('%s is written %s', (source, text) => {
  expect(declaration(`export interface T { ${source} }`)).toBe(text)
})

describe('declarations', () => {
  test('may be generic, and extend others', () => {
    const source =
      'export interface T<A, B extends string> extends U, V<A> { a: A; b: B }\nexport interface U { u: string }\nexport interface V<A> { v: A }'
    expect(declaration(source)).toBe('<A,B>a:A,b:B,...U,...V<A>')
  })

  test('may be aliases with limits', () => {
    expect(declaration('/** A name. @minLength 1 @maxLength 255 */\nexport type T = string')).toBe('=s(1..255)')
    expect(declaration("export type T = U | { error: string }\nexport type U = OpenEnum<'ok'>")).toBe('=U|(error:s)')
  })

  test('may be the names of members', () => {
    const filter = '\nexport interface F { readonly key?: string; readonly message?: string }'
    expect(declaration(`export type T = keyof F${filter}`)).toBe('="key|message"')
    expect(declaration(`export type T = Exclude<keyof F, 'message'>${filter}`)).toBe('="key"')
    expect(declaration("export type T = OpenEnum<U | 'c'>\nexport type U = OpenEnum<'a' | 'b'>")).toBe('="a|b|c"*')
  })

  test('may have another type on the wire', () => {
    expect(
      declaration(
        '/** A page. @wire W */\nexport interface T<I> { total: number }\nexport interface W<I> { items: I[] }',
      ),
    ).toBe('<I>=W<I>')
    expect(declaration('/** @ignored b, c */\nexport interface T { a?: string }')).toBe('a?!:s,b?:-,c?:-')
    expect(declaration('/** @insistsOn a */\nexport interface T { a: string; b: string }')).toBe('*a!:s,b:s')
  })
})

const method = (doc: string, signature: string): string =>
  `/** Things. @since 8.8 */\nexport interface Things {\n/** ${doc} */\n${signature}\n}\nexport interface T { a: string }`

/** Returns the route and the call of one method. */
function operation(doc: string, signature: string): readonly (string | undefined)[] {
  const [found] = readInterface('api/things.ts', imports + method(doc, signature)).resource?.operations ?? []
  return [found?.route, found?.call]
}

test.each([
  [
    'GET /things/{thingKey}',
    "get(thingKey: Key<'ThingKey'>, options?: CallOptions): Promise<T>",
    'GET /things/{thingKey} since:8.8',
    'thingKey:k=T',
  ],
  [
    'GET /a/{b}/c/{d}',
    'get(b: string, d: string, options?: CallOptions): Promise<readonly T[]>',
    'GET /a/{b}/c/{d} since:8.8',
    '=[T]',
  ],
  [
    'DELETE /things/{id}',
    'delete(id: string, options?: CallOptions): Promise<void>',
    'DELETE /things/{id} none since:8.8',
    '',
  ],
  ['GET /things/xml', 'getXml(options?: CallOptions): Promise<string>', 'GET /things/xml text since:8.8', '=s'],
  [
    'GET /things/xml',
    'findXml(options?: CallOptions): Promise<string | undefined>',
    'GET /things/xml text optional since:8.8',
    '=s',
  ],
  [
    'GET /things/file',
    'getFile(query: T, options?: CallOptions): Promise<BinaryResponse>',
    'GET /things/file query bytes since:8.8',
    'query:T',
  ],
  [
    'POST /things',
    'create(form: T, query?: T, options?: CallOptions): Promise<T>',
    'POST /things form query? since:8.8',
    'form:T,query:T=T',
  ],
  [
    'POST /things/search @paging cursor',
    'search(body?: T, query?: T, options?: CallOptions): Promise<Page<T>>',
    'POST /things/search body? query? paging:cursor safe since:8.8',
    'body:T,query:T=Page<T>',
  ],
  [
    'POST /things/import @safe',
    'import(body: readonly T[], query: T, options?: CallOptions): Promise<void>',
    'POST /things/import body list query none safe since:8.8',
    'body:[T],query:T',
  ],
  [
    'POST /things/deletion @bulk',
    'delete(body: T, options?: CallOptions): Promise<T>',
    'POST /things/deletion body bulk since:8.8',
    'body:T=T',
  ],
  [
    'POST /things/cancellation @bulk state, parentKey',
    'cancel(body: T, options?: CallOptions): Promise<T>',
    'POST /things/cancellation body bulk:state,parentKey since:8.8',
    'body:T=T',
  ],
  [
    'GET /meta @unauthenticated @eventuallyConsistent @since 8.9',
    'get(options?: CallOptions): Promise<T>',
    'GET /meta eventual anonymous since:8.9',
    '=T',
  ],
])('%s', (path, signature, route, call) => {
  expect(operation(`Returns a thing. @operation ${path}`, signature)).toEqual([route, call])
})

test('The summary is the first sentence, and tags of the resource apply to each operation', () => {
  const source = `${imports}
/**
 * Things.
 *
 * @until 8.9
 * @deprecated Since Camunda 8.8, in favor of
 * other things.
 */
export interface Things {
  /**
   * Deletes a **thing** of {@link Things | this kind} in Camunda 8.10
   * or later. It cannot be undone.
   *
   * @operation DELETE /things
   * @permission Things: delete
   */
  delete(options?: CallOptions): Promise<void>
  /** Returns one page. @operation GET /things @paging page */
  search(options?: CallOptions): Promise<void>
  /** Returns all. */
  searchAll(options?: CallOptions): AsyncGenerator<string>
  /** Waits. @code ../wait.ts */
  wait(until: Promise<void>): Promise<void>
}`
  const operations = readInterface('api/things.ts', source).resource?.operations
  expect(operations?.map(({ verb }) => verb)).toEqual(['delete', 'search'])
  expect(operations?.[0]?.words).toEqual({
    summary: 'Deletes a thing of this kind in Camunda 8.10 or later.',
    permission: 'Things: delete',
    deprecated: 'Since Camunda 8.8, in favor of other things.',
  })
})

test.each([
  ['export interface T<A> { a: A; t?: T<A> }', 'is generic and contains itself'],
  [member('Date'), 'api/things.ts:2 refers to Date, which is not declared in an api file. Write an interface'],
  [member('T extends U ? string : number'), 'api/things.ts:2 is not supported: ConditionalType.'],
  [member('Array<string>'), 'refers to Array'],
  [member('any'), 'is not supported: AnyKeyword'],
  [member('{ [name: string]: string }'), 'must be a member with a type'],
  [member("'a' & 'b'"), 'is not supported: IntersectionType'],
  [member('keyof Page<T>'), 'must be an interface of this file without `extends`'],
  [member('T', '/** @maxLength 5 */'), 'has limits, but is not a plain string, number or array. Move the tags'],
  [member('string', '/** @maxLength five */'), 'has a limit that is not a number: five'],
  [member('string', '/** @pattern a+ */'), 'has a @pattern that is not written as /regular expression/ message.'],
  [member('string', '/** @max 5 */'), 'has the unknown tag @max. Known are @operation'],
  ['export interface T { get(): void; readonly a: string }\n', 'has no doc comment'],
  ['export const a = 1', 'is not an interface, type or type import. Put code into a file outside api/.'],
  ["import { a } from './a.ts'", 'must be `import type { … }`.'],
  ["import type { A as B } from './a.ts'", 'renames A. Import it by its own name.'],
  ['export interface T extends U {}', 'extends U, which is not declared in an api file.'],
  [`${method('A.', 'a(): void')}\n/** B. */ interface B { b(): void }`, 'is a second resource'],
  [
    method('', 'get(options?: CallOptions): Promise<T>'),
    'api/things.ts:5 has no doc comment. Describe what the method does, in your own words.',
  ],
  [
    method('@operation GET /a', 'get(options?: CallOptions): Promise<T>'),
    'api/things.ts:5 has no doc comment. Describe what the method does, in your own words.',
  ],
  [
    'export interface T {\n  a: string\n  /** Text. @since 8.10 */\n  b: string\n}',
    'api/things.ts:5 is new in 8.10, and older servers lack it: make it optional.',
  ],
  ['export interface T { a: { /** @since 8.10 */ b: Int } }', 'api/things.ts:2 is new in 8.10'],
  [method('Returns.', 'get(options?: CallOptions): Promise<T>'), 'needs `@operation METHOD /path`, or `@code FILE`'],
  [
    method('Returns. @operation FETCH /a', 'get(options?: CallOptions): Promise<T>'),
    'has no METHOD /path in @operation FETCH /a',
  ],
  [
    method('Returns. @operation GET /a/{b}', 'get(options?: CallOptions): Promise<T>'),
    'lacks a parameter for {b} of its path.',
  ],
  [method('Returns. @operation GET /a', 'get(body: T): Promise<T>'), 'must end with `options?: CallOptions`.'],
  [
    method('Returns. @operation GET /a', 'get(query: T, body: T, options?: CallOptions): Promise<T>'),
    'must be `body`, `form` or `query`, in this order',
  ],
  [
    method('Returns. @operation GET /a', 'get(other: T, options?: CallOptions): Promise<T>'),
    'must be `body`, `form` or `query`',
  ],
  [method('Returns. @operation GET /a', 'get(options?: CallOptions): T'), 'must return a Promise.'],
  [
    method('Returns. @operation GET /a @paging pages', 'get(options?: CallOptions): Promise<T>'),
    'has the unknown @paging pages.',
  ],
  [
    method('Deletes. @operation DELETE /a @bulk', 'delete(options?: CallOptions): Promise<T>'),
    'api/things.ts:5 is @bulk, which requires a body with a filter',
  ],
  [
    method('Returns. @operation POST /a @bulk @paging page', 'search(body?: T, options?: CallOptions): Promise<T>'),
    'is @bulk, which requires a body',
  ],
  [
    method('Returns. @operation GET /a @since soon', 'get(options?: CallOptions): Promise<T>'),
    'has no version in @since',
  ],
])('%s is rejected: %s', (source, message) => {
  expect(() => readInterface('api/things.ts', imports + source)).toThrow(message)
})

describe('A member with @since', () => {
  const read = (member: string, oldest: string): unknown =>
    readInterface('api/things.ts', `export interface T {\n  /** @since 8.9 */\n  ${member}\n}`, oldest).declarations[0]
      ?.text

  test('is optional if the package supports an older version', () => {
    expect(read('a?: string | undefined', '8.8')).toBe('a?@8.9:s')
    expect(() => read('a: string', '8.8')).toThrow(
      'api/things.ts:3 is new in 8.9, and servers from 8.8 on are supported: make it optional.',
    )
  })

  test.each(['8.9', '8.10'])('may be required if the oldest is %s', (oldest) => {
    expect(read('a: string', oldest)).toBe('a@8.9:s')
  })
})
