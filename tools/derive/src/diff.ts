import type { Fact } from './facts.ts'
import { facts } from './facts.ts'
import { readOpenApi } from './read-openapi.ts'

/** Returns what is new, gone or different in the second of two descriptions. */
export function diff(before: string, after: string): string[] {
  const old = facts(readOpenApi(before))
  const now = facts(readOpenApi(after))
  const lines: string[] = []
  for (const [place, fact] of now) {
    const was = old.get(place)
    if (!was) lines.push(`+ ${place}  ${text(fact)}`)
    else if (text(was) !== text(fact)) lines.push(`~ ${place}  ${text(was)} → ${text(fact)}`)
  }
  for (const [place, fact] of old) if (!now.has(place)) lines.push(`- ${place}  ${text(fact)}`)
  const count = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length
  const operation = /^. [A-Z]+ \S+ {2}/
  const is = (sign: string): number => lines.filter((line) => line.startsWith(sign) && operation.test(line)).length
  return [
    ...lines.sort((a, b) => a.slice(2).localeCompare(b.slice(2), 'en')),
    `${old.size} facts before, ${now.size} after: ${is('+')} operations new, ${is('-')} gone; ${count(/^\+/)} facts new, ${count(/^-/)} gone, ${count(/^~/)} different`,
  ]
}

function text({ kinds, isOptional, isNullable }: Fact): string {
  return `${kinds.join('|')}${isOptional ? ' optional' : ''}${isNullable ? ' nullable' : ''}`
}
