import type { ObjectEntries, UnknownPathItem } from 'valibot'
import { nearestName } from './nearest-name.ts'

type AddIssue = (issue: { message: string; path?: [UnknownPathItem] }) => void

/** Adds an issue for each member of `input` that is not in `entries`, with the name that was probably meant. */
export function refuseUnknown(entries: ObjectEntries, input: unknown, addIssue: AddIssue): void {
  if (typeof input !== 'object' || input === null) return
  for (const name of Object.keys(input)) {
    if (Object.hasOwn(entries, name)) continue
    const nearest = nearestName(name, Object.keys(entries))
    addIssue({
      message: nearest ? `is not a known name, did you mean "${nearest}"?` : 'is not a known name',
      path: [{ type: 'unknown', origin: 'value', input, key: name, value: undefined }],
    })
  }
}
