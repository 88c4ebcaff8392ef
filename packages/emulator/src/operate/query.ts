import { parseExact, stringifyExact } from '../exact-json.ts'
import { readDateRange } from './dates.ts'
import { dataInvalid, invalidRequest } from './errors.ts'
import { type EntityType, type Field, fieldOf } from './fields.ts'
import { readInt64 } from './keys.ts'
import { createOrder, type Order, type Sort } from './order.ts'

/** A search request that was read and is valid, except that `searchAfter` may not match the sort. */
export interface Query<R> {
  /** The filter and sort as they were sent: identical for the pages of one search only. */
  readonly id: string
  readonly matches: (record: R) => boolean
  /** The process instance that the filter names, if any. */
  readonly processInstanceKey: string | undefined
  /** Ends with the entity's unique member. */
  readonly order: Order<R>
  readonly searchAfter: readonly unknown[] | undefined
  readonly size: number
}

const DEFAULT_SIZE = 10
const MAX_SIZE = 1000

/** Reads the body of a search. A missing body counts as empty. */
export function readQuery<R>(type: EntityType<R>, body: string): Query<R> {
  const request = readBody(body)
  const given = readSort(type, request.sort)
  const size = readSize(request.size)
  const filter = request.filter ?? {}
  return {
    id: stringifyExact([request.filter, given]),
    matches: readFilter(type, filter),
    processInstanceKey: readInt64(Object(filter).processInstanceKey)?.toString(),
    order: createOrder(type, [...(given ?? []), { field: type.id, descending: false }]),
    searchAfter: readSearchAfter(request.searchAfter, given?.length),
    size,
  }
}

function readBody(body: string): Record<string, unknown> {
  if (body.trim() === '') return {}
  let value: unknown
  try {
    value = parseExact(body)
  } catch (error) {
    throw invalidRequest(`JSON parse error: ${error instanceof Error ? error.message : String(error)}`)
  }
  return readObject(value, 'the request body')
}

function readObject(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw invalidRequest(`JSON parse error: ${name} must be an object`)
}

function readSize(value: unknown): number {
  if (value === undefined) return DEFAULT_SIZE
  // An explicit null becomes 0, since Jackson reads it into a primitive.
  const size = value === null ? 0n : readInt64(value)
  if (size === undefined) throw invalidRequest('JSON parse error: size must be an integer')
  if (size <= 0n || size > MAX_SIZE) {
    throw invalidRequest(`size should be greater than zero and less than ${MAX_SIZE}`)
  }
  return Number(size)
}

function readSort<R>(type: EntityType<R>, value: unknown): Sort[] | undefined {
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value)) throw invalidRequest('JSON parse error: sort must be an array')
  const entries = value.map((entry) => readObject(entry, 'each entry of sort'))
  for (const { order } of entries) {
    if (order !== undefined && order !== 'ASC' && order !== 'DESC') {
      throw invalidRequest('JSON parse error: order of sort must be ASC or DESC')
    }
  }
  if (entries.some(({ field }) => field === undefined || field === null)) {
    throw dataInvalid('No \'field\' given in sort. Example: "sort": [{"field":"name","order": "ASC"}]')
  }
  const fieldNamed = (name: unknown): Field<R> | undefined => fieldOf(type, String(name))
  if (entries.some(({ field }) => fieldNamed(field)?.kind === 'words')) {
    throw dataInvalid("Field 'message' can't be used as sort field")
  }
  const unknown = entries
    .map(({ field }) => String(field))
    .filter((name) => fieldNamed(name)?.sort === false || !fieldNamed(name))
  if (unknown.length > 0) throw dataInvalid(`Sort has invalid field(s): ${unknown.join(', ')}`)
  return entries.map(({ field, order }) => ({ field: String(field), descending: order === 'DESC' }))
}

function own<V>(record: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function readSearchAfter(value: unknown, sorts: number | undefined): readonly unknown[] | undefined {
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value)) throw invalidRequest('JSON parse error: searchAfter must be an array')
  if (value.length === 0) throw dataInvalid('searchAfter should have at least 1 value')
  if (sorts !== undefined && value.length !== sorts + 1) {
    throw dataInvalid(`searchAfter should have ${sorts + 1} values`)
  }
  return value
}

/** All members must match. Null, empty text and members that the entity does not have are ignored. */
function readFilter<R>(type: EntityType<R>, value: unknown): (record: R) => boolean {
  const filter = readObject(value, 'filter')
  const names = [...Object.keys(type.fields).map((name) => [name, name]), ...Object.entries(type.aliases ?? {})]
  const tests: ((record: R) => boolean)[] = []
  for (const [given, stored] of names as [string, string][]) {
    const wanted = own(filter, given)
    const field = type.fields[stored] as Field<R>
    if (wanted === undefined || wanted === null || wanted === '' || field.filter === false) continue
    const test = readTest(given, field, wanted)
    tests.push((record) => test(field.read(record) ?? undefined))
  }
  return (record) => tests.every((test) => test(record))
}

function readTest<R>(name: string, field: Field<R>, wanted: unknown): (value: unknown) => boolean {
  const refuse = (what: string): Error => invalidRequest(`JSON parse error: filter ${name} must be ${what}`)
  switch (field.kind) {
    case 'key':
    case 'integer': {
      const integer = readInt64(wanted)
      if (integer === undefined) throw refuse('an integer')
      const digits = String(integer)
      return (value) => value !== undefined && String(value) === digits
    }
    case 'flag': {
      const flag = String(wanted)
      if (flag !== 'true' && flag !== 'false') throw refuse('true or false')
      return (value) => String(value) === flag
    }
    case 'date': {
      const range = typeof wanted === 'string' ? readDateRange(wanted) : undefined
      if (range === undefined) throw invalidRequest(`failed to parse date field [${name}]: ${String(wanted)}`)
      const [from, to] = [new Date(range.from).toISOString(), new Date(range.to).toISOString()]
      return (value) => typeof value === 'string' && value >= from && value <= to
    }
    case 'words': {
      if (typeof wanted === 'object') throw refuse('text')
      const words = wordsOf(String(wanted))
      return (value) => {
        const present = new Set(wordsOf(String(value)))
        return words.length > 0 && words.every((word) => present.has(word))
      }
    }
    default: {
      if (typeof wanted === 'object') throw refuse('text')
      const text = String(wanted)
      if (field.values && !field.values.includes(text)) throw refuse(`one of ${field.values.join(', ')}`)
      return (value) => value === text
    }
  }
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []
}
