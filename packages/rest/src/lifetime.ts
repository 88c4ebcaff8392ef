import type { Lifetime } from './route.ts'

/**
 * Says why a server of a version does not know something; undefined if it does.
 *
 * @param version - Such as `8.9`; 8.10 is newer.
 */
export function unknownTo(version: string | undefined, { since, until }: Lifetime): string | undefined {
  if (!version) return undefined
  if (since && isNewer(since, version)) return `is known from Camunda ${since} on, and \`version\` is ${version}`
  if (until && isNewer(version, until)) return `is known up to Camunda ${until}, and \`version\` is ${version}`
  return undefined
}

function isNewer(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { numeric: true }) > 0
}
