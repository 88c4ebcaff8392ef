import type { CatalogEntry } from '../catalog/catalog.ts'
import { type FuzzyMatch, fuzzyMatch } from './fuzzy-match.ts'

export interface SearchResult extends CatalogEntry {
  readonly score: number
  /** Characters of the id that were searched for. */
  readonly positions: readonly number[]
}

/** The entries in which every word of a query is found: by id, summary, path, method or API. The best come first. */
export function searchOperations(entries: readonly CatalogEntry[], query: string): readonly SearchResult[] {
  const words = query.trim().split(/\s+/).filter(Boolean)
  return entries
    .flatMap((entry): readonly SearchResult[] => {
      const found = words.map((word) => bestMatch(word, entry))
      if (!found.every((match) => match !== undefined)) return []
      const score = found.reduce((sum, match) => sum + match.score, 0)
      return [{ ...entry, score, positions: found.flatMap(({ positions }) => positions) }]
    })
    .sort((a, b) => b.score - a.score)
}

function bestMatch(word: string, { api, operation }: CatalogEntry): FuzzyMatch | undefined {
  const { id, summary, path, method } = operation
  const inId = fuzzyMatch(word, id)
  const beside: readonly (readonly [text: string, weight: number])[] = [
    [api.title, 0.9],
    [summary, 0.8],
    [path, 0.7],
    [method, 0.7],
  ]
  return beside.reduce<FuzzyMatch | undefined>((best, [text, weight]) => {
    const match = fuzzyMatch(word, text)
    const score = match && match.score * weight
    return score !== undefined && score > (best?.score ?? 0) ? { score, positions: [] } : best
  }, inId)
}
