import { catalog } from '../catalog.ts'
import { describe } from '../tokens/describe.ts'
import { rowsOf } from '../tokens/scenario.ts'
import { scenarios } from '../tokens/scenarios.ts'
import type { Report } from './report.ts'

/** What we hold ourselves to. */
const goals = {
  /** A cached `headers()`, in constant async functions. */
  headers: 3,
  /** `auth.fetch`, as a share of raw fetch. */
  authFetch: 0.95,
  /** A typed call, validation included, as a share of raw fetch. */
  typedCall: 0.75,
  /** Exact JSON, in times of `JSON.parse`, on a page of keys and on one without. */
  jsonWithKeys: 2,
  jsonWithoutKeys: 1.15,
} as const

/** Says in words where we miss a goal, and where somebody else is better. */
export function findMisses(report: Report): string[] {
  return [...missedTokens(report), ...missedSpeed(report), ...missedJson(report), ...lostWeight(report)]
}

function missedTokens({ tokens = [] }: Report): string[] {
  return scenarios.flatMap(rowsOf).flatMap((row) => {
    const cell = tokens.find(({ row: id, client }) => id === row.id && client === 'x-operate')
    if (!cell || (cell.result && row.isLeast(cell.result))) return []
    return [`Token requests, ${row.title}: ${describe(row, cell)}; least is ${row.least}.`]
  })
}

function missedSpeed({ headers, requests }: Report): string[] {
  const misses: string[] = []
  const cost = headers?.['x-auth']
  if (cost && cost.ratio > goals.headers) {
    misses.push(
      `A cached headers() costs ${cost.ratio.toFixed(2)} constant async functions; the goal is ${goals.headers}.`,
    )
  }
  for (const [id, goal] of [
    ['x-auth-fetch', goals.authFetch],
    ['x-operate', goals.typedCall],
  ] as const) {
    for (const [title, rates] of [
      ['one at a time', requests?.one],
      ['50 at once', requests?.fifty],
    ] as const) {
      const own = rates?.[id]
      if (!own) continue
      const name = titleOf(id)
      if (own.ratio < goal)
        misses.push(
          `${name}, ${title}: ${own.ratio.toFixed(2)} of raw fetch, by CPU ${own.cpuRatio.toFixed(2)}; the goal is ${goal}.`,
        )
      if (id !== 'x-operate') continue
      for (const better of catalog.filter(({ kind }) => kind === 'peer')) {
        const theirs = rates?.[better.id]
        if (theirs && theirs.ratio > own.ratio) {
          misses.push(
            `${name}, ${title}: ${better.title} is faster, ${theirs.ratio.toFixed(2)} to ${own.ratio.toFixed(2)} of raw fetch.`,
          )
        }
      }
    }
  }
  return misses
}

function missedJson({ json }: Report): string[] {
  const goal = { withKeys: goals.jsonWithKeys, withoutKeys: goals.jsonWithoutKeys }
  return (['withKeys', 'withoutKeys'] as const).flatMap((kind) => {
    const own = json?.[kind].find(({ title }) => title.startsWith('@x/rest'))
    if (!own || own.ratio <= goal[kind]) return []
    const where = kind === 'withKeys' ? 'full of keys' : 'without keys'
    return [`Exact JSON on a page ${where} takes ${own.ratio.toFixed(2)} times JSON.parse; the goal is ${goal[kind]}.`]
  })
}

/** Clients that do our job, a token and a typed call, and weigh less. */
function lostWeight({ bundles, imports, installs }: Report): string[] {
  const lighter = (what: string, weigh: (id: string) => number | undefined, unit: string): string[] => {
    const own = weigh('x-operate')
    return catalog.flatMap(({ id, kind, title }) => {
      const theirs = kind === 'peer' ? weigh(id) : undefined
      if (own === undefined || theirs === undefined || theirs >= own) return []
      return [`${what}: ${title} has ${theirs.toFixed(1)} ${unit}, @x/operate with @x/auth ${own.toFixed(1)} ${unit}.`]
    })
  }
  return [
    ...lighter('Import', (id) => imports?.[id], 'ms'),
    ...lighter('Bundle', (id) => (bundles?.[id]?.nodeModules.length ? undefined : bundles?.[id]?.kilobytes), 'kB'),
    ...lighter('Install', (id) => installs?.[id]?.megabytes, 'MB'),
  ]
}

function titleOf(id: string): string {
  return catalog.find((entry) => entry.id === id)?.title ?? id
}
