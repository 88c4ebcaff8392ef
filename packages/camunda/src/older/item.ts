import { readDate } from './date.ts'
import type { Member, Translation } from './member.ts'

type Item = Readonly<Record<string, unknown>>

/** Converts an item of the older API to the members, values and dates of v2. */
export function readItem<Result>({ members }: Translation, item: object): Result {
  const result: Record<string, unknown> = {}
  for (const name in members) {
    const value = readMember(members[name] as Member, item as Item)
    if (value !== undefined) result[name] = value
  }
  return result as Result
}

function readMember(member: Member, item: Item): unknown {
  const { name, date, words, missing = name === undefined ? undefined : null, read } = member
  if (read) return read(item)
  const value = name === undefined ? undefined : item[name]
  if (value === undefined || value === null) return missing
  if (date) return readDate(value)
  return words ? (Object.keys(words).find((newer) => words[newer] === value) ?? value) : value
}
