import { operations as consoleOperations } from '@x/console/operations'
import { operations as modelerOperations } from '@x/modeler/operations'
import { operations as operateOperations } from '@x/operate/operations'
import { readOperations, readValue, type Shape, type Side } from '@x/rest/shapes'
import type { GenericSchema } from 'valibot'
import { describe, expect, test } from 'vitest'
import { table as consoleTable } from '../../../packages/console/src/generated/table.ts'
import { table as modelerTable } from '../../../packages/modeler/src/generated/table.ts'
import { table as operateTable } from '../../../packages/operate/src/generated/table.ts'
import { decisionDefinitionFields } from '../../../packages/operate/src/resources/decision-definitions.ts'
import { decisionInstanceFields } from '../../../packages/operate/src/resources/decision-instances.ts'
import { decisionRequirementsFields } from '../../../packages/operate/src/resources/decision-requirements.ts'
import { flowNodeInstanceFields } from '../../../packages/operate/src/resources/flow-node-instances.ts'
import { incidentFields } from '../../../packages/operate/src/resources/incidents.ts'
import { processDefinitionFields } from '../../../packages/operate/src/resources/process-definitions.ts'
import { processInstanceFields } from '../../../packages/operate/src/resources/process-instances.ts'
import { variableFields } from '../../../packages/operate/src/resources/variables.ts'
import type { SearchFields } from '../../../packages/operate/src/search-fields.ts'

// The proof for the switch from tables written by hand to derived ones. It goes when these tables go.

type Old = GenericSchema & {
  readonly entries?: Readonly<Record<string, Old>>
  readonly item?: Old
  readonly value?: Old
  readonly wrapped?: Old
  readonly options?: readonly Old[]
  readonly required?: boolean
  readonly values?: readonly string[]
}

interface At {
  readonly side: Side
  /** Below a response that is never checked strictly. */
  readonly loose: boolean
}

/** Returns every difference between a schema of today and a derived shape. */
function differences(old: Old, shape: Shape, at: At, path: string): string[] {
  const differs = (what: string): string[] => [`${path}: ${what}`]
  if (shape.kind === 'nullable') {
    if (old.type !== 'nullable' || !old.wrapped) return differs(`${old.type} is nullable`)
    return differences(old.wrapped, shape.shape, at, path)
  }
  if (shape.kind === 'object') {
    const { entries } = old
    if (!entries) return differs(`${old.type} is object`)
    const loose = at.loose || shape.loose === true
    const names = shape.members.map(({ name }) => name)
    if (names.toSorted().join() !== Object.keys(entries).toSorted().join())
      return differs(`members ${Object.keys(entries)} are ${names}`)
    return shape.members.flatMap(({ name, presence, shape }) => {
      const member = entries[name] as Old
      const here = `${path}.${name}`
      const expected = presenceOf(member)
      if (presence !== expected) return [`${here}: ${expected} is ${presence}`]
      const inner = expected && expected !== 'insisted' ? (member.wrapped as Old) : member
      const isNullable = member.type === 'nullish'
      if (isNullable !== (shape.kind === 'nullable')) {
        return inner.type === 'nullable' ? differences(inner, shape, { ...at, loose }, here) : [`${here}: nullable`]
      }
      return differences(inner, isNullable && shape.kind === 'nullable' ? shape.shape : shape, { ...at, loose }, here)
    })
  }
  if (shape.kind === 'array')
    return old.item ? differences(old.item, shape.item, at, `${path}[]`) : differs(`${old.type} is array`)
  if (shape.kind === 'record')
    return old.type === 'record' && old.value ? differences(old.value, shape.value, at, `${path}{}`) : differs('record')
  if (shape.kind === 'union' && shape.options.some(({ kind }) => kind === 'object')) {
    const rest = [...(old.options ?? [])]
    return shape.options.flatMap((option, index) => {
      const place = rest.findIndex((candidate) => (candidate.entries !== undefined) === (option.kind === 'object'))
      const [candidate] = place < 0 ? [] : rest.splice(place, 1)
      return candidate ? differences(candidate, option, at, `${path}|${index}`) : differs('union')
    })
  }
  if (shape.kind === 'enum') {
    const { values = (old.options ?? []) as unknown as readonly string[] } = old
    const isForgiving = at.loose && old.type === 'string' && values.length === 0
    if (!isForgiving && values.join('|') !== shape.values.join('|')) return differs(`${values} is ${shape.values}`)
    if (!isForgiving && (old.type === 'string') !== shape.open) return differs('open enumeration')
  }
  return probe(old, shape, at, path)
}

function presenceOf(member: Old): string | undefined {
  if (member.type === 'optional' || member.type === 'nullish') return 'optional'
  if (member.type === 'exact_optional') return 'exact'
  return member.required ? 'insisted' : undefined
}

const texts = [0, 1, 2, 49, 50, 150, 151, 255, 256].map((length) => 'x'.repeat(length))
const dates = ['2026-11-20T08:15:00Z', '>=2026-11-20T08:15:00.5+01:00||/d', '2026-11-20', '2026-11-20T08:15', 'now']
const crons = ['0 3 * * *', '0 3 * *', '* * * * * *']
const numbers = [-1, 0, 1, 50, 51, 1000, 1001, 2147483648]
const keys = ['-7', '2251799813685254', '9223372036854775807', '12345678901234567890', '1.5']
const others = [true, null, {}, [], 7n, 'ASC', 'key', 'version', 'ACTIVE', 'bpmn', 'viewer', 'Zeebe']

const isLong = /^\d{16,}$/

/** Both accept the same ones of many values, and make the same of them: the kind, the values and the limits agree. */
function probe(old: Old, shape: Shape, { side }: At, path: string): string[] {
  // In a request, a number that is exact is accepted as a key; for the schemas of filters it was not.
  const isKey = shape.kind === 'key' && !path.startsWith('params')
  const values = [...texts, ...dates, ...crons, ...(isKey ? [] : numbers), 1.5, ...keys, ...others]
  return values.flatMap((value) => {
    // The exact JSON reader makes text of a long number, which a response may have where a number is declared.
    if (/^(number|integer)$/.test(shape.kind) && side === 'response' && isLong.test(String(value))) return []
    const issues: never[] = []
    const now = readValue(shape, value, { side, strict: false, issues })
    const before = old['~run']({ value }, {}) as { value: unknown; issues?: unknown[] }
    const isRejected = issues.length > 0
    const wasRejected = before.issues !== undefined
    // A path holds a key as text, whoever writes it.
    const isEqual = Object.is(before.value, now) || (path.startsWith('params') && String(before.value) === String(now))
    const same = isRejected ? wasRejected : !wasRejected && isEqual
    return same ? [] : [`${path}: ${JSON.stringify(String(value))} was ${before.issues ? 'rejected' : 'accepted'}`]
  })
}

const apis = [
  ['console', consoleOperations, consoleTable, 43],
  ['modeler', modelerOperations, modelerTable, 36],
  ['operate', operateOperations, operateTable, 21],
] as const

describe.each(apis)('%s', (_, operations, table, count) => {
  const derived = new Map(readOperations(table).map((operation) => [operation.id, operation]))

  test('has the same operations', () => {
    expect([...derived.keys()].toSorted()).toEqual(operations.map(({ id }) => id).toSorted())
    expect(derived.size).toBe(count)
  })

  test.each(operations.map((operation) => [operation.id, operation] as const))('%s is the same', (id, old) => {
    const now = derived.get(id)
    expect(now).toBeDefined()
    if (!now) return
    expect({
      method: now.method,
      path: now.path,
      takes: now.takes?.[0],
      answer: now.answer,
      safe: now.safe,
      authenticated: now.authenticated,
      permission: now.permission,
      since: now.since,
      until: now.until,
      isDeprecated: now.deprecated !== undefined,
      params: Object.keys(now.params ?? {}),
    }).toEqual({
      method: old.method,
      path: old.path,
      takes: old.takes,
      answer: old.answer,
      safe: old.safe,
      authenticated: old.authenticated,
      permission: old.permission,
      since: old.since,
      until: old.until,
      isDeprecated: old.deprecated !== undefined,
      params: Object.keys(old.params ?? {}),
    })
    expect(now.takes?.length ?? 0).toBeLessThan(2)
    expect(now.summary).toMatch(/^[A-Z]\w+s? .*\.$/)
    const found: string[] = []
    for (const [name, schema] of Object.entries(now.params ?? {})) {
      found.push(
        ...differences(old.params?.[name] as Old, schema.shape, { side: 'request', loose: false }, `params.${name}`),
      )
    }
    for (const part of ['query', 'body', 'response'] as const) {
      const schema = now[part]
      expect(schema === undefined, part).toBe(old[part] === undefined)
      if (schema) found.push(...differences(old[part] as Old, schema.shape, { side: schema.side, loose: false }, part))
    }
    expect(found).toEqual([])
  })
})

const kinds: Readonly<Record<string, string>> = { key: 'key', date: 'date', integer: 'integer', boolean: 'boolean' }
const kindOf = (shape: Shape): unknown => (shape.kind === 'enum' ? shape.values : (kinds[shape.kind] ?? 'text'))

test.each<[string, SearchFields]>([
  ['processDefinitions', processDefinitionFields],
  ['processInstances', processInstanceFields],
  ['flowNodeInstances', flowNodeInstanceFields],
  ['incidents', incidentFields],
  ['variables', variableFields],
  ['decisionDefinitions', decisionDefinitionFields],
  ['decisionInstances', decisionInstanceFields],
  ['decisionRequirements', decisionRequirementsFields],
])('the filter table of %s follows from the shape of its filter', (resource, fields) => {
  const body = readOperations(operateTable).find(({ id }) => id === `${resource}.search`)?.body?.shape
  const member = (shape: Shape | undefined, name: string): Shape | undefined =>
    shape?.kind === 'object' ? shape.members.find((candidate) => candidate.name === name)?.shape : undefined
  const filter = member(body, 'filter')
  const sort = member(body, 'sort')
  const field = sort?.kind === 'array' ? member(sort.item, 'field') : undefined
  if (filter?.kind !== 'object' || field?.kind !== 'enum') throw new Error('no filter')
  const used = filter.members.filter(({ shape }) => shape.kind !== 'ignored')
  const unsorted = used.map(({ name }) => name).filter((name) => !field.values.includes(name))
  const ignored = filter.members.filter(({ shape }) => shape.kind === 'ignored').map(({ name }) => name)
  expect({
    filter: Object.fromEntries(used.map(({ name, shape }) => [name, kindOf(shape)])),
    ...(unsorted.length > 0 && { unsorted }),
    ...(ignored.length > 0 && { ignored }),
  }).toEqual({
    filter: fields.filter,
    ...(fields.unsorted && { unsorted: fields.unsorted }),
    ...(fields.ignored && { ignored: fields.ignored }),
  })
})
