import type { Report } from './report.ts'

/** A goal of ours, and the measured figure. */
export interface Goal {
  readonly title: string
  readonly bound: 'at least' | 'at most'
  readonly target: number
  readonly unit: string
  /** Rounded against us, so that the figure and the verdict agree. */
  readonly figure: string
  readonly isMet: boolean
}

/** Returns all goals for what was measured. */
export function goalsOf(report: Report): Goal[] {
  const { headers, requests, frontDoor, jobs, engine, pages, checks, json, types, overRest, sizes } = report
  const exact = (kind: 'withKeys' | 'withoutKeys'): number | undefined =>
    json?.[kind].find(({ title }) => title.startsWith('@x/rest'))?.ratio
  const ofFetch = 'of raw fetch'
  const ofHand = 'of a loop by hand'
  const worker = jobs?.['x-worker']
  const ofParse = '× JSON.parse'
  const load = types?.['x-orchestration']
  const all: (Goal | undefined)[] = [
    atMost('A cached headers()', 3, headers?.['x-auth']?.ratio, '× a constant async function'),
    atLeast('auth.fetch, one at a time', 0.95, requests?.one['x-auth-fetch']?.ratio, ofFetch),
    atLeast('auth.fetch, 50 at once', 0.95, requests?.fifty['x-auth-fetch']?.ratio, ofFetch),
    ...(['@x/operate', '@x/orchestration'] as const).flatMap((name) => {
      const id = name.replace('@x/', 'x-')
      return [
        atLeast(`A typed call of ${name}, 50 at once`, 0.85, requests?.fifty[id]?.ratio, ofFetch),
        atLeast(
          `A typed call of ${name} over undici, 50 at once`,
          1.6,
          requests?.fifty[`${id}-undici`]?.ratio,
          ofFetch,
        ),
      ]
    }),
    atMost('Overhead of @x/camunda per call', 2, percent(frontDoor?.share), '% of a call of @x/orchestration'),
    atLeast('Jobs that do nothing', 0.9, worker?.nothing.ratio, ofHand),
    atMost('CPU of a job that does nothing', 1.15, worker?.nothing.cpuRatio, '× a loop by hand'),
    atLeast('Jobs that do nothing, over undici', 1.8, jobs?.['x-worker-undici']?.nothing.ratio, ofHand),
    atLeast('Jobs of 10 ms, responses of 5 ms', 1.05, worker?.network.ratio, ofHand),
    atMost('Requests per job of 10 ms', 1.12, worker?.network.requestsPerJob, 'requests'),
    atMost('Polls of an idle worker', 2, worker?.idlePolls, 'per minute and type'),
    atMost('Time from a new job to its handler', 5, worker?.latencyMs, 'ms'),
    atLeast('Process instances of five tasks in @x/engine', 5000, engine?.perCoreSecond, 'per second on one core', 0),
    atMost('A finished process instance with its history', 4, kilobytes(engine?.bytes), 'kB'),
    atLeast('A page of 5,000 items of v2, checked', 0.8, pages?.v2['x-orchestration']?.ratio, ofFetch),
    atLeast('A page of 5,000 items of Operate v1, checked', 0.6, pages?.v1['x-operate']?.ratio, ofFetch),
    atMost('Checking 500 items of v2', 0.5, checks?.v2.ratio, ofParse),
    atMost('Checking 500 items of Operate v1', 0.5, checks?.v1.ratio, ofParse),
    atMost('Exact JSON, full of keys', 2, exact('withKeys'), ofParse),
    atMost('Exact JSON, without keys', 1.05, exact('withoutKeys'), ofParse),
    atMost('Types that @x/orchestration loads', 5000, load?.types, 'types', 0),
    atMost('Compiler time of @x/orchestration', 0.5, load?.seconds, 's in addition to an empty file'),
    atMost('Import of @x/orchestration', 5, overRest?.['@x/orchestration'], 'ms in addition to @x/rest', 1),
    ...(sizes?.sizes ?? []).map(({ name, size }) => {
      const [, target] = sizeGoals.find(([pattern]) => pattern.test(name)) ?? []
      return target === undefined ? undefined : atMost(name, target, size / 1000, 'kB')
    }),
  ]
  return all.filter((goal) => goal !== undefined)
}

/** Limits in kB, minified and gzipped, by the beginning of an entry's name. The first match applies. */
const sizeGoals: readonly (readonly [name: RegExp, kilobytes: number])[] = [
  [/^@x\/auth with memory/, 7],
  [/^@x\/\w+, one resource unchecked/, 5.5],
  [/^@x\/\w+, one resource checked/, 9.5],
  [/^@x\/orchestration, the whole client unchecked/, 8.5],
  [/^@x\/orchestration, the whole client checked/, 26],
  [/^@x\/(operate|console|modeler), the whole client checked/, 11],
  [/^@x\/camunda with a resource/, 30],
  [/worker with/i, 16],
]

function percent(share: number | undefined): number | undefined {
  return share === undefined ? undefined : share * 100
}

function kilobytes(bytes: number | undefined): number | undefined {
  return bytes === undefined ? undefined : bytes / 1000
}

function atLeast(title: string, target: number, value: number | undefined, unit: string, digits = 2): Goal | undefined {
  return value === undefined
    ? undefined
    : { title, bound: 'at least', target, unit, figure: round(Math.floor, value, digits), isMet: value >= target }
}

function atMost(title: string, target: number, value: number | undefined, unit: string, digits = 2): Goal | undefined {
  return value === undefined
    ? undefined
    : { title, bound: 'at most', target, unit, figure: round(Math.ceil, value, digits), isMet: value <= target }
}

function round(direction: (value: number) => number, value: number, digits: number): string {
  return (direction(value * 10 ** digits) / 10 ** digits).toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}
