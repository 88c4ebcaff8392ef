import { describeRun } from '../../../../tools/describe-machine.ts'
import type { FrontDoorCost } from '../front-door/front-door-child.ts'
import { goalsOf } from './goals.ts'
import { findLosses } from './losses.ts'
import type { Report } from './report.ts'
import {
  checkRows,
  engineRows,
  fleetRows,
  goalRows,
  jobRows,
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

/** A section of the report, independent of the output format. */
export interface Section {
  readonly title: string
  /** Lines of one paragraph. */
  readonly text: readonly string[]
  readonly rows?: Rows | undefined
  readonly counts?: readonly TokenCounts[] | undefined
  readonly list?: readonly string[] | undefined
}

/** All sections, in reading order. */
const sections = [
  busy,
  goals,
  tokens,
  speed,
  jobs,
  engine,
  pagesOfV2,
  pagesOfV1,
  checks,
  json,
  weight,
  sizes,
  types,
  fleet,
  losses,
]

/** The sections for what was measured. */
export function sectionsOf(report: Report): Section[] {
  return sections.flatMap((section) => section(report) ?? [])
}

/** Other work on the same cores affects times, but no counts. */
function busy({ machine }: Report): Section | undefined {
  if (machine.load < machine.cores / 2) return undefined
  const text = [
    `NOTE: the machine was busy before the bench began (load ${machine.load} on ${machine.cores} cores). Token requests, sizes and the`,
    'simulation are still valid; speeds, import times and compiler times are not. Run it again on a quiet machine.',
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
    'Token requests sent, with the time of the longest call where it matters. * marks the minimum, with the right outcome.',
    'The titles have the number of seconds and calls. Calls that have not settled after 15 to 45 s are aborted.',
  ]
  return { title: 'Token requests', text, counts: tokenCounts(tokens) }
}

function speed(report: Report): Section | undefined {
  if (!report.headers && !report.requests) return undefined
  const text = [
    'Speed over loopback: a cached headers(), whole calls, and the processor time of one call with 50 at once. Medians of',
    'pairs of slices, each next to its limit. Other programs on the machine hardly affect the processor time.',
    ...(report.frontDoor ? [describeDoor(report.frontDoor)] : []),
  ]
  return { title: 'Speed', text, rows: speedRows(report) }
}

function describeDoor({ addedUs, callUs, share }: FrontDoorCost): string {
  const percent = (share * 100).toFixed(1)
  return `@x/camunda adds ${addedUs.toFixed(1)} µs of processor time to a call of @x/orchestration, ${percent} % of ${callUs.toFixed(0)} µs.`
}

function jobs({ jobs }: Report): Section | undefined {
  if (!jobs) return undefined
  const text = [
    'Job workers with 32 slots, each in turns with a loop by hand: activate 32 jobs over fetch, complete each, repeat. First jobs',
    'that do nothing, from a queue that never runs out; then jobs of 10 ms, with responses that take 5 ms. Idle polls are per',
    'minute, from the wait that a poll requests. The last column is the time from a new job on the server to its handler.',
    ...describeCareful(jobs),
  ]
  return { title: 'Job workers', text, rows: jobRows(jobs) }
}

function describeCareful(jobs: NonNullable<Report['jobs']>): string[] {
  const [own, careful] = [jobs['x-worker']?.nothing, jobs['by-hand-careful']?.nothing]
  if (!own || !careful) return []
  const [rate, cpu] = [own.ratio / careful.ratio, own.cpuRatio / careful.cpuRatio].map((ratio) => ratio.toFixed(2))
  return [
    `The loop has no time limit and ignores statuses. Compared with one that has both, @x/worker reaches ${rate} with jobs that do nothing, with ${cpu} of the CPU.`,
  ]
}

function engine({ engine }: Report): Section | undefined {
  if (!engine) return undefined
  const text = [
    `${number(engine.instances)} process instances in @x/engine, without HTTP: created, then completed through the jobs of five service`,
    'tasks, in batches of 32. Each has two variables, and each job adds one. The processor time includes garbage collection;',
    'the memory is the growth of the heap, with the history of all instances.',
  ]
  return { title: 'The engine', text, rows: engineRows(engine) }
}

function pagesOfV2({ pages }: Report): Section | undefined {
  if (!pages) return undefined
  const text = [
    'A page of 5,000 process instances of the Orchestration Cluster API v2, which sends keys as text: requested, parsed and',
    'checked, one at a time, compared with fetch and JSON.parse.',
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
    `Weight. The first access to fetch alone takes ${imports?.['touching fetch']?.toFixed(0) ?? '?'} ms.`,
    ...Object.entries(overRest).map(
      ([name, ms]) => `Importing ${name} once @x/rest is loaded takes ${ms.toFixed(1)} ms.`,
    ),
  ]
  return { title: 'Weight', text, rows: weightRows(report) }
}

function sizes({ sizes }: Report): Section | undefined {
  if (!sizes) return undefined
  const text = [`Bundle sizes, as recorded in apps/checks/packed/bundle-sizes.json: ${describeRun(sizes.machine)}.`]
  return { title: 'Bundle sizes', text, rows: sizeRows(sizes) }
}

function types({ types }: Report): Section | undefined {
  if (!types) return undefined
  const text = [
    'Types: what the compiler (TypeScript 6, strict, skipLibCheck: false, the types of Node) loads for a file with one call,',
    'in addition to an empty file. Times are those of the fastest round.',
  ]
  return { title: 'Types', text, rows: typeRows(types) }
}

function fleet({ fleets }: Report): Section | undefined {
  if (!fleets) return undefined
  const text = [
    `${number(fleets.workers)} simulated workers with rolling restarts every hour and one rotated secret: a day with tokens of 24 h and a`,
    'call every 5 min from every worker, and three hours with tokens of 5 min and a call per minute.',
    '"real" is the code of @x/auth in virtual time on modeled storages, which tests compare with redisStorage and cloudflareKVStorage;',
    '"model" is the client\'s behavior as arithmetic, which tests compare with its results in the scenarios above. Each worker is in its own',
    'container, so no file survives a restart. The token endpoint responds to every request; Camunda 8 SaaS blocks an address that sends',
    'more than one per second. Failed calls are those of workers that still have the old secret.',
  ]
  return { title: 'The fleet', text, rows: fleetRows(fleets) }
}

function losses(report: Report): Section {
  const list = findLosses(report)
  const text = list.length === 0 ? 'No peer is better in what was measured.' : 'Where others are better:'
  return { title: 'Where others are better', text: [text], list }
}
