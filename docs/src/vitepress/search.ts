// The search of the site: one index for everything, in the browser, without a server.
import type { DefaultTheme } from 'vitepress'
import { renderForSearch } from './markdown.ts'

/**
 * What the index and a query have in common. VitePress writes these functions into the page as text, so they use nothing
 * from outside of themselves.
 */
export const searchTerms = {
  /** Splits `processInstances`, leaves out words that say nothing, and makes `retries` and `retry` the same. */
  processTerm(term: string): string[] | null {
    const empty =
      /^(a|all|an|and|are|as|at|be|by|can|do|does|for|from|get|how|i|if|in|is|it|its|my|of|on|or|that|the|this|to|with|you|your)$/
    const stem = (word: string): string =>
      word
        .replace(/ies$/, 'y')
        .replace(/([^su])s$/, '$1')
        .replace(/(\w{3})(ed|ing)$/, '$1')
        .replace(/(\w{3})e$/, '$1')
    const parts = term.split(/(?<=[a-z\d])(?=[A-Z])|_/)
    const words = (parts.length > 1 ? [term, ...parts] : [term]).map((word) => word.toLowerCase())
    const found = words.filter((word) => word.length > 0 && !empty.test(word)).map(stem)
    return found.length > 0 ? [...new Set(found)] : null
  },
}

export const searchRanking = {
  fuzzy: 0.15,
  prefix: true,
  boost: { title: 5, titles: 2, text: 1 },
  /** A name such as `createOAuth` counts more than its parts, which follow it. */
  boostTerm(term: string, index: number, terms: string[]): number {
    const part = terms[index + 1]
    return part !== undefined && term.length > part.length && term.startsWith(part) ? 12 : 1
  },
  /**
   * How to do something comes before what there is, and what is new before what Camunda has deprecated. The
   * page of a function is what its name leads to.
   */
  boostDocument(id: string, term: string, stored?: Record<string, unknown>): number {
    const title = String(stored?.title)
    const isFunction = /[a-z][A-Z].*\(\)$/.test(title) && title.toLowerCase() === `${term}()`
    const sections: Record<string, number> = {
      cookbook: 4,
      guides: 3,
      runtimes: 2.5,
      'operations/orchestration': 1.5,
      'operations/operate': 0.4,
      'operations/tasklist': 0.4,
      operations: 0.8,
      examples: 0.5,
      reference: 0.4,
    }
    const [, path = ''] = /^(?:.*\/)??((?:cookbook|guides|runtimes|operations|examples|reference)\/.*)$/.exec(id) ?? []
    const [first = '', second = ''] = path.split('/')
    return (sections[`${first}/${second}`] ?? sections[first] ?? 0.3) * (isFunction ? 5 : 1)
  },
}

export const searchOptions: DefaultTheme.LocalSearchOptions = {
  detailedView: 'auto',
  _render: renderForSearch,
  miniSearch: { options: searchTerms, searchOptions: searchRanking },
}
