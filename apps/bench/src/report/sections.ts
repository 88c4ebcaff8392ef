import { findMisses } from './goals.ts'
import type { Report } from './report.ts'
import { fleetRows, jsonRows, number, type Rows, speedRows, type TokenCounts, tokenCounts, weightRows } from './rows.ts'

/** A part of the report, whatever it is printed as. */
export interface Section {
  readonly title: string
  /** Lines of one paragraph. */
  readonly text: readonly string[]
  readonly rows?: Rows | undefined
  readonly counts?: readonly TokenCounts[] | undefined
  readonly list?: readonly string[] | undefined
}

/** The parts of what was measured. */
export function sectionsOf(report: Report): Section[] {
  return [busy, tokens, speed, json, weight, fleet, misses].flatMap((section) => section(report) ?? [])
}

/** Others' work on the same cores changes no count, but every time. */
function busy({ machine }: Report): Section | undefined {
  if (machine.load < machine.cores / 2) return undefined
  const text = [
    `NOTE: the machine was busy before the bench began (load ${machine.load} on ${machine.cores} cores). Token requests, sizes and the`,
    'simulation stand; speeds and import times do not. Run it again on a quiet machine.',
  ]
  return { title: 'A busy machine', text }
}

function tokens({ tokens }: Report): Section | undefined {
  if (!tokens) return undefined
  const text = [
    'Token requests sent, with the time of the longest call where it tells something (* the least, nobody harmed).',
    'As many seconds and calls as the title says; what has not ended after 15 to 45 s is given up.',
  ]
  return { title: 'Token requests', text, counts: tokenCounts(tokens) }
}

function speed(report: Report): Section | undefined {
  if (!report.headers && !report.requests) return undefined
  const text = [
    'Speed over loopback: a cached headers(), whole calls, and the processor time of one call with 50 at once. Medians of',
    'pairs of slices, each beside its limit; CPU is the one that other programs on the machine hardly change.',
  ]
  return { title: 'Speed', text, rows: speedRows(report) }
}

function json({ json }: Report): Section | undefined {
  if (!json) return undefined
  return { title: 'Exact JSON', text: ['Exact JSON: time to read a page of process instances.'], rows: jsonRows(json) }
}

function weight(report: Report): Section | undefined {
  const { imports, bundles, installs } = report
  if (!imports && !bundles && !installs) return undefined
  const text = [`Weight. Touching fetch alone costs ${imports?.['touching fetch']?.toFixed(0) ?? '?'} ms.`]
  return { title: 'Weight', text, rows: weightRows(report) }
}

function fleet({ fleets }: Report): Section | undefined {
  if (!fleets) return undefined
  const text = [
    `${number(fleets.workers)} simulated workers with rolling restarts every hour and one rotated secret: a day with tokens of 24 h and a`,
    'call each 5 min from every worker, and three hours with tokens of 5 min and a call a minute.',
    '"real" is the code of @x/auth in virtual time on modelled storages, which tests hold against redisStorage and cloudflareKVStorage;',
    '"model" is the client\'s behaviour as arithmetic, which tests hold against what it did in the scenarios above. A container each, so',
    'that no file outlives a restart. The token endpoint answers everybody; Camunda 8 SaaS blocks an address that asks more than once a second.',
    'Calls that fail are those of workers that still have the old secret.',
  ]
  return { title: 'The fleet', text, rows: fleetRows(fleets) }
}

function misses(report: Report): Section {
  const list = findMisses(report)
  const text = list.length === 0 ? 'No goal is missed in what was measured.' : 'Where we lose or miss a goal:'
  return { title: 'Where we lose', text: [text], list }
}
