import type { Operation, Shape } from '@x/rest/shapes'
import type { CallInput } from '../../calls/call.ts'
import { isReading } from '../../calls/is-reading.ts'
import { pageSize } from '../answer/paging/page.ts'
import { operationFields } from '../form/operation-input.ts'
import { ANYTHING, drawn, fits, isRequired } from '../form/shape.ts'
import { singular } from '../singular.ts'
import { exampleValue } from './example-value.ts'
import { itemsOf, type RealValues } from './real-values.ts'

/** Returns an example input: existing values if they are known, otherwise invented ones. */
export async function exampleInput(operation: Operation, real?: RealValues): Promise<CallInput> {
  const { params, input } = operationFields(operation)
  const values = new Map<string, unknown>()
  const names = [...params.map(({ name }) => name), ...(input ? namesOfThings(input.shape) : [])]
  for (const name of names) values.set(name, await real?.find(name, operation))
  const known = (name: string): unknown => values.get(name)
  return {
    params: Object.fromEntries(params.map(({ name, shape }) => [name, String(exampleValue(shape, name, { known }))])),
    ...(input && { input: await exampleOf(operation, input.shape, known, real) }),
  }
}

async function exampleOf(
  operation: Operation,
  shape: Shape,
  known: (name: string) => unknown,
  real: RealValues | undefined,
): Promise<unknown> {
  if (!isReading(operation)) {
    // Only one optional member: an update must change something, and a new object needs one place.
    const members = shape.kind === 'object' ? shape.members : []
    const one = members.find(
      (member) => !isRequired(member) && (member.name === 'name' || known(member.name) !== undefined),
    )
    const value = exampleValue(shape, '', { known, includes: (member) => member === one })
    return operation.bulk === undefined ? value : withNarrowFilter(operation, shape, value as object, known)
  }
  if (shape.kind === 'array') return exampleValue(shape, '')
  const wanted = { ...(exampleValue(shape, '') as object), ...pageSize(operation, 10) }
  const filter = shape.kind === 'object' && shape.members.find(({ name }) => name === 'filter')?.shape
  const [first] = itemsOf(await real?.read(operation))
  return filter && first ? { filter: exampleFilter(filter, first), ...wanted } : wanted
}

/** An operation that changes everything its filter matches gets a filter that matches one object. */
function withNarrowFilter(
  { bulk }: Operation,
  shape: Shape,
  value: object,
  known: (name: string) => unknown,
): Readonly<Record<string, unknown>> {
  const members = shape.kind === 'object' ? shape.members : []
  const filter = drawn(members.find(({ name }) => name === 'filter')?.shape ?? ANYTHING)
  const overridden = typeof bulk === 'string' ? bulk.split(',') : []
  const usable = (filter.kind === 'object' ? filter.members : []).filter(({ name }) => !overridden.includes(name))
  const best =
    usable.find(({ name }) => /InstanceKey$/.test(name)) ?? usable.find(({ name }) => /Key$/.test(name)) ?? usable[0]
  return { ...value, filter: best ? { [best.name]: exampleValue(best.shape, best.name, { known }) } : {} }
}

/**
 * Returns a filter that matches at least this item, preferably by an enumeration such as its state rather than by name.
 */
function exampleFilter(filter: Shape, item: Readonly<Record<string, unknown>>): unknown {
  const members = filter.kind === 'object' ? filter.members : []
  const usable = members.filter(({ name, shape }) => item[name] !== '' && fits(shape, item[name]))
  const best =
    usable.find(({ shape }) => shape.kind === 'enum') ??
    usable.find(({ shape, name }) => shape.kind === 'text' && /name/i.test(name)) ??
    usable.find(({ shape }) => shape.kind === 'text')
  return best ? { [best.name]: item[best.name] } : {}
}

/** Members that identify something that must exist. */
function namesOfThings(shape: Shape): readonly string[] {
  if (shape.kind !== 'object') return []
  return shape.members.map(({ name }) => singular(name)).filter((name) => /(Id|Uuid|Key)$|^revision$/.test(name))
}
