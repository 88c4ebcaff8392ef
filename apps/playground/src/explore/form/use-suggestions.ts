import { useContext, useState } from 'preact/hooks'
import { namesSomething, SuggestContext, type SuggestedValue } from './suggestions-context.ts'

/**
 * Returns existing values for a field, searched when it first gets the focus; undefined for a field that identifies
 * nothing.
 */
export function useSuggestions(
  name: string,
): { readonly values: readonly SuggestedValue[]; readonly look: () => void } | undefined {
  const suggest = useContext(SuggestContext)
  const [values, setValues] = useState<readonly SuggestedValue[]>()
  if (!namesSomething(name)) return undefined
  return {
    values: values ?? [],
    look: () => {
      if (values) return
      setValues([])
      // Without suggestions, the field works like any other.
      suggest(name).then(setValues, () => {})
    },
  }
}
