const text = /"(?:\\.|[^"\\])*"/
const operatorNames = /(^|[([{,:=<>+*/-]|\b(?:and|or|then|else|return|satisfies|if|in)\b)(\s*)(and|or)(?=\s*\()/
const namesWithKeywords = /\b(date\s+and\s+time|years\s+and\s+months\s+duration|get\s+or\s+else)(?=\s*\()/
const entryNames = /\.\s*(if|for|some|every|between|external)\b/
const functionType = /\binstance\s+of\s+function\b(?!\s*<)/
const ambiguous = new RegExp(
  [text, operatorNames, namesWithKeywords, entryNames, functionType].map(({ source }) => source).join('|'),
  'gs',
)

/**
 * Renames what Camunda's parser reads as a name and feelin's as an operator or keyword:
 *
 * - functions whose names contain operators: `date and time(a, b)` becomes `date_and_time(a, b)`
 * - `and(list)` and `or(list)`, the former names of `all` and `any`, where no operator is possible: at the beginning,
 * and after a sign or word that an operand must follow
 * - entries named like a keyword: `order.if` becomes `` order.`if` ``
 * - the type `function`, for which feelin requires parameter types, becomes `function_`
 */
export function prepareSource(source: string): string {
  return source.replace(ambiguous, (found: string, ...groups: readonly (string | undefined)[]) => {
    const [before, space, operator, functionName, entry] = groups
    if (operator !== undefined) return `${before}${space}${operator === 'and' ? 'all' : 'any'}`
    if (functionName !== undefined) return functionName.replace(/\s+/g, '_')
    if (entry !== undefined) return `.\`${entry}\``
    return found.startsWith('instance') ? `${found}_` : found
  })
}

const originalNames: Readonly<Record<string, string>> = {
  date_and_time: 'date and time',
  years_and_months_duration: 'years and months duration',
  get_or_else: 'get or else',
}

/** Returns the name of a function before it was renamed. */
export function originalName(name: string): string {
  return Object.hasOwn(originalNames, name) ? (originalNames[name] as string) : name
}
