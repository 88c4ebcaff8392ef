import { type LooseObjectSchema, looseObject, type ObjectEntries, pipe, rawCheck } from 'valibot'
import { isStrict } from './config.ts'
import { refuseUnknown } from './refuse-unknown.ts'

/**
 * An object of an answer: members that the table does not know pass and are kept, since newer servers add some.
 * In strict mode they are an issue.
 */
export function object<const Entries extends ObjectEntries>(entries: Entries): LooseObjectSchema<Entries, undefined> {
  return pipe(
    looseObject(entries),
    rawCheck(({ dataset, config, addIssue }) => {
      if (isStrict(config)) refuseUnknown(entries, dataset.value, addIssue as never)
    }),
  )
}
