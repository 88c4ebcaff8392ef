import type { Operation } from '@x/rest'
import type { CallInput } from '../../calls/call.ts'
import { isReading } from '../../calls/is-reading.ts'
import { type Field, fits } from '../form/field.ts'
import { singular } from '../form/member-names.ts'
import { operationFields } from '../form/schema-fields.ts'
import { exampleValue } from './example-value.ts'
import { itemsOf, type RealValues } from './real-values.ts'

/** Something to send with an operation: things that exist where they are known, invented ones where not. */
export async function exampleInput(operation: Operation, real?: RealValues): Promise<CallInput> {
  const { params, input } = operationFields(operation)
  const values = new Map<string, unknown>()
  const names = [...params.map(({ name }) => name), ...(input ? namesOfThings(input.field) : [])]
  for (const name of names) values.set(name, await real?.find(name, operation))
  const known = (name: string): unknown => values.get(name)
  return {
    params: Object.fromEntries(params.map(({ name, field }) => [name, String(exampleValue(field, name, { known }))])),
    ...(input && { input: await exampleOf(operation, input.field, known, real) }),
  }
}

async function exampleOf(
  operation: Operation,
  field: Field,
  known: (name: string) => unknown,
  real: RealValues | undefined,
): Promise<unknown> {
  if (!isReading(operation)) {
    // Of what may be left out one member: a change needs something to change, a new thing one place to be in.
    const members = field.kind === 'object' ? field.members : []
    const one = members.find(({ name, isRequired }) => !isRequired && (name === 'name' || known(name) !== undefined))
    return exampleValue(field, '', { known, includes: (member) => member === one })
  }
  const wanted = exampleValue(field, '', { includes: ({ name }) => name === 'size' }) as Readonly<
    Record<string, unknown>
  >
  const filter = field.kind === 'object' && field.members.find(({ name }) => name === 'filter')?.field
  const [first] = itemsOf(await real?.read(operation))
  return filter && first ? { filter: exampleFilter(filter, first), ...wanted } : wanted
}

/** A filter by which at least this item is found: by what it can be, such as its state, before what it is called. */
function exampleFilter(filter: Field, item: Readonly<Record<string, unknown>>): unknown {
  const members = filter.kind === 'object' ? filter.members : []
  const usable = members.filter(({ name, field }) => item[name] !== '' && fits(field, item[name]))
  const best =
    usable.find(({ field }) => field.kind === 'choice' || (field.kind === 'text' && field.values)) ??
    usable.find(({ field, name }) => field.kind === 'text' && /name/i.test(name)) ??
    usable.find(({ field }) => field.kind === 'text')
  return best ? { [best.name]: item[best.name] } : {}
}

/** Members that name something which has to exist. */
function namesOfThings(field: Field): readonly string[] {
  if (field.kind !== 'object') return []
  return field.members.map(({ name }) => singular(name)).filter((name) => /(Id|Uuid|Key)$|^revision$/.test(name))
}
