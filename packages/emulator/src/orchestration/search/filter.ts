import type { Operation, Shape } from '@x/rest/shapes'
import type { Members } from '../../sampled/members.ts'
import { createCondition } from './condition.ts'
import type { Searchable } from './searchable.ts'
import { valueKindOf } from './value-kind.ts'

/** The shape of the filter in an operation's body. */
export function filterShapeOf({ body }: Operation): Shape | undefined {
  return membersOf(body?.shape).find(({ name }) => name === 'filter')?.shape
}

export type Matches<Item> = (item: Item) => boolean

/** Creates a test from a filter that fits the shape. All of its members must match, and one alternative of `$or`. */
export function createFilter<Item>(
  shape: Shape | undefined,
  filter: Members,
  searchable: Searchable<Item>,
): Matches<Item> {
  const members = new Map(membersOf(shape).map((member) => [member.name, member.shape]))
  const { together } = searchable
  const given = Object.entries(filter).filter(([, operand]) => operand !== undefined && operand !== null)
  const joined = given.filter(([name]) => together?.names.includes(name))
  const tests = given.flatMap(([name, operand]): Matches<Item>[] => {
    const member = members.get(name)
    if (member?.kind === 'ignored' || together?.names.includes(name)) return []
    if (name === '$or') return alternatives(member, operand as readonly Members[], searchable)
    const special = searchable.conditions?.[name]
    if (special) return [special(operand as never)]
    const read = searchable.fields?.[name] ?? ((item: Item) => (item as Members)[name])
    const condition = createCondition(operand, valueKindOf(member))
    return [(item) => condition(read(item))]
  })
  if (together && joined.length > 0) tests.push(together.create(Object.fromEntries(joined)))
  const [first, second] = tests
  if (first === undefined) return () => true
  return second === undefined ? first : (item) => tests.every((test) => test(item))
}

function alternatives<Item>(
  shape: Shape | undefined,
  filters: readonly Members[],
  searchable: Searchable<Item>,
): Matches<Item>[] {
  const list = shape?.kind === 'nullable' ? shape.shape : shape
  const item = list?.kind === 'array' ? list.item : undefined
  const tests = filters.map((filter) => createFilter(item, filter, searchable))
  return tests.length === 0 ? [] : [(record) => tests.some((test) => test(record))]
}

function membersOf(shape: Shape | undefined) {
  return shape?.kind === 'object' ? shape.members : []
}
