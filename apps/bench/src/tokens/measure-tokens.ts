import type { Entry } from '../catalog.ts'
import type { Server } from '../server/start-server.ts'
import { runScenario } from './run-scenario.ts'
import { type Result, rowsOf, type Scenario } from './scenario.ts'

/** The result of one client for one row. */
export interface TokenCell {
  readonly row: string
  readonly client: string
  readonly result?: Result | undefined
  readonly error?: string | undefined
}

interface Job {
  readonly scenario: Scenario
  readonly entry: Entry
}

/** How many processes may run at once. */
const mostProcesses = 64

/**
 * Runs all scenarios with all clients. Scenarios that mostly wait run in waves of many at once, each of which starts
 * when all its processes are ready, since starting a process would disturb the others.
 */
export async function measureTokens(
  server: Server,
  scenarios: readonly Scenario[],
  entries: readonly Entry[],
  onWave: (what: string) => void,
): Promise<TokenCell[]> {
  const cells: TokenCell[] = []
  for (const wave of waves(scenarios, entries)) {
    onWave([...new Set(wave.map(({ scenario }) => scenario.title))].join('; '))
    let starting = wave.length
    let open = (): void => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const arrive = (): Promise<void> => {
      if (--starting === 0) open()
      return gate
    }
    const played = await Promise.all(wave.map(({ scenario, entry }) => play(server, scenario, entry, arrive)))
    cells.push(...played.flat())
  }
  return cells
}

/** Jobs that run at once: one client at a time if both cores are needed; otherwise as many as fit, longest first. */
function waves(scenarios: readonly Scenario[], entries: readonly Entry[]): Job[][] {
  const jobs = (some: readonly Scenario[]): Job[] =>
    some.flatMap((scenario) => entries.map((entry) => ({ scenario, entry })))
  const all: Job[][] = jobs(scenarios.filter(({ alone }) => alone)).map((job) => [job])
  // One after the other: the first calls of two clients would keep the cores busy when the clocks start.
  for (const scenario of scenarios.filter(({ apart }) => apart)) all.push(jobs([scenario]))
  const rest = scenarios.filter(({ alone, apart }) => !alone && !apart).sort((a, b) => b.limitMs - a.limitMs)
  let size = Number.POSITIVE_INFINITY
  for (const job of jobs(rest)) {
    const processes = Math.max(...job.scenario.rounds.map((round) => round.processes))
    if (size + processes > mostProcesses) {
      all.push([])
      size = 0
    }
    size += processes
    all.at(-1)?.push(job)
  }
  return all
}

async function play(
  server: Server,
  scenario: Scenario,
  entry: Entry,
  arrive: () => Promise<void>,
): Promise<TokenCell[]> {
  let arrived = false
  const ready = (): Promise<void> => {
    arrived = true
    return arrive()
  }
  const played = await runScenario(server, scenario, entry, ready).then(
    (results) => ({ results, error: undefined }),
    (error: Error) => ({ results: [], error: error.message }),
  )
  // The others must not wait for one that cannot start.
  if (!arrived) arrive()
  const rows = rowsOf(scenario)
  return rows.map((row, i) => ({
    row: row.id,
    client: entry.id,
    result: played.results.at(i - rows.length),
    error: played.error,
  }))
}
