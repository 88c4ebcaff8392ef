import { startChild } from '../child/ask.ts'
import { median, spread } from '../statistics.ts'
import type { EngineOrder, EngineRun } from './engine-child.ts'

/** How fast the engine runs process instances with five tasks, and how much memory each takes. */
export interface EngineFigures {
  readonly instances: number
  /** Wall-clock time. */
  readonly perSecond: number
  readonly spread: number
  /** Processor time of one instance. */
  readonly cpuUs: number
  /** Instances per second of processor time: what one core can do, whatever else the machine is doing. */
  readonly perCoreSecond: number
  /** Memory of a finished instance with its history. */
  readonly bytes: number
}

/** Runs this many instances repeatedly, each time in a new engine. The first round is a warm-up. */
export async function measureEngine({
  instances,
  rounds,
}: {
  readonly instances: number
  readonly rounds: number
}): Promise<EngineFigures> {
  const child = await startChild<EngineOrder>(new URL('./engine-child.ts', import.meta.url), [], ['--expose-gc'])
  try {
    const runs: EngineRun[] = []
    for (let round = 0; round <= rounds; round++) {
      const run = await child.ask<EngineRun>({ instances })
      if (round > 0) runs.push(run)
    }
    const cpuUs = median(runs.map((run) => run.cpuUs)) / instances
    const rates = runs.map(({ ms }) => (instances * 1000) / ms)
    return {
      instances,
      perSecond: median(rates),
      spread: spread(rates),
      cpuUs,
      perCoreSecond: 1_000_000 / cpuUs,
      bytes: median(runs.map(({ heapBytes }) => heapBytes)) / instances,
    }
  } finally {
    child.kill()
  }
}
