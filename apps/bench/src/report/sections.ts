import { describeRun } from '../../../../tools/describe-machine.ts'
import { goalsOf } from './goals.ts'
import { findLosses } from './losses.ts'
import type { Report } from './report.ts'
import {
  checkRows,
  fleetRows,
  goalRows,
  jsonRows,
  number,
  pageRows,
  type Rows,
  sizeRows,
  speedRows,
  type TokenCounts,
  tokenCounts,
  typeRows,
  weightRows,
} from './rows.ts'

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
  return [busy, goals, tokens, speed, pagesOfV2, pagesOfV1, checks, json, weight, sizes, types, fleet, losses].flatMap(
    (section) => section(report) ?? [],
  )
}

/** Others' work on the same cores changes no count, but every time. */
function busy({ machine }: Report): Section | undefined {
  if (machine.load < machine.cores / 2) return undefined
  const text = [
    `NOTE: the machine was busy before the bench began (load ${machine.load} on ${machine.cores} cores). Token requests, sizes and the`,
    'simulation stand; speeds, import and compiler times do not. Run it again on a quiet machine.',
  ]
  return { title: 'A busy machine', text }
}

function goals(report: Report): Section | undefined {
  const all = goalsOf(report)
  if (all.length === 0) return undefined
  const missed = all.filter(({ isMet }) => !isMet).length
  const text = [`Goals: ${all.length - missed} met, ${missed} missed. Figures are rounded against us.`]
  return { title: 'Goals', text, rows: goalRows(all) }
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

function pagesOfV2({ pages }: Report): Section | undefined {
  if (!pages) return undefined
  const text = [
    'A page of 5,000 process instances of the Orchestration Cluster API v2, which sends keys as text: requested, parsed and',
    'checked, one at a time, beside fetch and JSON.parse.',
  ]
  return { title: 'A page of v2', text, rows: pageRows(pages.v2) }
}

function pagesOfV1({ pages }: Report): Section | undefined {
  if (!pages) return undefined
  const text = ['The same page of the Operate API v1, which sends 64-bit keys as numbers that JSON.parse rounds.']
  return { title: 'A page of Operate v1', text, rows: pageRows(pages.v1) }
}

function checks({ checks }: Report): Section | undefined {
  if (!checks) return undefined
  return { title: 'Checks', text: ['Checks: time to check a parsed page of 500 items.'], rows: checkRows(checks) }
}

function json({ json }: Report): Section | undefined {
  if (!json) return undefined
  return { title: 'Exact JSON', text: ['Exact JSON: time to read a page of process instances.'], rows: jsonRows(json) }
}

function weight(report: Report): Section | undefined {
  const { imports, overRest = {}, bundles, installs } = report
  if (!imports && !bundles && !installs) return undefined
  const text = [
    `Weight. Touching fetch alone costs ${imports?.['touching fetch']?.toFixed(0) ?? '?'} ms.`,
    ...Object.entries(overRest).map(
      ([name, ms]) => `Importing ${name} once @x/rest is loaded takes ${ms.toFixed(1)} ms.`,
    ),
  ]
  return { title: 'Weight', text, rows: weightRows(report) }
}

function sizes({ sizes }: Report): Section | undefined {
  if (!sizes) return undefined
  const text = [`Bundle sizes, as kept in apps/checks/packed/bundle-sizes.json: ${describeRun(sizes.machine)}.`]
  return { title: 'Bundle sizes', text, rows: sizeRows(sizes) }
}

function types({ types }: Report): Section | undefined {
  if (!types) return undefined
  const text = [
    'Types: what the compiler (TypeScript 6, strict, skipLibCheck: false, the types of Node) loads for a file with one call,',
    'more than for an empty file. Times are those of the fastest round.',
  ]
  return { title: 'Types', text, rows: typeRows(types) }
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

function losses(report: Report): Section {
  const list = findLosses(report)
  const text = list.length === 0 ? 'Nobody is better in what was measured.' : 'Where others are better:'
  return { title: 'Where others are better', text: [text], list }
}
