import { catalog, type Entry } from '../catalog.ts'
import { describe } from '../tokens/describe.ts'
import { rowsOf } from '../tokens/scenario.ts'
import { scenarios } from '../tokens/scenarios.ts'
import { findMisses } from './goals.ts'
import type { Report } from './report.ts'
import { table } from './table.ts'

const number = (value: number, digits = 0): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const times = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 2 : 1)}×`

/** The whole report as text. */
export function print(report: Report): string {
  const { machine } = report
  const parts = [
    `${machine.date}, ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGB} GB, ${machine.system}, Node ${machine.node.slice(1)}, commit ${machine.commit}.`,
    printBusy(report),
    printTokens(report),
    printSpeed(report),
    printJson(report),
    printWeight(report),
    printFleets(report),
    printMisses(report),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** Others' work on the same cores changes no count, but every time. */
function printBusy({ machine }: Report): string {
  if (machine.load < machine.cores / 2) return ''
  return [
    `NOTE: the machine was busy before the bench began (load ${machine.load} on ${machine.cores} cores). Token requests, sizes and the`,
    'simulation stand; speeds and import times do not. Run it again on a quiet machine.',
  ].join('\n')
}

function printTokens({ tokens }: Report): string {
  if (!tokens) return ''
  const lines = scenarios.flatMap(rowsOf).flatMap((row) => {
    const cells = tokens.filter((cell) => cell.row === row.id)
    if (cells.length === 0) return []
    const results = catalog.flatMap(({ id, title }) => {
      const cell = cells.find(({ client }) => client === id)
      if (!cell) return []
      const mark = cell.result && row.isLeast(cell.result) ? '*' : ' '
      return [`  ${mark} ${title.padEnd(36)} ${describe(row, cell)}`]
    })
    return [`${row.title} (least: ${row.least})`, ...results]
  })
  return [
    'Token requests sent, with the time of the longest call where it tells something (* the least, nobody harmed).',
    'As many seconds and calls as the title says; what has not ended after 15 to 45 s is given up.',
    ...lines,
  ].join('\n')
}

function printSpeed({ headers, requests }: Report): string {
  if (!headers && !requests) return ''
  const head = [
    '',
    'headers()',
    'to constant',
    '1 at a time',
    'to fetch',
    '50 at once',
    'to fetch',
    'CPU a call',
    'to fetch',
  ]
  const rows = catalog.flatMap(({ id, title }) => {
    const cost = headers?.[id]
    const one = requests?.one[id]
    const fifty = requests?.fifty[id]
    if (!cost && !one && !fifty) return []
    return [
      [
        title,
        cost ? `${number(cost.ns)} ns` : '',
        cost ? times(cost.ratio) : '',
        one ? `${number(one.perSecond)}/s` : '',
        one ? `${one.ratio.toFixed(2)} ±${one.spread.toFixed(2)}` : '',
        fifty ? `${number(fifty.perSecond)}/s` : '',
        fifty ? `${fifty.ratio.toFixed(2)} ±${fifty.spread.toFixed(2)}` : '',
        fifty ? `${number(fifty.cpuUs)} µs` : '',
        fifty ? fifty.cpuRatio.toFixed(2) : '',
      ],
    ]
  })
  return [
    'Speed over loopback: a cached headers(), whole calls, and the processor time of one call with 50 at once. Medians of',
    'pairs of slices, each beside its limit; CPU is the one that other programs on the machine hardly change.',
    table([head, ...rows]),
  ].join('\n')
}

function printJson({ json }: Report): string {
  if (!json) return ''
  const head = ['', 'full of keys', 'to JSON.parse', 'without keys', 'to JSON.parse', '9007199254740993']
  const rows = json.withKeys.map(({ title, megabytesPerSecond, ratio, exact }, i) => {
    const other = json.withoutKeys[i]
    return [
      title,
      `${number(megabytesPerSecond)} MB/s`,
      times(ratio),
      other ? `${number(other.megabytesPerSecond)} MB/s` : '',
      other ? times(other.ratio) : '',
      exact ? 'right' : 'wrong',
    ]
  })
  return `Exact JSON: time to read a page of process instances.\n${table([head, ...rows])}`
}

function printWeight({ imports, bundles, installs, versions }: Report): string {
  if (!imports && !bundles && !installs) return ''
  const bundle = (id: string): string => {
    const found = bundles?.[id]
    if (!found) return ''
    const wants = found.nodeModules.length
    return `${found.kilobytes.toFixed(1)} kB${wants ? `, stubbed: wants ${wants} of Node's modules` : ''}`
  }
  const name = ({ title, packages }: Entry): string => {
    const version = versions[packages[0] ?? '']
    return version ? `${title} ${version}` : title
  }
  const head = ['', 'import over bare Node', 'packages', 'installed', 'browser bundle, min+gzip']
  const rows = catalog.flatMap((entry) => {
    const { id } = entry
    const [ms, install] = [imports?.[id], installs?.[id]]
    if (ms === undefined && !install && !bundles?.[id]) return []
    return [
      [
        name(entry),
        ms === undefined ? '' : `${ms.toFixed(0)} ms`,
        install ? String(install.packages) : '',
        install ? `${install.megabytes.toFixed(1)} MB` : '',
        bundle(id),
      ],
    ]
  })
  return `Weight. Touching fetch alone costs ${imports?.['touching fetch']?.toFixed(0) ?? '?'} ms.\n${table([head, ...rows])}`
}

function printFleets({ fleets }: Report): string {
  if (!fleets) return ''
  const head = [
    '',
    'in',
    'tokens live',
    'token requests',
    'refused',
    'worst second',
    'seconds over 1/s',
    'longest wait',
    'calls failed',
  ]
  const rows = fleets.days.map(({ title, plan, code, result }) => [
    `${title} (${code})`,
    `${plan.hours} h`,
    plan.lifetimeS >= 3600 ? `${plan.lifetimeS / 3600} h` : `${plan.lifetimeS / 60} min`,
    number(result.tokenRequests),
    number(result.refused),
    number(result.worstSecond),
    number(result.secondsOverLimit),
    `${number(result.longestWaitMs)} ms`,
    number(result.failed),
  ])
  return [
    `${number(fleets.workers)} simulated workers with rolling restarts every hour and one rotated secret: a day with tokens of 24 h and a`,
    'call each 5 min from every worker, and three hours with tokens of 5 min and a call a minute.',
    '"real" is the code of @x/auth in virtual time on modelled storages, which tests hold against redisStorage and cloudflareKVStorage;',
    '"model" is the client\'s behaviour as arithmetic, which tests hold against what it did in the scenarios above. A container each, so',
    'that no file outlives a restart. The token endpoint answers everybody; Camunda 8 SaaS blocks an address that asks more than once a second.',
    'Calls that fail are those of workers that still have the old secret.',
    table([head, ...rows]),
  ].join('\n')
}

function printMisses(report: Report): string {
  const misses = findMisses(report)
  if (misses.length === 0) return 'No goal is missed in what was measured.'
  return `Where we lose or miss a goal:\n${misses.map((miss) => `- ${miss}`).join('\n')}`
}
