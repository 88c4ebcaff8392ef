import { type Member, memberOf, type Translation } from './member.ts'
import type { Problems } from './problems.ts'

/** Converts the sort criteria of v2 to those of the older API. */
export function writeSort(translation: Translation, given: unknown, problems: Problems): unknown {
  const { sort } = translation
  if (given === undefined) return sort
  if (!Array.isArray(given)) return problems.invalid('sort', 'must be an array')
  if (given.length === 0) return sort
  return given.map((criterion, index) => {
    const { field, ...rest } = Object(criterion) as { readonly field?: unknown }
    const member = memberOf(translation, field)
    if (!member || member.sort === 'never') return problems.invalid(`sort.${index}.field`, 'is not a field to sort by')
    const name = sortNameOf(member)
    if (!name) return problems.limit(`sort.${index}.field`, 'cannot be sorted by', member.since ?? '8.8')
    return { ...rest, field: name }
  })
}

function sortNameOf({ name, sort }: Member): string | undefined {
  if (sort === undefined) return name
  return typeof sort === 'object' ? sort.name : undefined
}
