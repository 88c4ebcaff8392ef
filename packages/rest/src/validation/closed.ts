import { type LooseObjectSchema, looseObject, type ObjectEntries, pipe, rawCheck } from 'valibot'
import { refuseUnknown } from './refuse-unknown.ts'

/**
 * An object that we send. A name that the table does not know is refused in every mode, with the nearest known name as
 * a hint: a server that ignores what it does not know would answer something else than was asked.
 */
export function closed<const Entries extends ObjectEntries>(entries: Entries): LooseObjectSchema<Entries, undefined> {
  return pipe(
    looseObject(entries),
    rawCheck(({ dataset, addIssue }) => refuseUnknown(entries, dataset.value, addIssue as never)),
  )
}
