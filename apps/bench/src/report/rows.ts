// The report's figures as rows of text, heading first. The printer decides how a table looks.
import { catalog, type Entry } from '../catalog.ts'
import type { PageVersion } from '../client.ts'
import { workers } from '../jobs/catalog.ts'
import type { CheckCost } from '../speed/check-child.ts'
import { describe } from '../tokens/describe.ts'
import { rowsOf } from '../tokens/scenario.ts'
import { scenarios } from '../tokens/scenarios.ts'
import { consumers } from '../weight/consumers.ts'
import type { Goal } from './goals.ts'
import type { Report } from './report.ts'

export type Rows = readonly (readonly string[])[]

export const number = (value: number, digits = 0): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const times = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 2 : 1)}×`

/** The results of all clients for one row of a scenario. */
export interface TokenCounts {
  readonly title: string
  readonly least: number | string
  readonly counts: readonly { readonly client: string; readonly isLeast: boolean; readonly text: string }[]
}

export function tokenCounts(tokens: NonNullable<Report['tokens']>): TokenCounts[] {
  return scenarios.flatMap(rowsOf).flatMap((row) => {
    const cells = tokens.filter((cell) => cell.row === row.id)
    if (cells.length === 0) return []
    const counts = catalog.flatMap(({ id, title }) => {
      const cell = cells.find(({ client }) => client === id)
      if (!cell) return []
      const isLeast = cell.result !== undefined && row.isLeast(cell.result)
      return [{ client: title, isLeast, text: describe(row, cell) }]
    })
    return [{ title: row.title, least: row.least, counts }]
  })
}

export function speedRows({ headers, requests }: Report): Rows {
  const head = [
    '',
    'headers()',
    'vs. constant',
    '1 at a time',
    'vs. fetch',
    '50 at once',
    'vs. fetch',
    'CPU per call',
    'vs. fetch',
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
  return [head, ...rows]
}

export function jobRows(jobs: NonNullable<Report['jobs']>): Rows {
  const head = [
    '',
    'jobs that do nothing',
    'vs. by hand',
    'CPU per job',
    'vs. by hand',
    'of 10 ms, responses of 5 ms',
    'vs. by hand',
    'requests per job',
    'idle polls',
    'new job to handler',
  ]
  const rows = workers.flatMap(({ id, title }) => {
    const found = jobs[id]
    if (!found) return []
    const { nothing, network, idlePolls, latencyMs } = found
    return [
      [
        title,
        `${number(nothing.perSecond)}/s`,
        `${nothing.ratio.toFixed(2)} ±${nothing.spread.toFixed(2)}`,
        `${number(nothing.cpuUs)} µs`,
        times(nothing.cpuRatio),
        `${number(network.perSecond)}/s`,
        `${network.ratio.toFixed(2)} ±${network.spread.toFixed(2)}`,
        network.requestsPerJob.toFixed(2),
        `${idlePolls.toFixed(1)}/min`,
        `${latencyMs.toFixed(1)} ms`,
      ],
    ]
  })
  return [head, ...rows]
}

export function engineRows({ perSecond, spread, cpuUs, bytes }: NonNullable<Report['engine']>): Rows {
  const head = ['', 'instances', 'CPU per instance', 'memory per finished instance']
  const row = ['@x/engine', `${number(perSecond)}/s ±${spread.toFixed(2)}`, `${number(cpuUs)} µs`, `${number(bytes)} B`]
  return [head, row]
}

export function pageRows(rates: NonNullable<Report['pages']>[PageVersion]): Rows {
  const head = ['', 'pages', 'vs. fetch', 'CPU per page', 'vs. fetch', '9007199254740993']
  const rows = catalog.flatMap(({ id, title }) => {
    const rate = rates[id]
    if (!rate) return []
    return [
      [
        id === 'raw-fetch' ? 'fetch and JSON.parse' : title,
        `${number(rate.perSecond)}/s`,
        `${rate.ratio.toFixed(2)} ±${rate.spread.toFixed(2)}`,
        `${(rate.cpuUs / 1000).toFixed(1)} ms`,
        rate.cpuRatio.toFixed(2),
        rate.exact ? 'right' : 'wrong',
      ],
    ]
  })
  return [head, ...rows]
}

export function checkRows({ v1, v2 }: NonNullable<Report['checks']>): Rows {
  const row = (title: string, { ms, ratio }: CheckCost): string[] => [title, `${ms.toFixed(3)} ms`, times(ratio)]
  return [['', '500 items', 'vs. JSON.parse'], row('Orchestration Cluster API v2', v2), row('Operate API v1', v1)]
}

export function typeRows(types: NonNullable<Report['types']>): Rows {
  const head = ['', 'types', 'instantiations', 'compiler time']
  const rows = consumers.flatMap(({ id, title }) => {
    const load = types[id]
    return load ? [[title, number(load.types), number(load.instantiations), `${load.seconds.toFixed(2)} s`]] : []
  })
  return [head, ...rows]
}

export function sizeRows({ sizes }: NonNullable<Report['sizes']>): Rows {
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
  const rows = sizes.map(({ name, size, sizeLimit }) => [name, kilobytes(size), kilobytes(sizeLimit)])
  return [['', 'min+gzip', 'budget'], ...rows]
}

export function goalRows(goals: readonly Goal[]): Rows {
  const rows = goals.map(({ title, bound, target, unit, figure, isMet }) => [
    title,
    `${bound} ${number(target, target % 1 ? 2 : 0)} ${unit}`,
    figure,
    isMet ? 'met' : 'missed',
  ])
  return [['', 'goal', 'measured', ''], ...rows]
}

export function jsonRows(json: NonNullable<Report['json']>): Rows {
  const head = ['', 'full of keys', 'vs. JSON.parse', 'without keys', 'vs. JSON.parse', '9007199254740993']
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
  return [head, ...rows]
}

export function weightRows({ imports, bundles, installs, versions }: Report): Rows {
  const bundle = (id: string): string => {
    const found = bundles?.[id]
    if (!found) return ''
    const needed = found.nodeModules.length
    return `${found.kilobytes.toFixed(1)} kB${needed ? `, stubbed: needs ${needed} modules of Node` : ''}`
  }
  const name = ({ title, packages }: Entry): string => {
    const version = versions[packages[0] ?? '']
    return version ? `${title} ${version}` : title
  }
  const head = ['', 'import, compared with Node alone', 'packages', 'installed', 'browser bundle, min+gzip']
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
  return [head, ...rows]
}

export function fleetRows(fleets: NonNullable<Report['fleets']>): Rows {
  const head = [
    '',
    'duration',
    'token lifetime',
    'token requests',
    'rejected',
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
  return [head, ...rows]
}
