import type { Lifetime } from './route.ts'

/** Returns why the server does not know an operation, member or value; undefined if it does. */
export type WhyUnknown = (lifetime: Lifetime) => string | undefined

/**
 * Returns why a server of a version does not know something; undefined if it does. Only clients with the option
 * `version` import it.
 *
 * @param version - Such as `8.9`; 8.10 is newer.
 */
export function unknownTo(version: string, { since, until }: Lifetime): string | undefined {
  if (since && isNewer(since, version)) return `is known from Camunda ${since} on, and \`version\` is ${version}`
  if (until && isNewer(version, until)) return `is known up to Camunda ${until}, and \`version\` is ${version}`
  return undefined
}

function isNewer(a: string, b: string): boolean {
  return rankOf(a) > rankOf(b)
}

/**
 * Returns a number to compare versions by: 8.10 is newer than 8.9. It runs on every call, and a collator would take a
 * third of the time of one.
 */
function rankOf(version: string): number {
  const [major, minor] = version.split('.')
  return Number(major) * 1000 + Number(minor)
}
