import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Entry } from '../catalog.ts'
import type { Outcome } from '../child/play.ts'
import { startWorker } from '../child/start-worker.ts'
import type { Run, Server } from '../server/start-server.ts'
import type { Result, Round, Scenario } from './scenario.ts'

/**
 * Runs one scenario with one client, on fresh servers and in a fresh folder, and returns the outcome of each round.
 * `ready` is awaited when the processes of the first round are ready.
 */
export async function runScenario(
  server: Server,
  scenario: Scenario,
  entry: Entry,
  ready: () => Promise<void>,
): Promise<Result[]> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-'))
  let run = await server.open(scenario.plan)
  const results: Result[] = []
  try {
    for (const round of scenario.rounds) {
      if (round.otherServer) run = await server.open(scenario.plan)
      const before = await run.counts()
      const outcome = await playRound(scenario, round, entry, run, directory, results.length ? undefined : ready)
      const after = await run.counts()
      const difference = Object.entries(after).map(([name, count]) => [
        name,
        count - before[name as keyof typeof before],
      ])
      results.push({ ...outcome, counts: Object.fromEntries(difference) })
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
  return results
}

async function playRound(
  scenario: Scenario,
  { processes, steps }: Round,
  entry: Entry,
  run: Run,
  directory: string,
  ready: (() => Promise<void>) | undefined,
): Promise<Outcome> {
  const options = {
    ...run,
    directory,
    clientId: 'bench-client',
    clientSecret: scenario.wrongSecret ? 'wrong' : 'right',
    audience: 'operate.example',
  }
  const starting = Array.from({ length: processes }, () => startWorker(entry, options, scenario.clockErrorMs))
  const workers = await Promise.all(starting)
  try {
    await ready?.()
    const orders = workers.map((worker) => worker.ask<Outcome>({ do: 'play', steps, limitMs: scenario.limitMs }))
    return add(await Promise.all(orders))
  } finally {
    for (const worker of workers) worker.kill()
  }
}

function add(outcomes: readonly Outcome[]): Outcome {
  const sum = (name: 'calls' | 'failed' | 'pending'): number => outcomes.reduce((total, one) => total + one[name], 0)
  return {
    calls: sum('calls'),
    failed: sum('failed'),
    pending: sum('pending'),
    longestMs: Math.max(...outcomes.map(({ longestMs }) => longestMs)),
    errors: [...new Set(outcomes.flatMap(({ errors }) => errors))],
  }
}
