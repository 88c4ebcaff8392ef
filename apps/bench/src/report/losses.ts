import { catalog } from '../catalog.ts'
import { workers } from '../jobs/catalog.ts'
import { describe } from '../tokens/describe.ts'
import { rowsOf } from '../tokens/scenario.ts'
import { scenarios } from '../tokens/scenarios.ts'
import type { Report } from './report.ts'

const ours = ['x-operate', 'x-orchestration'] as const

/** Lists where we send more token requests than needed, and where a peer is better. */
export function findLosses(report: Report): string[] {
  return [...tokens(report), ...calls(report), ...jobs(report), ...pages(report), ...weight(report)]
}

function tokens({ tokens = [] }: Report): string[] {
  return scenarios.flatMap(rowsOf).flatMap((row) => {
    const cell = tokens.find(({ row: id, client }) => id === row.id && client === 'x-operate')
    if (!cell || (cell.result && row.isLeast(cell.result))) return []
    return [`Token requests, ${row.title}: ${describe(row, cell)}; the minimum is ${row.least}.`]
  })
}

type Ratios = Readonly<Record<string, { readonly ratio: number }>> | undefined

function calls({ requests }: Report): string[] {
  return ours.flatMap((id) => [
    ...faster(`${titleOf(id)}, one at a time`, id, requests?.one),
    ...faster(`${titleOf(id)}, 50 at once`, id, requests?.fifty),
  ])
}

function jobs({ jobs }: Report): string[] {
  const own = jobs?.['x-worker']
  if (!own) return []
  return workers.flatMap(({ id, kind, title }) => {
    const theirs = kind === 'peer' ? jobs?.[id] : undefined
    if (!theirs) return []
    return [
      ...(theirs.nothing.ratio > own.nothing.ratio ? [`Jobs that do nothing: ${title} is faster.`] : []),
      ...(theirs.nothing.cpuRatio < own.nothing.cpuRatio ? [`Jobs that do nothing: ${title} needs less CPU.`] : []),
      ...(theirs.network.ratio > own.network.ratio ? [`Jobs of 10 ms: ${title} is faster.`] : []),
      ...(theirs.latencyMs < own.latencyMs ? [`A new job: ${title} calls its handler earlier.`] : []),
    ]
  })
}

function pages({ pages }: Report): string[] {
  return [
    ...faster('A page of Operate v1', 'x-operate', pages?.v1),
    ...faster('A page of v2', 'x-orchestration', pages?.v2),
  ]
}

/** Peers with a better ratio to raw fetch than ours. */
function faster(what: string, id: string, rates: Ratios): string[] {
  const own = rates?.[id]?.ratio
  if (own === undefined) return []
  return catalog.flatMap(({ id, kind, title }) => {
    const theirs = kind === 'peer' ? rates?.[id]?.ratio : undefined
    if (theirs === undefined || theirs <= own) return []
    return [`${what}: ${title} is faster, with ${theirs.toFixed(2)} of raw fetch compared with ${own.toFixed(2)}.`]
  })
}

/** Clients that do the same job as ours, a token and a typed call, and weigh less. */
function weight({ bundles, imports, installs, types }: Report): string[] {
  const lighter = (what: string, weigh: (id: string) => number | undefined, unit: string, digits = 1): string[] => {
    const own = weigh('x-operate')
    return catalog.flatMap(({ id, kind, title }) => {
      const theirs = kind === 'peer' ? weigh(id) : undefined
      if (own === undefined || theirs === undefined || theirs >= own) return []
      return [
        `${what}: ${title} has ${theirs.toFixed(digits)} ${unit}, @x/operate with @x/auth ${own.toFixed(digits)} ${unit}.`,
      ]
    })
  }
  return [
    ...lighter('Import', (id) => imports?.[id], 'ms'),
    ...lighter('Bundle', (id) => (bundles?.[id]?.nodeModules.length ? undefined : bundles?.[id]?.kilobytes), 'kB'),
    ...lighter('Install', (id) => installs?.[id]?.megabytes, 'MB'),
    ...lighter('Types', (id) => types?.[id]?.types, 'types', 0),
  ]
}

function titleOf(id: string): string {
  return catalog.find((entry) => entry.id === id)?.title ?? id
}
