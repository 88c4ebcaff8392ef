import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem } from 'node:os'

/** The machine and date of a measurement. */
export interface Machine {
  readonly date: string
  readonly commit: string
  readonly node: string
  readonly system: string
  readonly cpu: string
  readonly cores: number
  readonly memoryGB: number
  /** Load average of the minute before the start. */
  readonly load: number
}

export function describeMachine(): Machine {
  const [first] = cpus()
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    node: process.version,
    system: `${process.platform} ${release()}`,
    cpu: first?.model.trim() || process.arch,
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  }
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}

/** Returns machine and date in one line. */
export function describeRun({ date, cpu, cores, memoryGB, system, node, commit }: Machine): string {
  return `${date}, ${cpu}, ${cores} cores, ${memoryGB} GB, ${system}, Node ${node.slice(1)}, commit ${commit}`
}
