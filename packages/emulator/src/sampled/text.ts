import type { ScalarShape } from '@x/rest/shapes'

/** The context for creating a text. */
export interface TextParts {
  /** Name of the member with the text. */
  readonly name: string
  /** Name of the interface with the member. */
  readonly owner?: string | undefined
  readonly random: number
  /** Minor version of Camunda 8. */
  readonly minor: number
  date(): string
}

type MakeText = (slug: string, parts: TextParts) => string

/** Texts by the name of the member. `slug` is the name in kebab case with a number. */
const TEXTS: readonly (readonly [RegExp, MakeText])[] = [
  [/^tenantId$/, (slug, { owner }) => (owner === 'Tenant' ? slug : '<default>')],
  [/version$/i, (_slug, { minor }) => `8.${minor}.0`],
  [/(date|time|at)$/i, (_slug, { date }) => date()],
  [/schema$/i, () => JSON.stringify({ type: 'default', components: [] })],
  [/value$/i, (slug) => JSON.stringify(slug)],
  [/url$/i, (slug) => `https://camunda.example.com/${slug}`],
  [/contentType$/i, () => 'text/plain'],
  [/(file|resource)Name$/, (slug) => `${slug}.txt`],
  [/(name|title|description|message|reason|detail)$/i, (slug) => sentence(slug)],
]

/**
 * Returns a text for a member, by its name and within its limits. Throws if no text matches the pattern: then add one.
 */
export function textOf(shape: ScalarShape, parts: TextParts): string {
  const { kind, pattern, min = 0, max } = shape
  const words = (parts.name || 'text').replace(/([a-z\d])(?=[A-Z])/g, '$1-').toLowerCase()
  const slug = `${words.replace(/[^a-z\d]+/g, '-').replace(/^-|-$/g, '')}-${1 + (parts.random % 999)}`
  if (kind === 'email') return `${slug}@example.com`
  const [, make] = TEXTS.find(([name]) => name.test(parts.name)) ?? []
  const texts = [make?.(slug, parts) ?? slug, slug, `${1 + (parts.random % 999)}`]
  const fitting = texts
    .map((text) => text.padEnd(min, '-').slice(0, max))
    .find((text) => pattern === undefined || new RegExp(pattern).test(text))
  if (fitting === undefined) throw new Error(`No sample fits ${pattern}: add one.`)
  return fitting
}

function sentence(slug: string): string {
  const text = slug.replaceAll('-', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
