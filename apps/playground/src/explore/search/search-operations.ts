import type { CatalogEntry } from '../catalog/catalog.ts'
import { type FuzzyMatch, fuzzyMatch } from './fuzzy-match.ts'
import { synonymsOf } from './synonyms.ts'

export interface SearchResult extends CatalogEntry {
  readonly score: number
  /** The matching characters of the ID. */
  readonly positions: readonly number[]
}

/** A synonym counts less than the word itself. */
const SYNONYM_WEIGHT = 0.75
/** The share of its score that another meaning adds. */
const BONUS = 0.1
/** If the query asks for all of something, operations that return many come first. */
const MANY_WEIGHT = 1.2
/** Deprecated operations come last. */
const DEPRECATED_WEIGHT = 0.8

/** Returns the entries that match every word of a query by ID, summary, path, method or API, best first. */
export function searchOperations(entries: readonly CatalogEntry[], query: string): readonly SearchResult[] {
  const words = wordsOf(query)
  const wantsMany = /\b(all|every)\b/i.test(query)
  return entries
    .flatMap((entry): readonly SearchResult[] => {
      const found = words.map((word) => bestMeaning(word, entry))
      if (!found.every((match) => match !== undefined)) return []
      const sum = found.reduce((total, match) => total + match.score, 0)
      const { id, deprecated } = entry.operation
      const isAboutMany = wantsMany && /\.(search|list)$/.test(id)
      const score = sum * (deprecated === undefined ? 1 : DEPRECATED_WEIGHT) * (isAboutMany ? MANY_WEIGHT : 1)
      return [{ ...entry, score, positions: found.flatMap(({ positions }) => positions) }]
    })
    .sort((a, b) => b.score - a.score)
}

/** Words about how something is requested, not what. */
const FILLERS = new Set(['a', 'all', 'an', 'every', 'my', 'of', 'the'])
/** Verbs, of which every operation has another. */
const VERBS = new Set(['find', 'get', 'list', 'read', 'search', 'show'])

/** Returns the significant words of a query: "get all incidents" asks for incidents, with any reading verb. */
function wordsOf(query: string): readonly string[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const wanted = words.filter((word) => !FILLERS.has(word))
  const nouns = wanted.filter((word) => !VERBS.has(word))
  if (wanted.length === 0) return words
  return wanted.length < words.length && nouns.length > 0 ? nouns : wanted
}

function bestMeaning(word: string, entry: CatalogEntry): FuzzyMatch | undefined {
  const meanings = synonymsOf(word).map((meaning) => {
    const match = bestMatch(meaning, entry)
    return match && { ...match, score: match.score * SYNONYM_WEIGHT }
  })
  const [best, ...others] = [bestMatch(word, entry), ...meanings]
    .filter((match) => match !== undefined)
    .toSorted((a, b) => b.score - a.score)
  // A match in two ways comes before a match in one.
  const bonus = others.reduce((sum, { score }) => sum + BONUS * score, 0)
  return best && { ...best, score: best.score + bonus }
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
    // Scattered letters are only matched in IDs.
    const match = text.toLowerCase().includes(word.toLowerCase()) ? fuzzyMatch(word, text) : undefined
    const score = match && match.score * weight
    return score !== undefined && score > (best?.score ?? 0) ? { score, positions: [] } : best
  }, inId)
}
