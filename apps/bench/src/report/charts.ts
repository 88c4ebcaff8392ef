import { describeRun } from '../../../../tools/describe-machine.ts'
import { chart } from './chart.ts'
import { panels } from './panels.ts'
import type { Report } from './report.ts'

/** The committed charts, by file name. The first is short enough for a README. */
export function charts(report: Report): Readonly<Record<'tokens.svg' | 'bench.svg', string>> {
  const run = describeRun(report.machine)
  const all = panels(report)
  return { 'tokens.svg': chart(all.slice(0, 2), run), 'bench.svg': chart(all, run) }
}
