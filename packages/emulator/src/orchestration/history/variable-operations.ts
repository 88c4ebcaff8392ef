import type { Engine, VariableRecord } from '@x/engine'
import type { Call, Handlers } from '../handler.ts'
import { notFound } from '../problems.ts'
import { search } from '../search/search.ts'
import type { Searchable } from '../search/searchable.ts'
import { searchableOf } from './collections.ts'
import { isLong, shownOf, truncated } from './truncated.ts'

/** Variables with their latest values. */
export function variableOperations(read: () => Engine): Handlers {
  return {
    'variables.get': ({ params: { variableKey = '' } }) => {
      const variable = read().variables.get(variableKey)
      if (variable === undefined) throw notFound('Variable', variableKey)
      return variable
    },
    'variables.search': (call) =>
      searchVariables(
        call,
        searchableOf(read().variables, ({ variableKey }) => variableKey),
      ),
  }
}

/** A search that truncates long values, unless the request says otherwise. */
export function searchVariables(call: Call, searchable: Searchable<VariableRecord>): unknown {
  const page = search(call, { ...searchable, fields: { value: shownOf, isTruncated: isLong } })
  return { ...page, items: page.items.map((variable) => truncated(variable, call.query.truncateValues !== false)) }
}
