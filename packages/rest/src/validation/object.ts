import type { GenericSchema, LooseObjectSchema, ObjectEntries } from 'valibot'
import { nearestName } from '../nearest-name.ts'
import { isPlainObject, notPlain } from '../plain-object.ts'
import { type Context, schema } from './schema.ts'

/**
 * An object of an answer: members that the table does not know pass and are kept, since newer servers add some.
 * In strict mode they are an issue.
 */
export function object<const Entries extends ObjectEntries>(entries: Entries): LooseObjectSchema<Entries, undefined> {
  return objectOf(entries, ({ strict }) => strict)
}

/**
 * An object that we send. A name that the table does not know is refused in every mode, with the nearest known name as
 * a hint: a server that ignores what it does not know would answer something else than was asked.
 */
export function closed<const Entries extends ObjectEntries>(entries: Entries): LooseObjectSchema<Entries, undefined> {
  return objectOf(entries, () => true)
}

/** An object of an answer of which only what `entries` says is insisted on, in every mode. */
export function loose<const Entries extends ObjectEntries>(entries: Entries): LooseObjectSchema<Entries, undefined> {
  return objectOf(entries, () => false)
}

/** Marks a member that a request must not lack in lenient mode either: the server would do harm without it. */
export function required<Schema extends GenericSchema>(member: Schema): Schema {
  return { ...member, required: true }
}

const mayLack: ReadonlySet<string> = new Set(['optional', 'exact_optional', 'nullish'])

function objectOf<Entries extends ObjectEntries>(
  entries: Entries,
  isClosed: (context: Context) => boolean,
): LooseObjectSchema<Entries, undefined> {
  const names = Object.keys(entries)
  return schema({ type: 'loose_object', expects: 'Object', entries }, (value, context) => {
    const { report, run } = context
    if (!isPlainObject(value)) return report(notPlain(value))
    const input = value
    // Copied when a member comes out changed: what a caller passed stays as it is.
    let output = input
    for (const name of names) {
      const member = entries[name] as ObjectEntries[string]
      if (Object.hasOwn(input, name)) {
        const read = run(member, input[name], name)
        if (read === input[name]) continue
        if (output === input) output = { ...input }
        output[name] = read
      } else if (!mayLack.has(member.type)) {
        report('is missing', name, 'required' in member ? 'value' : 'key')
      }
    }
    if (isClosed(context)) {
      for (const name of Object.keys(input)) {
        if (context.isEnough()) break
        if (Object.hasOwn(entries, name)) continue
        const nearest = nearestName(name, names)
        report(nearest ? `is not a known name, did you mean "${nearest}"?` : 'is not a known name', name)
      }
    }
    return output
  })
}
