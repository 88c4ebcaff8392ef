import { operations } from '@x/orchestration/operations'
import type { ObjectShape, Shape } from '@x/rest/shapes'
import fc from 'fast-check'
import type { ConnectedCluster, ServedPage } from '../../src/index.ts'
import { operatorsOf } from '../../src/older/condition.ts'
import type { Member, Operators, Translation } from '../../src/older/member.ts'

export type Item = Readonly<Record<string, unknown>>

/** A resource as far as they are alike. */
export interface AnyQueries {
  search(body: object): Promise<ServedPage<Item>>
  searchAll(body?: object): AsyncIterable<Item>
  get(key: string): Promise<Item>
}

/** Returns a resource by name. */
export function queriesOf(camunda: ConnectedCluster, name: string): AnyQueries {
  return camunda[name as 'incidents'] as object as AnyQueries
}

/** A search of v2. */
export interface AnySearch {
  readonly filter: Item
  readonly sort: readonly { readonly field: string; readonly order: 'ASC' | 'DESC' }[]
  readonly limit: number
}

/** The members that both APIs sort by. */
function sortable({ members }: Translation): string[] {
  return Object.keys(members).filter((name) => {
    const { name: older, sort } = members[name] as Member
    return typeof sort === 'object' || (older !== undefined && sort === undefined)
  })
}

/** The conditions that v2 has on a member, from 8.8 on: `plain` is a value alone. */
function newerOperators({ resource }: Translation, name: string): readonly string[] {
  const memberOf = (shape: Shape | undefined, member: string): ObjectShape['members'][number] | undefined =>
    shape?.kind === 'object' ? shape.members.find((known) => known.name === member) : undefined
  const { body } = operations.find(({ id }) => id === `${resource}.search`) ?? {}
  const { shape, since } = memberOf(memberOf(body?.shape, 'filter')?.shape, name) ?? { since: 'never' }
  if (since !== undefined) return []
  const conditions = shape?.kind === 'union' ? shape.options.find(({ kind }) => kind === 'object') : undefined
  if (conditions?.kind !== 'object') return ['plain']
  return ['plain', ...conditions.members.filter(({ since }) => since === undefined).map((member) => member.name)]
}

/** The conditions that both APIs have on a member. `plain` is a value alone, `day` a day from its begin to its end. */
function formsOf(table: Translation, name: string, operators: Operators): string[] {
  const member = table.members[name] as Member
  const newer = newerOperators(table, name)
  const older = Object.keys(operators)
  if (older.includes('$eq') && table.merges) older.push('$in')
  if (older.includes('$eq') || older.includes('$in')) older.push('plain')
  const forms = [...new Set(older)].filter((form) => newer.includes(form))
  if (member.date && table.merges && newer.includes('$gte')) forms.push('day')
  return forms
}

/** The values of a member that items have. `candidateGroup` is one of `candidateGroups`. */
function valuesOf(name: string, items: readonly Item[]): unknown[] {
  const values = items.flatMap((item) => item[name] ?? item[`${name}s`] ?? [])
  return [...new Set(values)].filter((value) => value !== '')
}

/** A condition on a member that some item meets, in one of the forms that both APIs have. */
function conditionOn(forms: readonly string[], values: readonly unknown[]): fc.Arbitrary<unknown> {
  const some = fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
  return fc.tuple(some, fc.constantFrom(...forms), fc.boolean()).map(([list, form, flag]) => {
    const [value] = list
    if (form === 'plain') return value
    if (form === '$in') return { $in: list }
    if (form === '$exists') return { $exists: flag }
    if (form !== 'day') return { [form]: value }
    const begin = Date.parse(`${String(value).slice(0, 10)}T00:00:00.000Z`)
    return { $gte: new Date(begin), $lt: new Date(begin + 86_400_000).toISOString() }
  })
}

/** The members that both APIs filter by, with the conditions that both have. */
function filterable(table: Translation): { name: string; forms: string[] }[] {
  return Object.entries(table.members).flatMap(([name, member]) => {
    const operators = member.filter === 'never' ? undefined : operatorsOf(member)
    const forms = formsOf(table, name, operators ?? {})
    return forms.length > 0 ? [{ name, forms }] : []
  })
}

/** Those for which `items` have fewer than two values: a filter by them shows little. */
export function hardlyFiltered(table: Translation, items: readonly Item[]): string[] {
  return filterable(table).flatMap(({ name }) => (valuesOf(name, items).length < 2 ? [name] : []))
}

/** A search that both APIs can answer, made of the values that `items` have. */
export function searches(table: Translation, items: () => readonly Item[]): fc.Arbitrary<AnySearch> {
  const members = filterable(table)
  const filter = fc.uniqueArray(fc.constantFrom(...members), { maxLength: 2 }).chain((chosen) => {
    const known = chosen.map(({ name, forms }) => ({ name, forms, values: valuesOf(name, items()) }))
    const conditions = known
      .filter(({ values }) => values.length > 0)
      .map(({ name, forms, values }) => [name, conditionOn(forms, values)] as const)
    return fc.record(Object.fromEntries(conditions))
  })
  const order = fc.constantFrom('ASC' as const, 'DESC' as const)
  const sort = fc.array(fc.record({ field: fc.constantFrom(...sortable(table)), order }), { maxLength: 2 })
  return fc.record({ filter, sort, limit: fc.integer({ min: 1, max: 40 }) })
}
